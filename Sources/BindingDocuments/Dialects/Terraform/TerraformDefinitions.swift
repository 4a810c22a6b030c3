extension BlockReading {
  /// Defines a name, and those of what its value holds: `local.cluster.name`, `var.names[0]`.
  mutating func define(_ name: String, _ value: Terraform.Node?, at range: Range<Int>) {
    switch value?.value {
    case nil: definitions.append(Definition(name, nil, at: range))
    case .text(let text): definitions.append(Definition(name, text, at: range))
    case .list(let elements, let isComplete):
      let texts = elements.compactMap(\.text)
      let isKnown = isComplete && texts.count == elements.count
      definitions.append(Definition(name, nil, elements: isKnown ? texts : nil, at: range))
      for (index, element) in elements.enumerated() {
        // Behind another list there is no telling the indices.
        if element.text?.isSplat == true { break }
        define("\(name)[\(index)]", element, at: element.range)
      }
    case .object(let members):
      definitions.append(Definition(name, nil, at: range))
      for member in members {
        guard let inner = member.name.literal else { continue }
        define(name + "." + inner, member.value, at: member.name.range)
      }
    }
  }
}

extension Terraform.Resource {
  /// What other blocks can refer to of a resource that can be a cluster, a source or what these are in.
  var definitions: [Definition] {
    guard let label, type != Self.binding else { return [] }
    let address = (isData ? "data." : "") + type + "." + label
    var definitions: [Definition] = []
    func define(_ attribute: String, _ value: Expression?) {
      guard let value else { return }
      definitions.append(Definition(address + "." + attribute, value, at: labelRange))
    }
    if type == "azapi_resource" {
      define("name", body["name"]?.text)
      define("id", azAPIID)
    } else if type == "azurerm_resource_group" {
      define("name", body["name"]?.text)
      define("location", body["location"]?.text)
      define("id", body["name"]?.text.map { id(in: nil, "/resourceGroups/", $0) })
    } else if type == "azurerm_client_config" {
      define("subscription_id", subscription)
    } else if type == "azurerm_subscription" {
      let subscription = body["subscription_id"]?.text ?? subscription
      define("subscription_id", subscription)
      define("id", .joining([.implied("/subscriptions/", at: labelRange.lowerBound), subscription]))
    } else if type == "azurerm_security_center_subscription_pricing" {
      define("id", body["resource_type"]?.text.map { id(in: nil, "/providers/Microsoft.Security/pricings/", $0) })
    } else if let azureType = Terraform.KnownResource.azureTypes[type] {
      define("name", body["name"]?.text)
      define("resource_group_name", body["resource_group_name"]?.text)
      define("location", body["location"]?.text)
      define(
        "id",
        body["name"]?.text.map { id(in: body["resource_group_name"]?.text ?? unknown, "/providers/\(azureType)/", $0) })
    }
    return definitions
  }

  /// The ID of what has that name in a resource group, or in the subscription.
  private func id(in group: Expression?, _ type: String, _ name: Expression) -> Expression {
    let place = labelRange.lowerBound
    return .joining(
      [.implied("/subscriptions/", at: place), subscription]
        + (group.map { [.implied("/resourceGroups/", at: place), $0] } ?? [])
        + [.implied(type, at: place), name])
  }

  /// The ID of what azapi makes: in its parent, by its type and name.
  private var azAPIID: Expression? {
    guard let parent = body["parent_id"]?.text, let name = body["name"]?.text, let type = body["type"]?.text?.literal,
      let azureType = type.split(separator: "@").first, let slash = azureType.lastIndex(of: "/")
    else { return nil }
    let isChild = azureType.firstIndex(of: "/") != slash
    let step = isChild ? String(azureType[slash...]) : "/providers/" + azureType
    return .joining([parent, .implied(step + "/", at: labelRange.lowerBound), name])
  }

  /// The subscription of the provider that makes it.
  private var subscription: Expression {
    var name = "provider.azurerm"
    if case .text(let provider) = body["provider"]?.value {
      guard let reference = provider.parts.first, provider.parts.count == 1, reference.kind != .opaque,
        reference.text.hasPrefix("azurerm.")
      else { return unknown }
      name = "provider." + reference.text
    }
    let place = labelRange.lowerBound..<labelRange.lowerBound
    return Expression([.init(.reference, name + ".subscription_id", at: place)], range: place, quoting: .none)
  }

  private var unknown: Expression {
    let place = labelRange.lowerBound..<labelRange.lowerBound
    return Expression([.init(.opaque, "", at: place)], range: place, quoting: .none)
  }
}
