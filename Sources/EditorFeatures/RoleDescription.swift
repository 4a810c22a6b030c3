package import TrustedAccess

/// A role explained, as Markdown: what it permits, what is risky in it, where it stands in its life.
package enum RoleDescription {
  /// The explanation.
  package static func markdown(of entry: RoleEntry, provenance: RoleProvenance) -> String {
    var lines = ["**\(entry.role.name)**", ""]
    switch entry.lifecycle {
    case .current: break
    case .retired(let date): lines += ["Retired: the last list that has it is of \(date).", ""]
    case .internalTest: lines += ["A test role that Microsoft offers to its own subscriptions alone.", ""]
    case .placeholder: lines += ["An example of the documentation; never a real role.", ""]
    }
    lines += entry.role.rules.isEmpty ? ["Its rules are not known."] : entry.role.rules.map { "- \($0.inWords)" }
    var titles: [String] = []
    for escalation in entry.role.escalations where !titles.contains(escalation.risk.title) {
      titles.append(escalation.risk.title)
    }
    if !titles.isEmpty { lines += ["", "Risky, since it " + titles.joined(separator: ", ") + "."] }
    lines += ["", "_Role list: \(provenance.location), \(provenance.origin.rawValue)._"]
    return lines.joined(separator: "\n")
  }
}
