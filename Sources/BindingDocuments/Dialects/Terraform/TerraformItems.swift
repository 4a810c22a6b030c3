extension Terraform {
  /// Whether a line that begins at an offset plainly begins a top-level block, whatever is open before it: then behind
  /// what tells so; else `nil`.
  @inline(__always)
  static func beginsItem(at line: Int, in text: Span<UInt8>) -> Int? {
    guard line < text.count, text[line] >= UInt8(ascii: "a"), text[line] <= UInt8(ascii: "v") else { return nil }
    return beginsKnownBlock(at: line, in: text)
  }

  @inline(never)
  private static func beginsKnownBlock(at line: Int, in text: Span<UInt8>) -> Int? {
    let end = text.skippingIdentifier(from: line)
    let next = text.skippingBlanks(from: end)
    switch text.peek(at: next) {
    case UInt8(ascii: "\""): return labelled.contains(where: isHere) ? next + 1 : nil
    case UInt8(ascii: "{"): return unlabelled.contains(where: isHere) ? next + 1 : nil
    default: return nil
    }

    func isHere(_ word: StaticString) -> Bool {
      word.utf8CodeUnitCount == end - line && text.has(word, at: line)
    }
  }

  private static let labelled: [StaticString] = [
    "resource", "data", "module", "variable", "output", "provider", "ephemeral", "check",
  ]
  private static let unlabelled: [StaticString] = ["locals", "terraform", "import", "moved", "removed"]

  /// Whether a top-level block, an attribute or a document in JSON syntax may hold something. Looks at its first words.
  static func isOfInterest(itemAt start: Int, in text: Span<UInt8>) -> Bool {
    if text[start] == UInt8(ascii: "{") { return isJSON(at: start, in: text) }
    let end = text.skippingIdentifier(from: start)
    let next = text.skippingBlanks(from: end)
    switch text.peek(at: next) {
    case UInt8(ascii: "="): return end > start
    case UInt8(ascii: "{"): return text.has("locals", at: start) || text.has("import", at: start)
    case UInt8(ascii: "\""):
      if text.has("variable", at: start) { return true }
      if text.has("provider", at: start) { return text.has("azurerm\"", at: next + 1) }
      guard text.has("resource", at: start) || text.has("data", at: start) || text.has("ephemeral", at: start) else {
        return false
      }
      return text.has("azapi_", at: next + 1)
        || text.has("azurerm_", at: next + 1) && isKnown(typeAt: next + 1, in: text)
    default: return false
    }
  }

  /// What there may be in the item at an offset. What only defines is read when something refers to it.
  static func interest(ofItemAt start: Int, in text: Span<UInt8>) -> Block.Interest {
    guard isOfInterest(itemAt: start, in: text) else { return .nothing }
    if text.has("variable", at: start) || text.has("locals", at: start) || text.has("provider", at: start) {
      return .definitions
    }
    let quote = text.skippingBlanks(from: text.skippingIdentifier(from: start))
    let isDefinition =
      text.has("resource", at: start) && text.has("azurerm_", at: quote + 1)
      && !text.has("azurerm_kubernetes_cluster_trusted_access_role_binding", at: quote + 1)
    return isDefinition ? .definitions : .anything
  }

  /// Whether the brace at an offset begins a document in JSON syntax.
  static func isJSON(at start: Int, in text: Span<UInt8>) -> Bool {
    var offset = start + 1
    while offset < text.count, isBlank(text[offset]) || text[offset] == 0x0A { offset &+= 1 }
    return text.peek(at: offset) == UInt8(ascii: "\"") || text.peek(at: offset) == UInt8(ascii: "}")
  }

  private static func isKnown(typeAt start: Int, in text: Span<UInt8>) -> Bool {
    let end = text.skippingIdentifier(from: start)
    func isHere(_ name: StaticString) -> Bool {
      name.utf8CodeUnitCount == end - start && text.has(name, at: start)
    }
    return isHere("azurerm_kubernetes_cluster_trusted_access_role_binding") || isHere("azurerm_resource_group")
      || isHere("azurerm_client_config") || isHere("azurerm_subscription")
      || isHere("azurerm_security_center_subscription_pricing")
      || KnownResource.all.contains { isHere($0.type) }
  }
}
