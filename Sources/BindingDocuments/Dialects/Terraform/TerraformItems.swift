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

  /// What there may be in a top-level block, an attribute or a document in JSON syntax. Looks at its first words. What only
  /// defines is read when something refers to it.
  static func interest(ofItemAt start: Int, in text: Span<UInt8>) -> Block.Interest {
    if text[start] == UInt8(ascii: "{") { return isJSON(at: start, in: text) ? .anything : .nothing }
    let end = text.skippingIdentifier(from: start)
    let next = text.skippingBlanks(from: end)
    switch text.peek(at: next) {
    case UInt8(ascii: "="):
      return end > start ? .definitions : .nothing
    case UInt8(ascii: "{"):
      if text.has("import", at: start) { return .anything }
      return text.has("locals", at: start) ? .definitions : .nothing
    case UInt8(ascii: "\""):
      if text.has("variable", at: start) { return .definitions }
      if text.has("provider", at: start) { return text.has("azurerm\"", at: next + 1) ? .definitions : .nothing }
      guard text.has("resource", at: start) || text.has("data", at: start) || text.has("ephemeral", at: start) else {
        return .nothing
      }
      if text.has("azapi_", at: next + 1) { return .anything }
      return text.has("azurerm_", at: next + 1) ? interest(ofTypeAt: next + 1, in: text) : .nothing
    default:
      return .nothing
    }
  }

  /// Whether the brace at an offset begins a document in JSON syntax.
  static func isJSON(at start: Int, in text: Span<UInt8>) -> Bool {
    var offset = start + 1
    while offset < text.count, isBlank(text[offset]) || text[offset] == 0x0A { offset &+= 1 }
    return text.peek(at: offset) == UInt8(ascii: "\"") || text.peek(at: offset) == UInt8(ascii: "}")
  }

  /// What there may be in a resource of azurerm.
  private static func interest(ofTypeAt start: Int, in text: Span<UInt8>) -> Block.Interest {
    let end = text.skippingIdentifier(from: start)
    func isHere(_ name: StaticString) -> Bool {
      name.utf8CodeUnitCount == end - start && text.has(name, at: start)
    }
    if isHere("azurerm_kubernetes_cluster_trusted_access_role_binding") { return .anything }
    let isKnown =
      isHere("azurerm_resource_group") || isHere("azurerm_client_config") || isHere("azurerm_subscription")
      || isHere("azurerm_security_center_subscription_pricing") || KnownResource.all.contains { isHere($0.type) }
    return isKnown ? .definitions : .nothing
  }
}
