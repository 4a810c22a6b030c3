import BindingRendering
import SourceText
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
  static let registeredClusterID = Parameter.string("id", "The cluster's resource ID.")
  static let clusterName = Parameter.string("name", "A cluster's name: only clusters of that name, in any group.")
  static let location = Parameter.string("location", "An Azure location, 'eastus' or 'East US'.", maximumLength: 128)
  static let enablePrivateCluster = Parameter.boolean(
    "enablePrivateCluster", "Whether the API server has a private address only.")
  static let disableLocalAccounts = Parameter.boolean("disableLocalAccounts", "Whether local accounts are off.")
  static let enableAAD = Parameter.boolean("enableAAD", "Whether people sign in with Microsoft Entra ID.")
  static let authorizedIPRanges = Parameter.strings(
    "authorizedIPRanges", "The IPv4 ranges that may reach the API server.", maximumCount: 200)
  static let force = Parameter.boolean("force", "Whether a cluster is taken out together with its bindings.")
  static let dryRun = Parameter.boolean(
    "dryRun", "Whether the change is only checked: the reply is what the change's would be, and nothing is changed.")
  static let confirm = Parameter.boolean(
    "confirm", "True: the caller knows whom the deletion disconnects. Without it the error tells.")
  static let ifMatch = Parameter.string(
    "ifMatch", "An etag: the change is made only if the binding still has it.", maximumLength: 256)
  static let limit = Parameter.integer("limit", "How many at most; the rest is on the next pages.", in: 1...1000)
  static let cursor = Parameter.string("cursor", "The 'nextCursor' of the page before.", maximumLength: 4096)
  static let plannedOperation = Parameter.string(
    "operation", "What is planned; 'apply' if left out: the binding as given.", values: ["apply", "delete"])
  static let role = Parameter.string("role", "A role's name, '{source type}/{name}' or its own name alone.")
  static let typed = Parameter.string("text", "What has been typed so far; empty for all roles.", maximumLength: 1024)
  static let completionLimit = Parameter.integer("limit", "How many proposals at most; 50 if left out.", in: 1...1000)
  static let verb = Parameter.string("verb", "The verb, 'get'; for a path the HTTP method in small letters.")
  static let resource = Parameter.string("resource", "The resource, with its subresource if any: 'pods/log'.")
  static let apiGroup = Parameter.string("apiGroup", "The resource's API group; the core group if left out.")
  static let resourceName = Parameter.string("resourceName", "The name of the object.")
  static let nonResourceURL = Parameter.string("nonResourceURL", "A path that is no resource, '/healthz'.")
  static let time = Parameter.string("time", "The time to answer for, RFC 3339; now if left out.", format: "date-time")
  static let typedResourceID = Parameter.string("text", "The resource ID as far as it is typed; may be empty.")
  static let offset = Parameter.integer(
    "offset", "Where the cursor is, in UTF-8 bytes; at the end if left out.", in: 0...65536)
  static let completedResource = Parameter.string(
    "expect", "What the ID is to name.", values: ["any", "cluster", "binding", "source"])
  static let subscription = Parameter.string(
    "subscription", "A subscription's ID: the list as that subscription sees it.", maximumLength: 128)
  static let cloud = Parameter.string(
    "cloud", "The cloud, as the Azure CLI names it; 'AzureCloud' if left out.", maximumLength: 64)
  static let format = Parameter.string("format", "The language.", values: RenderingFormat.allCases.map(\.rawValue))
  static let operation = Parameter.string(
    "operation", "What the text is to do, in languages of commands; 'create' if left out.",
    values: operations.keys.sorted())

  static let documentText = Parameter.string("text", "The document's text.", maximumLength: 1 << 26)
  static let languageID = Parameter.string(
    "languageId", "The document's language, as LSP names it; else 'uri' tells it.", maximumLength: 64)
  static let documentURI = Parameter.string(
    "uri", "The document's URI or path: the end of its name tells the language.")
  static let positionEncoding = Parameter.string(
    "positionEncoding", "What the characters of positions count; 'utf-16' if left out.",
    values: PositionEncoding.allCases.map(\.rawValue))

  static let operations: [String: RenderedBinding.Operation] = [
    "create": .create, "update": .update, "createOrUpdate": .createOrUpdate, "delete": .delete,
  ]
}
