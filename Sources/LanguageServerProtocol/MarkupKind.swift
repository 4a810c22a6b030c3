import JSON

/// LSP 3.17, "MarkupKind": how a text for people is written.
package enum MarkupKind: String, Hashable, Sendable {
  /// As it is to be seen.
  case plainText = "plaintext"

  /// With the marks of Markdown, which the client renders.
  case markdown

  /// What is written for a client, by the kinds that it lists: Markdown, unless it lists others alone.
  init(offeredBy kinds: JSONValue?) {
    guard let kinds, !kinds.elements.isEmpty else {
      self = .markdown
      return
    }
    self = kinds.elements.contains { $0.string == Self.markdown.rawValue } ? .markdown : .plainText
  }
}
