/// What `az` says of a binding, called from PowerShell.
enum PowerShellAzureCLISite {
  static func site(of command: PowerShellCommand, _ strings: PowerShellStrings) -> BindingSite? {
    AzureCommandLine.site(of: words(of: command, strings), range: command.range)
  }

  /// What `az` makes of its subscription and its defaults, called from PowerShell.
  static func definitions(by command: PowerShellCommand, _ strings: PowerShellStrings) -> [Definition] {
    AzureCommandLine.definitions(by: words(of: command, strings))
  }

  /// The words as the program is given them. A list whose commas have no blanks around them is one word; of another, each
  /// element is one.
  static func words(of command: PowerShellCommand, _ strings: PowerShellStrings) -> [Expression] {
    var words: [Expression] = []
    for word in command.words {
      if word.elements.count > 1, !word.hasBlanks {
        words.append(joined(word))
      } else {
        words += word.elements
      }
    }
    words = words.map(withoutBackslashes)
    if let verbatim = command.verbatim {
      words.removeLast()
      words += PowerShellVerbatim(strings.bytes, verbatim).words
    }
    return words
  }

  private static func joined(_ word: PowerShellCommand.Word) -> Expression {
    var parts: [Expression.Part] = []
    for element in word.elements {
      if let last = parts.last {
        let place = last.range.upperBound
        parts.append(.init(.text, ",", at: place..<Swift.max(place, element.range.lowerBound)))
      }
      parts += element.parts
    }
    return Expression(parts, range: word.range, quoting: .none)
  }

  /// `\"` is how a double quote gets through to a program.
  private static func withoutBackslashes(_ word: Expression) -> Expression {
    guard word.parts.contains(where: { $0.isVerbatim && $0.text.utf8.contains(UInt8(ascii: "\\")) }) else {
      return word
    }
    var word = word
    word.parts = word.parts.flatMap { part -> [Expression.Part] in
      guard part.isVerbatim else { return [part] }
      var parts: [Expression.Part] = []
      let bytes = Array(part.text.utf8)
      var start = 0
      func flush(_ end: Int) {
        guard end > start else { return }
        let place = part.range.lowerBound
        parts.append(.init(.text, String(decoding: bytes[start..<end], as: UTF8.self), at: place + start..<place + end))
      }
      var offset = 0
      while offset + 1 < bytes.count {
        if bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "\"") {
          flush(offset)
          let place = part.range.lowerBound + offset
          parts.append(.init(.text, "\"", at: place..<place + 2))
          start = offset + 2
          offset = start
        } else {
          offset += 1
        }
      }
      flush(bytes.count)
      return parts
    }
    return word
  }
}
