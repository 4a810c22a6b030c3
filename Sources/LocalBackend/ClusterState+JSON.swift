import JSON
import TrustedAccess

// The format of a cluster's file. Times are milliseconds since 1970-01-01T00:00:00Z; a change without source and roles is
// a deletion.

extension ClusterState {
  /// The version of the format that this program writes, and the newest that it reads.
  static let formatVersion = 1

  /// The numbers that a revision may have; far more than there is time for.
  fileprivate static let revisions = 0...1 << 53

  /// What reading a file came to.
  enum Reading {
    case state(ClusterState)
    /// Written by a later version of this program.
    case newerFormat(Int)
  }

  /// Reads a file's bytes.
  static func read(_ bytes: [UInt8]) throws(Damage) -> Reading {
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      throw Damage(reason: "it is no JSON: \(error.message), at byte \(error.offset)")
    }
    guard let version = value["formatVersion"]?.integer, version > 0 else {
      throw Damage(reason: "formatVersion is missing or no positive integer")
    }
    if version > formatVersion { return .newerFormat(version) }
    return .state(try ClusterState(value))
  }

  private init(_ value: JSONValue) throws(Damage) {
    let file = try StrictObject(value, "the file", ["formatVersion", "cluster", "incarnation", "revision", "bindings"])
    let object = try StrictObject(
      file["cluster"], "cluster",
      ["id", "location", "registeredAt", "private", "localAccountsDisabled", "entra", "authorizedIPRanges"])
    cluster = Cluster(
      id: try ResourceID(stored: object.string("id")),
      location: try object.string("location"),
      isPrivate: try object.boolean("private"),
      hasLocalAccountsDisabled: try object.boolean("localAccountsDisabled"),
      usesEntra: try object.boolean("entra"),
      authorizedIPRanges: try object.strings("authorizedIPRanges")
    )
    registeredAt = try object.timestamp("registeredAt")
    incarnation = try file.string("incarnation")
    guard UInt64(incarnation, radix: 36) != nil else {
      throw Damage(reason: "incarnation is no number in base 36")
    }
    revision = try file.integer("revision")
    guard Self.revisions.contains(revision) else { throw Damage(reason: "revision is out of range") }
    for element in try file.elements("bindings") {
      let record = try BindingRecord(element)
      guard !records.contains(where: { $0.name == record.name }) else {
        throw Damage(reason: "the binding '\(record.name)' is there twice")
      }
      guard (0...revision).contains(record.revision) else {
        throw Damage(reason: "the binding '\(record.name)' has a revision that the cluster never had")
      }
      records.append(record)
    }
    records.sort { $0.name.precedes($1.name) }
  }

  /// The file's bytes.
  var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object { file in
      file.member("formatVersion", Self.formatVersion)
      file.key("cluster")
      file.object { object in
        object.member("id", cluster.id.text)
        object.member("location", cluster.location)
        object.member("registeredAt", Int(registeredAt.millisecondsSinceEpoch))
        object.member("private", cluster.isPrivate)
        object.member("localAccountsDisabled", cluster.hasLocalAccountsDisabled)
        object.member("entra", cluster.usesEntra)
        object.member("authorizedIPRanges", cluster.authorizedIPRanges)
      }
      file.member("incarnation", incarnation)
      file.member("revision", revision)
      file.key("bindings")
      file.array { array in
        for record in records { record.write(to: &array) }
      }
    }
    return writer.finish()
  }
}

extension BindingRecord {
  fileprivate init(_ value: JSONValue) throws(Damage) {
    let object = try StrictObject(value, "bindings[]", ["name", "revision", "settled", "changes"])
    let text = try object.string("name")
    guard let name = BindingName(text) else { throw Damage(reason: "'\(text)' is no name of a binding") }
    self.name = name
    revision = try object.integer("revision")
    if object["settled"] != nil {
      let settled = try StrictObject(object["settled"], "settled", ["since", "change"])
      history.settled = BindingHistory.Settled(
        change: try BindingChange(settled["change"]), since: try settled.timestamp("since"))
    }
    for element in try object.elements("changes") { history.changes.append(try BindingChange(element)) }
    guard history.newestChange != nil else { throw Damage(reason: "the binding '\(name)' has no history") }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", name.description)
      object.member("revision", revision)
      if let settled = history.settled {
        object.key("settled")
        object.object { object in
          object.member("since", Int(settled.since.millisecondsSinceEpoch))
          object.key("change")
          settled.change.write(to: &object)
        }
      }
      object.key("changes")
      object.array { array in
        for change in history.changes { change.write(to: &array) }
      }
    }
  }
}

extension BindingChange {
  fileprivate init(_ value: JSONValue?) throws(Damage) {
    let object = try StrictObject(value, "change", ["acceptedAt", "source", "roles"])
    var grant: BindingGrant?
    if object["source"] != nil || object["roles"] != nil {
      var roles: [RoleName] = []
      for text in try object.strings("roles") {
        guard let role = RoleName(text) else { throw Damage(reason: "'\(text)' is no name of a role") }
        roles.append(role)
      }
      grant = BindingGrant(source: try ResourceID(stored: object.string("source")), roles: roles)
    }
    self.init(acceptedAt: try object.timestamp("acceptedAt"), desired: grant)
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("acceptedAt", Int(acceptedAt.millisecondsSinceEpoch))
      if let desired {
        object.member("source", desired.source.text)
        object.member("roles", desired.roles.map(\.description))
      }
    }
  }
}

extension StrictObject {
  fileprivate func timestamp(_ name: String) throws(Damage) -> Timestamp {
    Timestamp(millisecondsSinceEpoch: Int64(try integer(name)))
  }
}

extension ResourceID {
  fileprivate init(stored text: String) throws(Damage) {
    do {
      try self.init(text)
    } catch {
      throw Damage(reason: "'\(text)' is no resource ID")
    }
  }
}
