/// YAML, so that readers of version 1.1 and of 1.2 see the same.
enum YAML {
  /// The value as a string: plain where every reader takes it for one, else in double quotes.
  static func scalar(_ value: String) -> String { isPlain(value) ? value : quoted(value) }

  /// A list of strings, each on a line of its own.
  static func list(_ values: [String], indentation: Int) -> String {
    if values.isEmpty { return " []" }
    let start = "\n" + String(repeating: " ", count: indentation) + "- "
    return values.map { start + scalar($0) }.joined()
  }

  /// Whether the value may stand without quotes: it starts as no number, date or indicator does, has no character with a
  /// meaning, and is none of the words that stand for a boolean or null.
  private static func isPlain(_ value: String) -> Bool {
    guard let first = value.utf8.first, first == UInt8(ascii: "/") || isLetter(first),
      value.utf8.allSatisfy({ isLetter($0) || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains($0) || $0 == 0x5F })
    else { return false }
    return !words.contains(value.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static let words: Set<String> = ["y", "yes", "n", "no", "true", "false", "on", "off", "null"]

  private static func quoted(_ value: String) -> String {
    "\""
      + value.escapingScalars { scalar in
        switch scalar {
        case "\"": #"\""#
        case "\\": #"\\"#
        case "\n": #"\n"#
        case "\r": #"\r"#
        case "\t": #"\t"#
        default: scalar.needsEscape ? #"\u"# + scalar.hexadecimal(width: 4) : nil
        }
      } + "\""
  }
}
