/// Finds placeholders in one pass.
struct PlaceholderScanner {
  private let bytes: [UInt8]

  /// For every opening bracket that is closed, the place of its closing one.
  private let closings: [Int: Int]

  /// Whether ``scan()`` may find anything in `text`; it finds nothing if not. One look at each byte.
  static func mayFind(in text: some StringProtocol) -> Bool {
    text.withUTF8Bytes { bytes in
      var before = UInt8(ascii: "/")
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "@"),
          UInt8(ascii: "["), 0xE2:
          return true
        case UInt8(ascii: ".") where before == UInt8(ascii: "/"): return true
        case UInt8(ascii: "_") where before == byte: return true
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
          if before.asciiLowercased == UInt8(ascii: "x") { return true }
        case UInt8(ascii: "o"), UInt8(ascii: "O"):
          if before.asciiLowercased == UInt8(ascii: "y") { return true }
        default: break
        }
        before = byte
      }
      return false
    }
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    closings = Self.closings(in: bytes)
  }

  /// The placeholders, in order.
  func scan() -> [Placeholder] {
    if let end = endOfARMExpression() { return [Placeholder(form: .armExpression, range: 0..<end)] }
    var found: [Placeholder] = []
    var place = 0
    while place < bytes.count {
      if let (form, end) = marked(at: place) ?? word(at: place) {
        found.append(Placeholder(form: form, range: place..<end))
        place = end
      } else if isWordByte(bytes[place]) {
        place = endOfWord(from: place)
      } else {
        place += 1
      }
    }
    return found
  }

  /// A placeholder that starts at `place` with a mark of its own, and where it ends.
  private func marked(at place: Int) -> (Placeholder.Form, Int)? {
    switch bytes[place] {
    case UInt8(ascii: "$"): dollar(at: place)
    case UInt8(ascii: "{"): braces(at: place)
    case UInt8(ascii: "<"): angleBrackets(at: place)
    case UInt8(ascii: "["): squareBrackets(at: place)
    case UInt8(ascii: "%"): enclosed(at: place, form: .percent)
    case UInt8(ascii: "@"): enclosed(at: place, form: .token)
    case UInt8(ascii: "."), 0xE2: ellipsis(at: place)
    default: nil
    }
  }

  private func dollar(at place: Int) -> (Placeholder.Form, Int)? {
    switch byte(at: place + 1) {
    case UInt8(ascii: "{"):
      guard let closing = closings[place + 1] else { return nil }
      return (byte(at: place + 2) == UInt8(ascii: "{") ? .workflowExpression : .interpolation, closing + 1)
    case UInt8(ascii: "["):
      guard byte(at: place + 2) == UInt8(ascii: "["), let closing = closings[place + 1] else { return nil }
      return (.workflowExpression, closing + 1)
    case UInt8(ascii: "("):
      return closings[place + 1].map { (.substitution, $0 + 1) }
    case let first where first.isASCIILetterOrDigit || first == UInt8(ascii: "_"):
      var end = endOfIdentifier(from: place + 1)
      // PowerShell names a scope or a drive before the variable: $env:NAME.
      if byte(at: end) == UInt8(ascii: ":") {
        let endWithScope = endOfIdentifier(from: end + 1)
        if endWithScope > end + 1 { end = endWithScope }
      }
      return (.variable, end)
    default: return nil
    }
  }

  private func braces(at place: Int) -> (Placeholder.Form, Int)? {
    guard let closing = closings[place], closing > place + 1 else { return nil }
    let isDouble = byte(at: place + 1) == UInt8(ascii: "{")
    return (isDouble ? .template : .braces, closing + 1)
  }

  private func angleBrackets(at place: Int) -> (Placeholder.Form, Int)? {
    guard let closing = closings[place], closing > place + 1 else { return nil }
    return (.angleBrackets, closing + 1)
  }

  /// Words in square brackets: `[resource-group]`, and not `[a,b]` or `["a"]`, which are lists.
  private func squareBrackets(at place: Int) -> (Placeholder.Form, Int)? {
    guard place == 0 || bytes[place - 1] == UInt8(ascii: "/"), let closing = closings[place], closing > place + 2,
      closing + 1 == bytes.count || bytes[closing + 1] == UInt8(ascii: "/"), byte(at: place + 1) >= 0x40,
      bytes[place + 1..<closing].allSatisfy({ isWordByte($0) || $0 == UInt8(ascii: " ") })
    else { return nil }
    return (.squareBrackets, closing + 1)
  }

  /// `%NAME%` or `@Name@`.
  private func enclosed(at place: Int, form: Placeholder.Form) -> (Placeholder.Form, Int)? {
    let end = endOfIdentifier(from: place + 1)
    guard end > place + 1, byte(at: end) == bytes[place], !(byte(at: place + 1) &- 0x30 < 10) else { return nil }
    // Two hexadecimal digits are an encoded byte: %C3%A9.
    if form == .percent, end == place + 3, isHexadecimal(bytes[place + 1]), isHexadecimal(bytes[place + 2]) {
      return nil
    }
    return (form, end + 1)
  }

  private func ellipsis(at place: Int) -> (Placeholder.Form, Int)? {
    guard place == 0 || bytes[place - 1] == UInt8(ascii: "/") else { return nil }
    let isDots = bytes[place...].starts(with: "...".utf8)
    guard isDots || bytes[place...].starts(with: "…".utf8) else { return nil }
    let end = place + 3
    return end == bytes.count || bytes[end] == UInt8(ascii: "/") ? (.ellipsis, end) : nil
  }

  /// A word at `place` that is a placeholder for what it says, and where it ends.
  private func word(at place: Int) -> (Placeholder.Form, Int)? {
    guard isWordByte(bytes[place]), place == 0 || !isWordByte(bytes[place - 1]) else { return nil }
    let end = endOfWord(from: place)
    let word = bytes[place..<end]
    if isCrosses(word) { return (.crosses, end) }
    if isYour(word) { return (.your, end) }
    if word.count > 4, word.starts(with: "__".utf8), word.suffix(2).elementsEqual("__".utf8) { return (.token, end) }
    return nil
  }

  /// Whether the word has three crosses or more in a row and else only crosses, zeros, hyphens and underscores.
  private func isCrosses(_ word: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var longest = 0
    for byte in word {
      switch byte.asciiLowercased {
      case UInt8(ascii: "x"): run += 1
      case UInt8(ascii: "0"), UInt8(ascii: "-"), UInt8(ascii: "_"): run = 0
      default: return false
      }
      longest = max(longest, run)
    }
    return longest >= 3
  }

  /// Whether the word starts with `your`, and another word follows.
  private func isYour(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count > 4, word.prefix(4).map(\.asciiLowercased).elementsEqual("your".utf8) else { return false }
    let next = word[word.startIndex + 4]
    if next == UInt8(ascii: "_") || next == UInt8(ascii: "-") { return true }
    return next &- 0x41 < 26 && word[word.startIndex + 3] == UInt8(ascii: "r")
  }

  /// The end of the text without white space after it, if the whole is `[name(…)…]`.
  private func endOfARMExpression() -> Int? {
    let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    guard bytes.first == UInt8(ascii: "["), end > 3, closings[0] == end - 1 else { return nil }
    let name = endOfIdentifier(from: 1)
    return name > 1 && byte(at: name) == UInt8(ascii: "(") ? end : nil
  }

  private func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func endOfIdentifier(from place: Int) -> Int {
    var end = min(place, bytes.count)
    while end < bytes.count, bytes[end].isASCIILetterOrDigit || bytes[end] == UInt8(ascii: "_") { end += 1 }
    return end
  }

  private func endOfWord(from place: Int) -> Int {
    var end = place
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    return end
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80 && byte != 0xE2
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte.asciiLowercased &- 0x61 < 6
  }

  /// Pairs up brackets, each kind by itself; angle brackets do not nest.
  private static func closings(in bytes: [UInt8]) -> [Int: Int] {
    var closings: [Int: Int] = [:]
    var open: [UInt8: [Int]] = [:]
    func close(_ bracket: Unicode.Scalar, at place: Int) {
      if let start = open[UInt8(ascii: bracket)]?.popLast() { closings[start] = place }
    }
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): open[byte, default: []].append(place)
      case UInt8(ascii: "<"): open[byte] = [place]
      case UInt8(ascii: "}"): close("{", at: place)
      case UInt8(ascii: ")"): close("(", at: place)
      case UInt8(ascii: "]"): close("[", at: place)
      case UInt8(ascii: ">"): close("<", at: place)
      default: break
      }
    }
    return closings
  }
}
