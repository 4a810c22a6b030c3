extension PolicyRule {
  /// The rule as a sentence's end, to stand after a role's name: `may get, list and watch pods in the core group`.
  public var inWords: String {
    var parts: [String] = []
    if !resources.isEmpty, !apiGroups.isEmpty {
      let limit = resourceNames.isEmpty ? "" : " named \(listed(resourceNames.map { "'\($0)'" }, last: "or"))"
      let places = apiGroups.contains("*") ? "every API group" : listed(apiGroups.map(Self.place))
      parts.append("\(Self.resourcesInWords(resources))\(limit) in \(places)")
    }
    if !nonResourceURLs.isEmpty {
      let isAll = nonResourceURLs.contains("*")
      let noun = nonResourceURLs.count == 1 ? "the path" : "the paths"
      parts.append(isAll ? "every path that is no resource" : "\(noun) \(listed(nonResourceURLs))")
    }
    guard !parts.isEmpty, !verbs.isEmpty else { return "may do nothing" }
    return "may \(Self.verbsInWords(verbs)) \(listed(parts))"
  }

  private static func place(_ group: String) -> String { group.isEmpty ? "the core group" : group }

  fileprivate static func verbsInWords(_ verbs: [String]) -> String {
    verbs.contains("*") ? "do everything to" : listed(verbs)
  }

  private static func resourcesInWords(_ resources: [String]) -> String {
    if resources.contains("*") { return "every resource" }
    return listed(resources.map { $0.hasPrefix("*/") ? "\($0.dropFirst(2)) of every resource" : $0 })
  }
}

extension PermittedAccess {
  /// The access in words: `get and list secrets in the core group`.
  public var inWords: String {
    let words: String
    switch target {
    case .resource(let group, let resource, let name):
      words =
        PolicyRule(verbs: verbs, apiGroups: [group], resources: [resource], resourceNames: name.map { [$0] } ?? [])
        .inWords
    case .path(let path): words = PolicyRule(verbs: verbs, nonResourceURLs: [path]).inWords
    }
    return String(words.dropFirst("may ".utf8.count))
  }
}

/// `texts` as a list in a sentence: `a`, `a and b`, `a, b and c`.
package func listed(_ texts: [String], last conjunction: String = "and") -> String {
  guard let last = texts.last else { return "" }
  guard texts.count > 1 else { return last }
  return "\(texts.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
