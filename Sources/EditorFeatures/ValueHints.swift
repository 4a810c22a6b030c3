package import BindingDocuments

/// What a reference comes to, shown beside it.
package struct ValueHint: Hashable, Sendable {
  /// Behind what it stands, in bytes of the document.
  package var offset: Int

  /// The value as it is shown: what is long is shortened to what tells it from others.
  package var label: String

  /// All of the value.
  package var value: String
}

/// Shows what the values of bindings come to that are only referred to.
package enum ValueHints {
  /// How long a value may be to be shown whole, in bytes.
  private static let longest = 40

  /// The hints in a stretch of a document.
  package static func hints(in range: Range<Int>, of document: DocumentAnalysis) -> [ValueHint] {
    document.followedValues(touching: range).map { value in
      ValueHint(offset: value.range.upperBound, label: shortened(value.text), value: value.text)
    }
  }

  /// The end of a resource ID or role, which names it.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longest, let last = text.split(separator: "/").last else { return text }
    return "…/\(last)"
  }
}
