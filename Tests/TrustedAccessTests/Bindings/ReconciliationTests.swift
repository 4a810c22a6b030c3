import SeededRandom
import Testing
import TrustedAccess

struct ReconciliationTests {
  /// A history, a time, and the state then.
  static let states: [(history: String, time: Int64, state: String)] = [
    ("", 0, "removed -"),
    // Created: nothing until the tick.
    ("1a", 1, "pending -, a at 5"),
    ("1a", 4, "pending -, a at 5"),
    ("1a", 5, "effective a since 5"),
    ("1a", 1000, "effective a since 5"),
    // Accepted at a tick, it has missed it.
    ("5a", 5, "pending -, a at 10"),
    // Asked for a time before, it is still to come.
    ("7a", 0, "pending -, a at 10"),
    // Updated: the old roles until the tick.
    ("1a 6b", 6, "pending a since 5, b at 10"),
    ("1a 6b", 9, "pending a since 5, b at 10"),
    ("1a 6b", 10, "effective b since 10"),
    // Updated before the first tick, and twice in one interval: only the last counts.
    ("1a 2b", 3, "pending -, b at 5"),
    ("1a 2b", 5, "effective b since 5"),
    ("1a 6b 7c", 8, "pending a since 5, c at 10"),
    ("1a 6b 7c", 10, "effective c since 10"),
    // Changed and changed back.
    ("1a 6b 7a", 8, "effective a since 5"),
    ("1a 6b 11a", 12, "pending b since 10, a at 15"),
    ("1a 6b 11a", 9, "pending a since 5, b at 10"),
    ("1a 6b 11a", 15, "effective a since 15"),
    // The order of roles, repeats and case do not matter.
    ("1ab 6bA", 7, "effective ab since 5"),
    ("1ab 6bA", 10, "effective bA since 5"),
    ("1ab 6baa", 10, "effective baa since 5"),
    ("1ab 6abc", 7, "pending ab since 5, abc at 10"),
    // Deleted: the access lasts until the tick.
    ("1a 6-", 6, "pending a since 5, - at 10"),
    ("1a 6-", 10, "removed - since 10"),
    ("1a 2-", 3, "removed -"),
    ("1a 2-", 5, "removed - since 5"),
    // Deleted and created again, before the tick and after it.
    ("1a 6- 7a", 8, "effective a since 5"),
    ("1a 6- 7b", 8, "pending a since 5, b at 10"),
    ("1a 6- 12a", 9, "pending a since 5, - at 10"),
    ("1a 6- 12a", 12, "pending - since 10, a at 15"),
    ("1a 6- 12a", 15, "effective a since 15"),
    // The clock was set back: the order is the truth, so an earlier change was accepted no later than a later one.
    ("21a 3b", 4, "pending -, b at 5"),
    ("21a 3b", 5, "effective b since 5"),
    ("21a 3b", 30, "effective b since 5"),
    ("1a 21b 8c", 9, "pending a since 5, c at 10"),
    ("1a 21b 13c 22-", 14, "pending a since 5, c at 15"),
    ("1a 21b 13c 22-", 24, "pending c since 15, - at 25"),
  ]

  @Test(arguments: states.indices) func givesTheStateAtATime(_ place: Int) {
    let (history, time, state) = Self.states[place]
    #expect(
      BindingHistory(history).effectiveState(at: Timestamp(time), on: .everyFive).inShort == state, "\(history)")
    #expect(
      BindingHistory(history).isGone(at: Timestamp(time), on: .everyFive) == state.hasPrefix("removed"), "\(history)")
  }

  /// A history, what was seen in the cluster and when, a time, and the state then.
  static let observed: [(history: String, seen: (Int64, String), time: Int64, state: String)] = [
    // As it should be.
    ("1a", (7, "a"), 8, "effective a since 5"),
    ("1a 6b", (7, "a"), 8, "pending a since 5, b at 10"),
    // Not yet seen.
    ("1a", (7, "-"), 6, "effective a since 5"),
    // Drifted until the cluster mends it.
    ("1a", (7, "-"), 7, "drifted - since 7, a at 10"),
    ("1a", (7, "b"), 9, "drifted b since 7, a at 10"),
    ("1a 8c", (7, "b"), 9, "drifted b since 7, c at 10"),
    ("1a 6-", (7, "b"), 8, "drifted b since 7, - at 10"),
    // Faster than the schedule.
    ("1a 6b", (7, "b"), 8, "effective b since 7"),
    ("1a 6-", (7, "-"), 8, "removed - since 7"),
    ("1a 6b 11c", (7, "b"), 8, "pending b since 7, c at 15"),
    // What was mended holds since then: the drift was an interruption.
    ("1a", (7, "b"), 10, "effective a since 10"),
    ("1a", (7, "-"), 100, "effective a since 10"),
    ("1a 6b", (7, "c"), 12, "effective b since 10"),
    ("1a 6-", (7, "b"), 12, "removed - since 10"),
    ("1a 11b", (7, "b"), 12, "pending a since 10, b at 15"),
    ("1a 11b", (7, "b"), 20, "effective b since 15"),
    ("11a", (7, "b"), 12, "pending -, a at 15"),
    // What was seen as it should be, or ahead of its tick, was not interrupted by it.
    ("1a", (7, "a"), 12, "effective a since 5"),
    ("1a 6b", (7, "a"), 12, "effective b since 10"),
    ("1a 6b", (7, "b"), 12, "effective b since 7"),
    ("1a 6-", (7, "-"), 12, "removed - since 7"),
    ("1a 6b 11c", (7, "b"), 20, "effective c since 15"),
  ]

  @Test(arguments: observed.indices) func aLookIntoTheClusterCountsUntilTheNextTick(_ place: Int) {
    let row = Self.observed[place]
    let state = BindingHistory(row.history, observed: row.seen).effectiveState(at: Timestamp(row.time), on: .everyFive)
    #expect(state.inShort == row.state, "\(row.history) seen as \(row.seen.1) at \(row.seen.0)")
  }

  @Test func theSourceIsWhoeverHasTheRoles() throws {
    let state = BindingHistory("1a 6-").effectiveState(at: Timestamp(6), on: .everyFive)
    #expect(state.roles.map(\.name) == ["a"])
    #expect(state.source?.name == "a")
    let later = BindingHistory("1a 6-").effectiveState(at: Timestamp(10), on: .everyFive)
    #expect(later.roles == [] && later.source == nil)
  }

  /// A history, a time, and how far the service is if it takes 3 for a change.
  @Test(
    arguments: [
      ("", 0, nil), ("1a", 0, .updating), ("1a", 3, .updating), ("1a", 4, .succeeded), ("1a 6b", 7, .updating),
      ("1a 6b", 9, .succeeded), ("1a 6-", 8, .deleting), ("1a 6-", 9, nil),
      // The clock was set back.
      ("21a", 4, .updating),
    ] as [(String, Int64, ProvisioningState?)])
  func provisioningRunsItsOwnTime(_ history: String, _ time: Int64, _ state: ProvisioningState?) {
    #expect(BindingHistory(history).provisioningState(at: Timestamp(time), duration: 3) == state)
  }

  /// State and model agree at each time of histories in any order.
  @Test(arguments: 0..<20) func agreesWithTheModel(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let history = Self.history(&random)
      for time in Int64(0)...40 {
        let state = history.effectiveState(at: Timestamp(time), on: .everyFive).inShort
        #expect(state == Self.model(history, at: time), "\(history) at \(time)")
      }
    }
  }

  /// What a binding gives, tick by tick: at each, the newest change that was accepted before it, where a change counts as
  /// accepted no later than those after it.
  private static func model(_ history: BindingHistory, at time: Int64) -> String {
    let horizon: Int64 = 60
    let times = history.changes.map(\.acceptedAt.millisecondsSinceEpoch)
    let ticks = Array(stride(from: Int64(-5), through: horizon, by: 5))
    let inForce = ticks.map { tick in
      times.indices.last { place in times[place...].contains { $0 < tick } }.map { history.changes[$0].desired }
    }
    let now = ticks.lastIndex { $0 <= time } ?? 0
    let grant = inForce[now] ?? nil
    let differs = { (place: Int) in !same(inForce[place] ?? nil, grant) }
    let next = ticks.indices.first { $0 > now && differs($0) }
    var text = next != nil ? "pending" : grant != nil ? "effective" : "removed"
    text += " \(BindingGrant.inShort(grant))"
    if inForce[now] != nil {
      var first = now
      while inForce[first - 1] != nil, !differs(first - 1) { first -= 1 }
      text += " since \(ticks[first])"
    }
    if let next { text += ", \(BindingGrant.inShort(inForce[next] ?? nil)) at \(ticks[next])" }
    return text
  }

  private static func same(_ left: BindingGrant?, _ right: BindingGrant?) -> Bool {
    Set((left?.roles ?? []).map(\.name)) == Set((right?.roles ?? []).map(\.name))
  }

  static func history(_ random: inout SplitMix64) -> BindingHistory {
    var time: Int64 = 0
    let changes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      time = max(0, time + Int64.random(in: -9...9, using: &random))
      return "\(time)\(["a", "b", "ab", "ba", "-"].randomElement(using: &random) ?? "a")"
    }
    return BindingHistory(changes.joined(separator: " "))
  }
}
