/// A change that a client made to a document: LSP's `TextDocumentContentChangeEvent`. Its `rangeLength`, which LSP has
/// deprecated, adds nothing to the range.
package struct TextChange: Hashable, Sendable {
  /// What is replaced; `nil` for all.
  package var range: PositionRange?
  /// What stands there instead, in UTF-8.
  package var text: [UInt8]

  /// Creates a change.
  package init(range: PositionRange?, text: [UInt8]) {
    self.range = range
    self.text = text
  }
}

/// What a change did to the bytes of a text.
package struct AppliedEdit: Hashable, Sendable {
  /// The bytes that were replaced, as offsets in the text before the change.
  package var range: Range<Int>
  /// How many bytes stand there instead.
  package var newLength: Int

  /// Creates an edit.
  package init(range: Range<Int>, newLength: Int) {
    self.range = range
    self.newLength = newLength
  }
}

/// Which of a notification's changes cannot be, and why.
package struct TextChangeError: Error, Hashable, Sendable {
  /// The place of the change among those of the notification, from 0.
  package var index: Int
  /// What is wrong with it and what would be right.
  package var message: String

  /// Creates an error.
  package init(index: Int, message: String) {
    self.index = index
    self.message = message
  }
}

extension TextChangeError: CustomStringConvertible {
  /// The change and the message.
  package var description: String { "contentChanges[\(index)]: \(message)" }
}
