import JSON

/// A file that gives parameters of a template their values.
enum ARMParameterFile {
  /// What it gives; `nil` if the value is no such file.
  static func definitions(_ root: JSONNode) -> [Definition]? {
    guard let schema = ARMString(root.value(of: "$schema")), schema.firstRange(of: "deploymentparameters.json") != nil
    else {
      return nil
    }
    let scope = ARMScope(template: root)
    guard let parameters = root.value(of: "parameters") else { return [] }
    return ARMDeclarations(given: parameters).all.map {
      scope.definition($0.name, $0.value, at: $0.place)
    }
  }
}
