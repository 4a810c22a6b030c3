import Testing
import TrustedAccess

// Histories and states in short, for tables. Times are small numbers on a schedule that ticks at 0, 5, 10, …; a grant is
// a letter, its role, and `-` is nothing.

extension ReconciliationSchedule {
  static let everyFive = ReconciliationSchedule(interval: 5)
}

extension Timestamp {
  init(_ milliseconds: Int64) { self.init(millisecondsSinceEpoch: milliseconds) }
}

extension BindingGrant {
  /// The grant of the roles that the letters name, to one and the same source; `nil` for `-`.
  static func short(_ letters: some StringProtocol) -> BindingGrant? {
    guard letters != "-", let source = try? ResourceID("/subscriptions/s/resourceGroups/g/providers/Contoso.App/apps/a")
    else { return nil }
    return BindingGrant(source: source, roles: letters.compactMap { RoleName("Contoso.App/apps/\($0)") })
  }

  static func inShort(_ grant: BindingGrant?) -> String { grant.map { $0.roles.map(\.name).joined() } ?? "-" }
}

extension BindingHistory {
  /// Changes as `1a 6b 8-`, accepted at 1, 6 and 8.
  init(_ short: String, observed: (Int64, String)? = nil) {
    let changes = short.split(separator: " ").map { change in
      let time = change.prefix { $0.isNumber }
      return BindingChange(acceptedAt: Timestamp(Int64(time) ?? 0), desired: .short(change.dropFirst(time.count)))
    }
    let observation = observed.map { BindingObservation(observedAt: Timestamp($0.0), grant: .short($0.1)) }
    self.init(changes: changes, observation: observation)
  }
}

extension EffectiveState {
  /// The state as `pending a since 5, b at 10`.
  var inShort: String {
    var text = "\(phase.rawValue) \(BindingGrant.inShort(grant))"
    if let since { text += " since \(since.millisecondsSinceEpoch)" }
    if let effectiveAt { text += ", \(BindingGrant.inShort(upcoming)) at \(effectiveAt.millisecondsSinceEpoch)" }
    return text
  }
}
