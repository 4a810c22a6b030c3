extension Terraform {
  /// A `resource` or `data` block.
  struct Resource {
    /// The provider's name of its type, and where that stands.
    var type: String
    var typeLabel: Expression
    /// What it is called in this module; `nil` if that is not typed yet.
    var label: String?
    var labelRange: Range<Int>
    /// Whether it only reads.
    var isData: Bool
    var body: [Member]
    /// All of it.
    var range: Range<Int>
    /// Its words up to its brace.
    var heading: Range<Int>

    /// azurerm's type of bindings.
    static let binding = "azurerm_kubernetes_cluster_trusted_access_role_binding"

    /// What it says of bindings, if it does.
    func site(_ bytes: [UInt8]) -> BindingSite? {
      switch type {
      case Self.binding: azureRMSite
      case "azapi_resource", "azapi_update_resource", "azapi_resource_action", "azapi_resource_list",
        "azapi_resource_id":
        azAPISite(bytes)
      default: nil
      }
    }

    /// A site of what both providers have in common.
    func site(_ form: BindingSite.Form, _ operation: BindingSite.Operation?) -> BindingSite {
      var site = BindingSite(form, operation, range: range, heading: heading)
      site.isRepeated = body.contains { $0.isNamed("for_each") || $0.isNamed("count") }
      site.isReference = isData
      site.arguments = body.map(\.argument)
      return site
    }

    private var azureRMSite: BindingSite {
      var site = site(.terraformAzureRM, isData ? .show : .declare)
      site.words = [typeLabel]
      site.name = body["name"]?.text
      site.cluster = body["kubernetes_cluster_id"]?.text
      site.source = body["source_resource_id"]?.text
      site.roles = body["roles"]?.roles
      return site
    }

    /// The site of an `import` block: the binding is what it is, and told by its ID.
    static func imported(_ body: [Member], range: Range<Int>, heading: Range<Int>) -> BindingSite? {
      guard let id = body["id"]?.text, let (cluster, name) = id.splitBindingID else { return nil }
      let isAzAPI = body["to"]?.text?.parts.first?.text.hasPrefix("azapi_") == true
      var site = BindingSite(isAzAPI ? .terraformAzAPI : .terraformAzureRM, .show, range: range, heading: heading)
      site.isReference = true
      site.isRepeated = body["for_each"] != nil
      site.arguments = body.map(\.argument)
      site.cluster = cluster
      site.name = name
      return site
    }
  }
}

extension Terraform.Member {
  /// The member as an argument of a site. A list's elements are its values; of an object there are none.
  var argument: Argument {
    Argument(name, value?.values ?? [])
  }
}

extension Terraform.Node {
  fileprivate var values: [Expression] {
    switch value {
    case .text(let text): [text]
    case .list(let elements, _): elements.flatMap(\.values)
    case .object: []
    }
  }

  /// The value as a list of roles. A reference is to any number of them.
  var roles: RoleList {
    switch value {
    case .list(let elements, let isComplete):
      let texts = elements.flatMap(\.values)
      return RoleList(texts, range: range, isComplete: isComplete, form: .array)
    case .text(let text):
      let text = text.spread
      return RoleList([text], range: range, isComplete: text.literal != nil || text.isSplat, form: .array)
    case .object:
      return RoleList([], range: range, isComplete: false, form: .array)
    }
  }
}

extension Expression {
  /// The cluster's ID and the binding's name in the ID of a binding; `nil` if it is none.
  var splitBindingID: (cluster: Expression, name: Expression)? {
    for (index, part) in parts.enumerated().reversed() where part.kind == .text {
      guard let type = part.text.lastRange(ofLowercased: "/trustedaccessrolebindings/") else { continue }
      let text = Array(part.text.utf8)
      func piece(_ range: Range<Int>) -> [Part] {
        guard !range.isEmpty else { return [] }
        let place =
          part.isVerbatim
          ? part.range.lowerBound + range.lowerBound..<part.range.lowerBound + range.upperBound : part.range
        return [Part(.text, String(decoding: text[range], as: UTF8.self), at: place)]
      }
      let before = Array(parts[..<index]) + piece(0..<type.lowerBound)
      let after = piece(type.upperBound..<text.count) + parts[(index + 1)...]
      return (placed(before), placed(after))
    }
    return nil
  }

  private func placed(_ parts: [Part]) -> Expression {
    let start = parts.map(\.range.lowerBound).min() ?? range.upperBound
    let end = parts.map(\.range.upperBound).max() ?? range.upperBound
    return Expression(parts, range: start..<end, quoting: .piece)
  }
}

extension String {
  /// Where a text of lower case ASCII stands last in this one, whatever case it has here, in bytes.
  fileprivate func lastRange(ofLowercased wanted: String) -> Range<Int>? {
    let bytes = utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    let wanted = Array(wanted.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }
}
