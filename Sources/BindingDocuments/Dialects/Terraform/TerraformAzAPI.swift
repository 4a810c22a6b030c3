extension Terraform.Resource {
  /// What a resource of azapi says of a binding; `nil` if its type is another.
  func azAPISite(_ bytes: [UInt8]) -> BindingSite? {
    guard let azureType = body["type"]?.text, azureType.isBindingType else { return nil }
    var site = site(.terraformAzAPI, operation)
    site.words = [azureType]
    if let (cluster, name) = body["resource_id"]?.text?.splitBindingID {
      site.cluster = cluster
      site.name = name
    } else {
      site.cluster = body["parent_id"]?.text
      site.name = body["name"]?.text
    }
    guard let resourceBody = body["body"].map({ embedded($0, bytes) }) else { return site }
    let properties = resourceBody["properties"]?.members ?? []
    site.source = properties["sourceResourceId"]?.text
    site.roles = properties["roles"]?.roles
    // The arguments stand in the order of the text.
    let index = body.firstIndex { $0.isNamed("body") } ?? 0
    site.arguments.insert(
      contentsOf: resourceBody.flatMap { member in
        [member.argument] + (member.isNamed("properties") ? properties.map(\.argument) : [])
      }, at: index + 1)
    return site
  }

  private var operation: BindingSite.Operation? {
    switch type {
    case "azapi_resource": return isData ? .show : .declare
    case "azapi_update_resource": return .update
    case "azapi_resource_list": return .list
    case "azapi_resource_action":
      switch body["method"]?.text?.literal?.uppercased() {
      case "PUT": return .declare
      case "DELETE": return .delete
      case "PATCH": return .update
      case "GET": return .show
      default: return nil
      }
    default: return .show
    }
  }

  /// The members of a body: of an object, or of the JSON in a heredoc, which HCL's objects are a superset of.
  private func embedded(_ value: Terraform.Node, _ bytes: [UInt8]) -> [Terraform.Member] {
    guard let text = value.text, text.quoting == .block else { return value.members }
    let contents = bytes[text.range].firstIndex(of: 0x0A) ?? text.range.upperBound
    var lexer = Terraform.Lexer(bytes, contents..<text.range.upperBound)
    lexer.run()
    var parser = Terraform.Parser(bytes, lexer.tokens)
    return parser.document()
  }
}

extension Expression {
  /// Whether it is the type of bindings, in any version.
  fileprivate var isBindingType: Bool {
    guard case .text = parts.first?.kind, let first = parts.first?.text.lowercased() else { return false }
    let type = "microsoft.containerservice/managedclusters/trustedaccessrolebindings"
    return first == type || first.hasPrefix(type + "@")
  }
}
