/// Where and why a text is not JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The byte at which the text stops being JSON: no text that begins with the bytes up to and including it is JSON.
  /// If the text ends too soon this is its length. For a sequence that is not UTF-8 and for an escaped surrogate
  /// without its other half this is where the sequence or the escape begins.
  package var offset: Int
  /// What is wrong there and what would be right.
  package var message: String

  /// Creates an error.
  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The message and its place.
  package var description: String { "\(message) (at byte \(offset))" }
}

// Errors are made here, out of line, so that the parser's loops hold none of the code for it.
extension JSONSyntaxError {
  @inline(never)
  static func expected(_ what: String, in text: RawSpan, at offset: Int) -> JSONSyntaxError {
    guard offset < text.byteCount else {
      return JSONSyntaxError(offset: offset, message: "expected \(what), but the text ends")
    }
    let byte = text.byte(at: offset)
    let hint =
      switch byte {
      case UInt8(ascii: "'"): "; strings stand in double quotes"
      case UInt8(ascii: "/"), UInt8(ascii: "#"): "; JSON has no comments"
      default: ""
      }
    return JSONSyntaxError(offset: offset, message: "expected \(what), found \(name(of: byte))\(hint)")
  }

  @inline(never)
  static func fault(_ message: String, at offset: Int) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset, message: message)
  }

  static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21..<0x7F: "'\(Character(Unicode.Scalar(byte)))'"
    case 0x20: "a space"
    default: "the byte 0x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
    }
  }
}
