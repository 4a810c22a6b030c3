package import JSON

/// LSP 3.17, "InitializeParams", as far as something depends on them; what is not put as LSP has it counts as left out.
package struct InitializeParams: Sendable {
  /// The process whose end ends the server.
  package var processId: Int?

  /// What the client offers.
  package var capabilities: ClientCapabilities

  /// What its user wants of the server.
  package var initializationOptions: JSONValue?

  /// The URIs of the folders that are open.
  package var workspaceFolders: [String]

  /// Reads the parameters.
  package init(_ params: JSONValue?) {
    processId = params?["processId"]?.integer
    capabilities = ClientCapabilities(params?["capabilities"])
    initializationOptions = params?["initializationOptions"]
    workspaceFolders = []
    if let folders = params?["workspaceFolders"], folders.kind == .array {
      workspaceFolders = folders.elements.compactMap { $0["uri"]?.string }
    } else if let root = params?["rootUri"]?.string {
      workspaceFolders = [root]
    }
  }
}
