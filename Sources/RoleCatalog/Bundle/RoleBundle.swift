import JSON
package import TrustedAccess

/// A role list as the service once answered it.
package struct RecordedList: Sendable {
  /// The Azure location it was recorded for, `eastus`.
  package var location: String

  /// The day it was recorded, `YYYY-MM-DD`.
  package var recorded: String

  /// The roles, in the order of the answer.
  package var roles: [Role]

  /// The start of the day it was recorded, UTC.
  package var recordedAt: Timestamp {
    Timestamp(date: recorded) ?? Timestamp(millisecondsSinceEpoch: 0)
  }
}

/// What this program knows about roles without asking anyone: every recorded list, and the roles that no list explains.
package struct RoleBundle: Sendable {
  /// The recorded lists, newest first.
  package let lists: [RecordedList]

  /// Roles listed to the service's own test subscriptions only.
  package let internalTest: Set<RoleName>

  /// Roles of documentation and examples, never listed by the service.
  package let placeholders: [Role]

  /// The bundle of this program. Read on first use: about 0.1 ms.
  package static let recorded: RoleBundle =
    // A test holds that the generated text reads.
    (try? RoleBundle(parsing: Array(recordedRoles.utf8)))
    ?? RoleBundle(lists: [], internalTest: [], placeholders: [])

  /// Creates a bundle.
  package init(lists: [RecordedList], internalTest: Set<RoleName>, placeholders: [Role]) {
    self.lists = lists
    self.internalTest = internalTest
    self.placeholders = placeholders
  }

  /// Reads the generated text.
  init(parsing bytes: [UInt8]) throws {
    let bundle = try JSONValue.parse(bytes)
    var lists: [RecordedList] = []
    for (position, list) in (bundle["lists"] ?? .null).elements.enumerated() {
      guard let location = list["location"]?.string, let recorded = list["recorded"]?.string, let value = list["value"]
      else { throw RoleListError(path: "lists[\(position)]", problem: "needs location, recorded and value") }
      let roles = try RoleReader.roles(value, path: "lists[\(position)].value")
      lists.append(RecordedList(location: location, recorded: recorded, roles: roles))
    }
    self.lists = lists
    internalTest = Set((bundle["internalTest"] ?? .null).elements.compactMap { $0.string.flatMap { RoleName($0) } })
    placeholders = try bundle["placeholders"].map { try RoleReader.roles($0, path: "placeholders") } ?? []
  }

  /// The newest list. It also serves the locations with an older recording: the service changes everywhere at once, so
  /// last month's list of the neighbour says more about today than one's own of two years ago.
  package var newest: RecordedList? { lists.first }

  /// What became of each role the newest list does not hold or does not explain, by name.
  ///
  /// A retired role comes with the rules it had last.
  package var remembered: [RoleName: RoleEntry] {
    var remembered: [RoleName: RoleEntry] = [:]
    for role in placeholders { remembered[role.name] = RoleEntry(role: role, lifecycle: .placeholder) }
    let current = Set(newest?.roles.map(\.name) ?? [])
    // Oldest first, so that the last list that held a role has the last word.
    for list in lists.reversed() {
      for role in list.roles {
        if internalTest.contains(role.name) {
          remembered[role.name] = RoleEntry(role: role, lifecycle: .internalTest)
        } else if !current.contains(role.name) {
          remembered[role.name] = RoleEntry(role: role, lifecycle: .retired(lastListed: list.recorded))
        }
      }
    }
    return remembered
  }

  /// What changed from each recorded list to the next newer one, newest change first.
  package var history: [(older: RecordedList, newer: RecordedList, difference: RoleListDifference)] {
    zip(lists, lists.dropFirst()).map { newer, older in
      (older, newer, RoleListDifference(from: older.roles, to: newer.roles))
    }
  }

  /// The rules that the role had in lists before the newest that holds it, newest first; repetitions left out.
  package func olderRules(of name: RoleName) -> [(list: RecordedList, rules: [PolicyRule])] {
    let holders = lists.compactMap { list in list.roles.first { $0.name == name }.map { (list: list, role: $0) } }
    return zip(holders, holders.dropFirst()).compactMap { newer, older in
      RoleListDifference(from: [older.role], to: [newer.role]).isEmpty ? nil : (older.list, older.role.rules)
    }
  }
}
