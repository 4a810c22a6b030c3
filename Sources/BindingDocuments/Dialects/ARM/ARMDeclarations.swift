import JSON

/// Parameters and variables of a template, or what a parameter file or a deployment gives to parameters.
struct ARMDeclarations {
  /// A parameter or variable, or a member of one.
  struct Declared {
    /// Its name, `variables.names.cluster`, in lower case.
    var name: String
    /// Where the name stands.
    var place: Range<Int>
    /// What it is written with; `nil` for a parameter without a default.
    var value: JSONNode?

    /// Whether it is a parameter, which whoever deploys may give another value.
    var isParameter: Bool { name.utf8.starts(with: ARMReference.Kind.parameters.rawValue.utf8) }
  }

  /// How deep members of objects are looked at, and how long their names get.
  private static var mostLevels: Int { 8 }
  private static var longestName: Int { 256 }

  /// All of them, in order.
  private(set) var all: [Declared] = []

  private var values: [String: JSONNode] = [:]

  /// The parameters with their defaults and the variables of a template.
  init(of template: JSONNode) {
    add(template.value(of: "parameters"), "parameters", valuesIn: "defaultValue")
    add(template.value(of: "variables"), "variables", valuesIn: nil)
  }

  /// The values that `parameters` of a deployment or of a parameter file are given.
  init(given parameters: JSONNode) {
    add(parameters, "parameters", valuesIn: "value")
  }

  /// What is written for a parameter or variable.
  subscript(_ reference: ARMReference) -> JSONNode? { values[reference.name] }

  /// What is written for one of a name in lower case.
  subscript(name name: String) -> JSONNode? { values[name] }

  private mutating func add(_ node: JSONNode?, _ kind: String, valuesIn valueName: String?) {
    guard let node else { return }
    for member in node.children {
      guard let name = member.name, let value = member.value else { continue }
      add(name, valueName.map { value.value(of: $0) } ?? value, within: kind, level: 1)
    }
  }

  private mutating func add(_ name: JSONNode, _ value: JSONNode?, within path: String, level: Int) {
    guard let text = name.string, let place = name.contentsRange, path.utf8.count + text.utf8.count < Self.longestName
    else { return }
    let path = path + "." + armLowercased(text)
    all.append(Declared(name: path, place: place, value: value))
    values[path] = value
    guard let value, value.kind == .object, level < Self.mostLevels else { return }
    for member in value.children {
      guard let name = member.name else { continue }
      add(name, member.value, within: path, level: level + 1)
    }
  }
}
