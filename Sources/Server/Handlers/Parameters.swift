import BindingRendering
import TrustedAccess

/// Parameters that methods share, so that one name means one thing everywhere.
enum Parameters {
  static let resourceID = Parameter.string("id", "A resource ID.")
  static let expectedResource = Parameter.string(
    "expect", "What the ID is to name.", values: ["any", "cluster", "binding"])
  static let clusterID = Parameter.string("cluster", "The cluster's resource ID.")
  static let bindingName = Parameter.string(
    "name", "The binding's name: 1 to \(BindingName.maximumLength) letters, digits or hyphens.")
  static let sourceResourceID = Parameter.string(
    "sourceResourceId", "The resource ID of the Azure resource that is given the roles.")
  static let roles = Parameter.strings("roles", "Role names, each '{source type}/{name}'.", maximumCount: 256)
  static let sourceType = Parameter.string(
    "sourceType", "A resource type: only roles that its resources may be given.")
  static let includeRetired = Parameter.boolean(
    "includeRetired", "Whether retired, internal and placeholder roles are listed too.")
  static let format = Parameter.string("format", "The language.", values: RenderingFormat.allCases.map(\.rawValue))
  static let operation = Parameter.string(
    "operation", "What the text is to do, in languages of commands; 'create' if left out.",
    values: operations.keys.sorted())

  static let operations: [String: RenderedBinding.Operation] = [
    "create": .create, "update": .update, "createOrUpdate": .createOrUpdate, "delete": .delete,
  ]
}
