/// Where a document is not what its dialect allows.
package struct JSONFault: Hashable, Sendable {
  /// Where, in bytes. Empty where something is missing.
  package var range: Range<Int>
  /// What is wrong there.
  package var kind: Kind

  /// What can be wrong.
  package enum Kind: Hashable, Sendable {
    /// Two members or elements without a comma between them.
    case missingComma
    /// A name without a colon behind it.
    case missingColon
    /// Nothing where a value belongs.
    case missingValue
    /// A value or a colon where a member's name belongs.
    case missingName
    /// A comma before a closing bracket, where the dialect has none.
    case trailingComma
    /// A comma with nothing before it in its object.
    case extraComma
    /// An array or object that is never closed; the range is its bracket.
    case unclosed
    /// A closing bracket that closes nothing, or a colon that follows no name.
    case stray
    /// A member in an array, or outside of everything; the range is its name.
    case memberOutsideObject
    /// Something behind the document's one value; told once.
    case contentAfterValue
    /// A string without its closing quote.
    case unterminatedString
    /// A string in single quotes.
    case singleQuotes
    /// A control character in a string, as a line break, where the dialect has none; told once a string.
    case controlCharacter
    /// A backslash that begins no escape, or half a surrogate pair.
    case invalidEscape
    /// Bytes in a string that are not UTF-8; told once a string.
    case invalidUTF8
    /// What begins as a number and is none.
    case malformedNumber
    /// A word that is no value.
    case unknownWord
    /// A name without quotes.
    case unquotedName
    /// What stands for something else, without quotes around it: `${COUNT}`, `#{count}#`, `<your count>`, `...`.
    case placeholder
    /// A comment, where the dialect has none.
    case comment
    /// A block comment without its end.
    case unterminatedComment
    /// White space that is none in JSON, such as a no-break space.
    case foreignWhiteSpace
    /// The text from `JSONTree.longestText` on, which is not looked at.
    case tooLong
  }

  /// Creates a fault.
  package init(_ kind: Kind, _ range: Range<Int>) {
    self.range = range
    self.kind = kind
  }
}

extension JSONFault.Kind {
  /// What is wrong and what would be right, a sentence without a full stop.
  package var message: String {
    switch self {
    case .missingComma: "a comma is missing between two members or elements"
    case .missingColon: "a colon and a value must follow the name"
    case .missingValue: "a value is missing"
    case .missingName: "a member needs a name in double quotes before its value"
    case .trailingComma: "a comma stands before the closing bracket; remove it"
    case .extraComma: "a comma has nothing before it; remove it"
    case .unclosed: "this bracket is never closed"
    case .stray: "this belongs to nothing; remove it"
    case .memberOutsideObject: "a member must stand in an object, within { and }"
    case .contentAfterValue: "a document has one value; nothing may follow it"
    case .unterminatedString: "the string lacks its closing double quote"
    case .singleQuotes: "strings stand in double quotes"
    case .controlCharacter: "control characters in a string must be escaped, a line break as \\n"
    case .invalidEscape: "a backslash must be followed by one of \" \\ / b f n r t, or by u and four hexadecimal digits"
    case .invalidUTF8: "the bytes are not UTF-8"
    case .malformedNumber: "this is no number as JSON writes one: -12, 0.5 or 1e9"
    case .unknownWord: "this is no value; a text stands in double quotes"
    case .unquotedName: "a member's name stands in double quotes"
    case .placeholder: "the placeholder stands without quotes; what replaces it must be a value"
    case .comment: "JSON has no comments"
    case .unterminatedComment: "the comment lacks its */"
    case .foreignWhiteSpace: "this character is no white space in JSON; use a space"
    case .tooLong: "the document is too long; its rest is not looked at"
    }
  }
}
