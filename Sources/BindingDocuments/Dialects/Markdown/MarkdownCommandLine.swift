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
      for prefix in ["az", "aks"] as [StaticString] {
        guard text.hasIgnoringCase(prefix, at: offset) else { return false }
        let end = offset + prefix.utf8CodeUnitCount
        offset = text.skippingMarkdownBlanks(from: end)
        guard offset > end else { return false }
      }
      return beginnings.contains { text.hasIgnoringCase($0, at: offset) }
    }

    /// How the word behind `az aks` begins where Trusted Access is meant.
    private static let beginnings: [StaticString] = ["trust", "rolebinding", "role-binding"]

    /// The words behind `az`, up to the first that is no plain word, as `<command>`, `--name` and `…` are none.
    private var words: [String] = []
    /// How many words begin with a hyphen.
    private var options = 0
    /// Whether it goes on in the next line.
    private var isContinued = false
    /// Whether it has nothing but plain words.
    private var isPlain = true
    /// Whether something is left out in it.
    private var isElided = false

    /// Looks at a line, or at code within one; `nil` if its first words speak of nothing like Trusted Access.
    init?(_ range: Range<Int>, in text: Span<UInt8>) {
      guard Self.mayBegin(at: range.lowerBound, in: text) else { return nil }
      var offset = range.lowerBound
      while true {
        offset = Swift.min(text.skippingMarkdownBlanks(from: offset), range.upperBound)
        guard offset < range.upperBound else { break }
        var end = offset
        while end < range.upperBound, text[end] > 0x20 { end += 1 }
        guard end > offset else { break }
        if text[offset] == UInt8(ascii: "-"), end > offset + 1 { options += 1 }
        isContinued =
          end == offset + 1 && [UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "^")].contains(text[offset])
        isPlain = isPlain && text.isPlainWord(offset..<end)
        if isPlain, words.count < 8 { words.append(text.string(offset..<end).lowercased()) }
        isElided = isElided || text.has("...", at: offset) || text.has("…", at: offset)
        offset = end
      }
      guard words.count >= 3 else { return nil }
    }

    /// Whether it is a command and not prose that begins as one, or a title: it has options, goes on, or is nothing but a
    /// command's words.
    var isCommand: Bool { options > 0 || isContinued || isPlain && words.count <= 6 }

    /// Whether it says more than a command's name: it is one that does not exist, or has all the options that it needs.
    var isMoreThanAName: Bool {
      // A group of commands that does not exist, without a command of it, is what somebody speaks of.
      guard words[2] == "trustedaccess" else { return options > 0 || words.last.map(Self.verbs.contains) == true }
      guard words.count > 3 else { return false }
      let verbs = Self.options[words[3]]
      guard let verbs else { return true }
      guard words.count > 4 else { return false }
      guard let needed = verbs[words[4]] else { return true }
      return options >= needed && !isElided
    }

    private static let verbs: Set = ["create", "update", "show", "list", "delete"]

    /// How many options the commands need. Source: the help of azure-cli 2.91.0.
    private static let options: [String: [String: Int]] = [
      "role": ["list": 1],
      "rolebinding": ["create": 5, "update": 4, "show": 3, "list": 2, "delete": 3],
    ]
  }
}

extension Span<UInt8> {
  /// Whether a text of lower case letters stands at an offset, in whatever case.
  fileprivate func hasIgnoringCase(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset + length <= count else { return false }
    return text.withUTF8Buffer { bytes in
      for index in 0..<length where self[offset + index] | 0x20 != bytes[index] { return false }
      return true
    }
  }

  /// Whether a stretch holds nothing but letters and hyphens, and begins with a letter.
  fileprivate func isPlainWord(_ range: Range<Int>) -> Bool {
    guard (self[range.lowerBound] | 0x20) &- 0x61 < 26 else { return false }
    for offset in range where (self[offset] | 0x20) &- 0x61 >= 26 && self[offset] != UInt8(ascii: "-") { return false }
    return true
  }
}
