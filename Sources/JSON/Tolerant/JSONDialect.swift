/// What a document may hold beyond RFC 8259. A tree has it all the same; the dialect says what of it is a fault.
package struct JSONDialect: Hashable, Sendable {
  /// Comments, `//` to the end of the line and `/* */`.
  package var allowsComments: Bool
  /// A comma before a closing bracket.
  package var allowsTrailingCommas: Bool
  /// Line breaks, tabs and other control characters in strings, as they are.
  package var allowsControlCharactersInStrings: Bool

  /// Creates a dialect.
  package init(allowsComments: Bool, allowsTrailingCommas: Bool, allowsControlCharactersInStrings: Bool) {
    self.allowsComments = allowsComments
    self.allowsTrailingCommas = allowsTrailingCommas
    self.allowsControlCharactersInStrings = allowsControlCharactersInStrings
  }

  /// RFC 8259.
  package static let json = JSONDialect(
    allowsComments: false, allowsTrailingCommas: false, allowsControlCharactersInStrings: false)

  /// JSON with comments, as Visual Studio Code's settings have them.
  package static let jsonc = JSONDialect(
    allowsComments: true, allowsTrailingCommas: true, allowsControlCharactersInStrings: false)

  /// Azure Resource Manager's templates: comments, and strings of several lines ("Understand the structure and syntax of
  /// ARM templates", Microsoft Learn). The Azure CLI reads them with Python's parser, whose `strict=False` takes any
  /// control character in a string and which refuses a trailing comma.
  package static let armTemplate = JSONDialect(
    allowsComments: true, allowsTrailingCommas: false, allowsControlCharactersInStrings: true)
}
