import SeededRandom
import TrustedAccess

/// A few verbs, groups, resources, names and paths, small enough to write down every request there is.
///
/// The model of RBAC does not match: it takes a rule's lists and writes down each request that they stand for.
enum SmallWorld {
  private static let verbs = ["get", "list", "create", "deletecollection"]
  private static let groups = ["", "apps"]
  private static let resources = ["pods", "nodes"]
  private static let subresources = ["log", "scale"]
  private static let names = ["a", "b"]
  private static let paths = ["/", "/healthz", "/healthz/etcd", "/heal", "/*"]

  /// Every request.
  static let requests: [AccessRequest] = {
    var requests = paths.flatMap { path in verbs.map { AccessRequest(verb: $0, path: path) } }
    for verb in verbs {
      for group in groups {
        for resource in resources {
          for subresource in [nil] + subresources.map(Optional.some) {
            for name in [nil] + names.map(Optional.some) {
              requests.append(
                AccessRequest(verb: verb, group: group, resource: resource, subresource: subresource, name: name))
            }
          }
        }
      }
    }
    return requests
  }()

  /// The requests that one of `rules` allows, in words.
  static func allowed(by rules: [PolicyRule]) -> Set<String> {
    var allowed: Set<String> = []
    for rule in rules {
      for verb in rule.verbs.contains("*") ? verbs : rule.verbs {
        for group in rule.apiGroups.contains("*") ? groups : rule.apiGroups {
          let place = group.isEmpty ? "the core group" : group
          for resource in rule.resources.flatMap(spelledOut) {
            for name in namesAllowed(by: rule, verb: verb, resource: resource) {
              allowed.insert("\(verb) \(resource)\(name) in \(place)")
            }
          }
        }
        for path in rule.nonResourceURLs.flatMap(pathsSpelledOut) { allowed.insert("\(verb) \(path)") }
      }
    }
    return allowed
  }

  private static func spelledOut(_ resource: String) -> [String] {
    let nested = { (subresource: String) in resources.map { "\($0)/\(subresource)" } }
    switch resource {
    case "*": return resources + subresources.flatMap(nested)
    case "*/log": return nested("log")
    case "*/scale": return nested("scale")
    default: return [resource]
    }
  }

  /// The names with a blank and quotes as a request's description has them; an empty text for no name.
  private static func namesAllowed(by rule: PolicyRule, verb: String, resource: String) -> [String] {
    let isNameless = verb == "deletecollection" || verb == "create" && !resource.contains("/")
    let all = isNameless ? [""] : [""] + names
    let allowed = rule.resourceNames.isEmpty ? all : all.filter { rule.resourceNames.contains($0) }
    return allowed.map { $0.isEmpty ? "" : " '\($0)'" }
  }

  private static func pathsSpelledOut(_ path: String) -> [String] {
    switch path {
    case "*", "/*": paths
    case "/heal*": ["/healthz", "/healthz/etcd", "/heal"]
    case "/healthz*", "/healthz**": ["/healthz", "/healthz/etcd"]
    case "/healthz/*": ["/healthz/etcd"]
    default: [path]
    }
  }

  /// Any rule. Without `wildcards` none of its lists has a `*`.
  static func rule(_ random: inout SplitMix64, wildcards: Bool = true, emptyNames: Bool = true) -> PolicyRule {
    let some = { (words: [String], random: inout SplitMix64) in
      (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in words.randomElement(using: &random) }
    }
    let verb = wildcards && Int.random(in: 0..<4, using: &random) == 0 ? ["*"] : some(verbs, &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      let stars = ["*", "/*", "/heal*", "/healthz*", "/healthz**", "/healthz/*"]
      return PolicyRule(
        verbs: verb, nonResourceURLs: some(["/", "/healthz", "/healthz/etcd"] + (wildcards ? stars : []), &random))
    }
    let stars = ["*", "*/log", "*/scale", "pods/*", "*/*"]
    let nested = resources.flatMap { resource in subresources.map { "\(resource)/\($0)" } }
    let named = Int.random(in: 0..<3, using: &random) == 0
    return PolicyRule(
      verbs: verb,
      apiGroups: wildcards && Int.random(in: 0..<4, using: &random) == 0 ? ["*"] : some(groups, &random),
      resources: some(resources + nested + (wildcards ? stars : []), &random),
      resourceNames: named ? some(names + (emptyNames ? [""] : []), &random) : [])
  }
}
