/// A role list as Azure Resource Manager sends it (`Microsoft.ContainerService/locations/…/trustedAccessRoles`): compact,
/// with the shape of the roles that Azure has, and as long as one likes.
enum RoleListText {
  /// What a decoder that knows the shape makes of it.
  struct Decoded: Decodable {
    struct Role: Decodable {
      var sourceResourceType: String
      var name: String
      var rules: [Rule]
    }
    struct Rule: Decodable {
      var verbs: [String]
      var apiGroups: [String]
      var resources: [String]
      var resourceNames: [String]
      var nonResourceURLs: [String]
    }
    var value: [Role]
  }

  /// A list of at least that many bytes.
  static func make(atLeast size: Int) -> [UInt8] {
    var text = Array(#"{"value":["#.utf8)
    var number = 0
    while text.count < size {
      if number > 0 { text.append(UInt8(ascii: ",")) }
      text += role(number).utf8
      number += 1
    }
    return text + Array("]}".utf8)
  }

  /// Roles in turn as the backup operator, the policy role of machine learning and a role with a single rule are.
  private static func role(_ number: Int) -> String {
    let (type, name, rules) = shapes[number % shapes.count]
    return #"{"sourceResourceType":"\#(type)","name":"\#(name)-\#(number)","rules":[\#(rules.joined(separator: ","))]}"#
  }

  private static let shapes: [(type: String, name: String, rules: [String])] = [
    (
      "Microsoft.DataProtection/backupVaults", "backup-operator",
      [
        rule(
          verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
          groups: ["clusterbackup.dataprotection.microsoft.com"],
          resources: ["backups", "validateforbackups", "restores", "validateforrestores", "deletebackups"]),
        rule(
          verbs: ["create", "get", "list", "patch", "update", "delete"], groups: [""], resources: ["configmaps"]),
      ]
    ),
    (
      "Microsoft.MachineLearningServices/workspaces", "mlworkload",
      [
        rule(
          verbs: ["get", "list", "watch"], groups: [""],
          resources: ["pods", "pods/log", "nodes", "services", "namespaces", "persistentvolumeclaims"]),
        rule(verbs: ["*"], groups: ["amlarc.azureml.com"], resources: ["*"]),
        rule(verbs: ["create", "delete", "get"], groups: [""], resources: ["secrets"], names: ["extension-token"]),
      ]
    ),
    (
      "Microsoft.CognitiveServices/accounts", "metrics-reader",
      [#"{"verbs":["get"],"apiGroups":[],"resources":[],"resourceNames":[],"nonResourceURLs":["/metrics","/healthz"]}"#]
    ),
  ]

  private static func rule(verbs: [String], groups: [String], resources: [String], names: [String] = []) -> String {
    #"{"verbs":\#(array(verbs)),"apiGroups":\#(array(groups)),"resources":\#(array(resources)),"#
      + #""resourceNames":\#(array(names)),"nonResourceURLs":[]}"#
  }

  private static func array(_ strings: [String]) -> String {
    "[\(strings.map { "\"\($0)\"" }.joined(separator: ","))]"
  }
}
