extension String {
  /// The text with some scalars replaced: those for which `replacement` gives a text.
  ///
  /// By scalars and not by characters, for a quote with a combining mark behind it is a quote to every parser.
  func escapingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        escaped += text
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// As ``escapingScalars(_:)``, and puts `escape` before or in place of each `mark` that a `{` follows: where template
  /// languages start an expression.
  func escapingScalars(
    expressionsAfter marks: [Unicode.Scalar: String], _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if rest.first == "{", let text = marks[scalar] {
        escaped += text
      } else if let text = replacement(scalar) {
        escaped += text
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Whether the scalar can't stand in a text as itself: a control, a line separator, a byte order mark or no character.
  var needsEscape: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The scalar's value in hexadecimal, at least `width` digits.
  func hexadecimal(width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
