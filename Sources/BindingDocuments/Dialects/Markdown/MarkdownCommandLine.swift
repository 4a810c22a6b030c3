extension Markdown {
  /// A stretch of a page that may be a command of Trusted Access.
  struct CommandLine {
    /// Whether a line, or code within one, may begin as such a command does, behind blanks and a prompt.
    @inline(__always)
    static func mayBegin(at start: Int, in text: Span<UInt8>) -> Bool {
      var offset = text.skippingMarkdownBlanks(from: start)
      let first = text.peek(at: offset)
      if first == UInt8(ascii: "$") || first == UInt8(ascii: ">") || first == UInt8(ascii: "#") {
        offset = text.skippingMarkdownBlanks(from: offset + 1)
      }
      guard text.peek(at: offset) | 0x20 == UInt8(ascii: "a") else { return false }
      return CommandLine(offset..<text.endOfLine(from: offset), in: text) != nil
    }

    /// The words behind `az`, up to the first that is no plain word, as `<command>`, `--name` and `…` are none.
    private var words: [String] = []
    /// How many words begin with a hyphen.
    private var options = 0
    /// Whether it goes on in the next line.
    private var isContinued = false

    /// Looks at a line, or at code within one; `nil` if its first words speak of nothing like Trusted Access.
    init?(_ range: Range<Int>, in text: Span<UInt8>) {
      var offset = range.lowerBound
      var isPlain = true
      var count = 0
      while true {
        offset = Swift.min(text.skippingMarkdownBlanks(from: offset), range.upperBound)
        guard offset < range.upperBound else { break }
        var end = offset
        while end < range.upperBound, text[end] > 0x20 { end += 1 }
        guard end > offset else { break }
        count += 1
        if text[offset] == UInt8(ascii: "-"), end > offset + 1 { options += 1 }
        isContinued =
          end == offset + 1 && [UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "^")].contains(text[offset])
        isPlain = isPlain && text.isPlainWord(offset..<end)
        if isPlain, words.count < 8 { words.append(text.string(offset..<end).lowercased()) }
        // What the first words tell, before the rest of a long line is looked at.
        if count == 3, !speaksOfTrustedAccess { return nil }
        offset = end
      }
      guard count >= 3 else { return nil }
    }

    private var speaksOfTrustedAccess: Bool {
      guard words.count >= 3, words[0] == "az", words[1] == "aks" else { return false }
      return words[2].hasPrefix("trust") || words[2].hasPrefix("rolebinding") || words[2].hasPrefix("role-binding")
    }

    /// Whether it is a command and not prose that begins as one: it has options, goes on, or is nothing but words of
    /// commands.
    var isCommand: Bool { options > 0 || isContinued || words.count <= 6 }

    /// Whether it says more than a command's name: it is one that does not exist, or has as many options as one needs.
    var isMoreThanAName: Bool {
      guard words[2] == "trustedaccess" else { return true }
      guard words.count > 3 else { return false }
      let verbs = Self.options[words[3]]
      guard let verbs else { return true }
      guard words.count > 4 else { return false }
      guard let needed = verbs[words[4]] else { return true }
      return options >= needed
    }

    /// How many options the commands need. Source: the help of azure-cli 2.91.0.
    private static let options: [String: [String: Int]] = [
      "role": ["list": 1],
      "rolebinding": ["create": 5, "update": 4, "show": 3, "list": 2, "delete": 3],
    ]
  }
}

extension Span<UInt8> {
  /// Whether a stretch holds nothing but letters and hyphens, and begins with a letter.
  fileprivate func isPlainWord(_ range: Range<Int>) -> Bool {
    guard (self[range.lowerBound] | 0x20) &- 0x61 < 26 else { return false }
    for offset in range where (self[offset] | 0x20) &- 0x61 >= 26 && self[offset] != UInt8(ascii: "-") { return false }
    return true
  }
}
