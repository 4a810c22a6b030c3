import TrustedAccess

/// Parameters that several methods share, so that one name means one thing everywhere.
enum Parameters {
  static let cluster = Parameter.string(
    "cluster", "The cluster: its resource ID, or the name of a registered cluster if only one bears it.")
  static let clusterID = Parameter.string(
    "id", "The cluster's resource ID, /subscriptions/…/providers/Microsoft.ContainerService/managedClusters/….")
  static let bindingName = Parameter.string(
    "name", "The binding's name: 1 to \(BindingName.maximumLength) letters, digits or hyphens.")
  static let sourceResourceID = Parameter.string(
    "sourceResourceId", "The resource ID of the Azure resource that is given the roles.")
  static let roles = Parameter.strings(
    "roles", "Role names, each '{source type}/{name}'.", maximumCount: 256)
  static let location = Parameter.string("location", "The Azure location, 'eastus'; the newest known list if left out.")
  static let subscription = Parameter.string("subscription", "The subscription's ID; roles may differ between them.")
  static let sourceType = Parameter.string(
    "sourceType",
    "A resource type, 'Microsoft.DataProtection/backupVaults': only roles that its resources may be given.")
  static let limit = Parameter.integer("limit", "How many items to answer at most.", in: 1...1000)
  static let cursor = Parameter.string(
    "cursor", "Where to go on: 'nextCursor' of the answer before.", maximumLength: 1024)
  static let dryRun = Parameter.boolean("dryRun", "Whether to check the change and tell its outcome without making it.")
  static let ifMatch = Parameter.string(
    "ifMatch", "An etag: the change is made only if the binding still has it.", maximumLength: 256)
  static let confirm = Parameter.boolean("confirm", "Must be true: the change takes access away.")
  static let at = Parameter.string("at", "The point in time, RFC 3339; now if left out.", format: "date-time")
  static let includeRetired = Parameter.boolean(
    "includeRetired", "Whether retired, internal and placeholder roles are listed too.")
}
