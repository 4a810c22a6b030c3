extension YAML {
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    switch quoting {
    case .none: isPlain(text) ? text : nil
    case .single:
      text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? nil : doubled(text)
    case .double: escaped(text)
    case .block:
      text.isEmpty || text.first == " " || text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        ? nil : text
    case .piece: text.asPiece
    }
  }

  /// Whether a text needs no quotes, in block style and in flow style: it begins with a letter, a digit, `/`, `.` or
  /// `_`, has nothing that ends it, and means a text and no number or other value.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.last != " " else { return false }
    guard first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "/" || first == "." || first == "_"
    else { return false }
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", "[", "]", "{", "}": return false
      case "#" where last == " ": return false
      case " " where last == ":": return false
      default: if scalar.value < 0x20 || scalar.value == 0x7F { return false }
      }
      last = scalar
    }
    if last == ":" { return false }
    return !isOtherValue(text)
  }

  /// Whether a text without quotes would be a number, a truth value or nothing, by YAML 1.1 or 1.2.
  private static func isOtherValue(_ text: String) -> Bool {
    switch text.lowercased() {
    case "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan": true
    default:
      text.unicodeScalars.allSatisfy { scalar in
        ("0"..."9").contains(scalar) || "_.:-+eExXabcdfABCDF".unicodeScalars.contains(scalar)
      } && text.unicodeScalars.contains { ("0"..."9").contains($0) }
        && text.unicodeScalars.first.map { ("0"..."9").contains($0) || $0 == "." } ?? false
    }
  }

  private static func doubled(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { spelled, scalar in
      switch scalar {
      case "\"": spelled += "\\\""
      case "\\": spelled += "\\\\"
      case "\n": spelled += "\\n"
      case "\t": spelled += "\\t"
      case "\r": spelled += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        spelled += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: spelled.unicodeScalars.append(scalar)
      }
    }
  }
}
