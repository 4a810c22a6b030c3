import Foundation
import JSON
import TrustedAccess

/// The roles that the program comes with, as its role list is recorded; of older lists what the newest does not hold.
struct RecordedRoles: RoleDirectory {
  let provenance: RoleProvenance
  private let all: [RoleEntry]

  /// Reads the recordings.
  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/RoleCatalog/Bundle/Recordings")
    func read(_ name: String) throws -> JSONValue {
      try JSONValue.parse(Array(Data(contentsOf: folder.appending(path: "\(name).json"))))
    }
    let exceptions = try read("exceptions")
    let internalNames = Self.texts(exceptions["internalTest"])
    let lists = try ["2025-11-07-eastus", "2023-11-29-westus2", "2022-11-24-eastus", "2022-10-18-eastus2euap"].map(read)
    var all: [RoleEntry] = []
    func add(_ roles: JSONValue?, _ lifecycle: RoleLifecycle) {
      for role in roles.map({ Array($0.elements) }) ?? [] {
        guard let role = Self.role(role), !all.contains(where: { $0.role.name == role.name }) else { continue }
        let isInternal = internalNames.contains(role.name.description)
        all.append(RoleEntry(role: role, lifecycle: isInternal ? .internalTest : lifecycle))
      }
    }
    add(lists[0]["value"], .current)
    for list in lists.dropFirst() { add(list["value"], .retired(lastListed: list["recorded"]?.string ?? "")) }
    add(exceptions["placeholders"], .placeholder)
    self.all = all
    provenance = RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 1_762_473_600_000), timeToLive: 0,
      location: "eastus")
  }

  var sourceTypes: [ResourceType] {
    all.filter { $0.lifecycle == .current }.map(\.role.name.sourceType)
      .reduce(into: []) { types, type in if !types.contains(type) { types.append(type) } }
  }

  func entry(for name: RoleName) -> RoleEntry? { all.first { $0.role.name == name } }

  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    all.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
  }

  func entries(named name: String) -> [RoleEntry] {
    all.filter { $0.role.name.name.lowercased() == name.lowercased() }
  }

  func nearest(to text: String, limit: Int) -> [RoleEntry] {
    func slips(_ name: String) -> Int? {
      var distance = EditDistance(to: name.lowercased().utf8)
      return distance(Array(text.lowercased().utf8)[...], limit: 8)
    }
    let near = all.filter { $0.lifecycle == .current }.compactMap { entry in
      (slips(entry.role.name.description) ?? slips(entry.role.name.name)).map { (slips: $0, entry: entry) }
    }
    return near.sorted { $0.slips < $1.slips }.prefix(limit).map(\.entry)
  }

  private static func role(_ value: JSONValue) -> Role? {
    guard let type = value["sourceResourceType"]?.string, let own = value["name"]?.string,
      let name = RoleName("\(type)/\(own)")
    else { return nil }
    let rules = value["rules"].map { Array($0.elements) } ?? []
    return Role(
      name: name,
      rules: rules.map { rule in
        PolicyRule(
          verbs: texts(rule["verbs"]), apiGroups: texts(rule["apiGroups"]), resources: texts(rule["resources"]),
          resourceNames: texts(rule["resourceNames"]), nonResourceURLs: texts(rule["nonResourceURLs"]))
      })
  }

  private static func texts(_ value: JSONValue?) -> [String] { value?.elements.compactMap(\.string) ?? [] }
}
