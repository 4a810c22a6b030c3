import JSON

/// Why a file is not what this program writes: where in it, and what stands there.
struct Damage: Error {
  /// The end of a sentence, without its full stop.
  var reason: String
}

/// An object that may have no members but those that are asked for: what is not understood must not be lost when the file
/// is written anew.
struct StrictObject {
  private let members: [(name: String, value: JSONValue)]
  private let path: String

  /// Takes an object that has only members named in `names`, each at most once.
  init(_ value: JSONValue?, _ path: String, _ names: [String]) throws(Damage) {
    guard let value, value.kind == .object else { throw Damage(reason: "\(path) is no object") }
    self.path = path
    var members: [(name: String, value: JSONValue)] = []
    for member in value.members {
      guard names.contains(member.name) else { throw Damage(reason: "\(path) has an unknown member '\(member.name)'") }
      guard !members.contains(where: { $0.name == member.name }) else {
        throw Damage(reason: "\(path) has the member '\(member.name)' twice")
      }
      members.append((member.name, member.value))
    }
    self.members = members
  }

  subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  func string(_ name: String) throws(Damage) -> String { try value(name, "string", \.string) }
  func integer(_ name: String) throws(Damage) -> Int { try value(name, "integer", \.integer) }
  func boolean(_ name: String) throws(Damage) -> Bool { try value(name, "boolean", \.boolean) }

  func elements(_ name: String) throws(Damage) -> [JSONValue] {
    guard let value = self[name], value.kind == .array else { throw Damage(reason: "\(path).\(name) is no array") }
    return Array(value.elements)
  }

  func strings(_ name: String) throws(Damage) -> [String] {
    var strings: [String] = []
    for element in try elements(name) {
      guard let string = element.string else {
        throw Damage(reason: "\(path).\(name) holds something else than strings")
      }
      strings.append(string)
    }
    return strings
  }

  private func value<Value>(
    _ name: String, _ kind: String, _ read: (JSONValue) -> Value?
  ) throws(Damage) -> Value {
    guard let value = self[name].flatMap(read) else { throw Damage(reason: "\(path).\(name) is no \(kind)") }
    return value
  }
}
