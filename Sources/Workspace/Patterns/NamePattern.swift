/// A pattern for one name of a path, as in `.gitignore`: `*`, `?`, `[a-z]`, `[!a-z]`, `[[:digit:]]` and `\` before what is
/// to stand for itself. Names are bytes; nothing is known of their encoding.
///
/// Source: gitignore(5), fnmatch(3), and git's own matcher where those leave something open.
struct NamePattern: Hashable, Sendable {
  private enum Token: Hashable {
    case byte(UInt8)
    /// Any byte.
    case one
    /// Any bytes, or none.
    case many
    case set(ByteSet)
  }

  private var tokens: [Token] = []

  /// Reads a pattern; `nil` if it is one that fits nothing: a bracket that is not closed, a backslash at the end.
  init?(_ pattern: ArraySlice<UInt8>) {
    var rest = pattern
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): if tokens.last != .many { tokens.append(.many) }
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "["):
        guard let set = ByteSet(behindBracket: &rest) else { return nil }
        tokens.append(.set(set))
      case UInt8(ascii: "\\"):
        guard let literal = rest.popFirst() else { return nil }
        tokens.append(.byte(literal))
      default: tokens.append(.byte(byte))
      }
    }
  }

  /// Whether a name fits. Cost: the product of both lengths at worst, mostly their sum.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var (place, offset) = (0, name.startIndex)
    // Where to go on if what follows the last `*` does not fit: that takes one byte more.
    var retry: (place: Int, offset: Int)?
    while true {
      if place < tokens.count, tokens[place] == .many {
        retry = (place + 1, offset)
        place += 1
      } else if place < tokens.count, offset < name.endIndex, fits(tokens[place], name[offset]) {
        place += 1
        offset += 1
      } else if place == tokens.count, offset == name.endIndex {
        return true
      } else {
        guard let last = retry, last.offset < name.endIndex else { return false }
        retry = (last.place, last.offset + 1)
        (place, offset) = (last.place, last.offset + 1)
      }
    }
  }

  private func fits(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let wanted): byte == wanted
    case .one, .many: true
    case .set(let set): set.contains(byte)
    }
  }
}

/// A set of bytes, as a bracket names them.
struct ByteSet: Hashable, Sendable {
  private var bits = SIMD4<UInt64>()

  func contains(_ byte: UInt8) -> Bool { bits[Int(byte &>> 6)] &>> UInt64(byte & 63) & 1 == 1 }

  private mutating func insert(_ byte: UInt8) { bits[Int(byte &>> 6)] |= 1 &<< UInt64(byte & 63) }

  /// Reads what stands behind an opening bracket, and the closing one; `nil` if there is none, or a class that is none.
  init?(behindBracket rest: inout ArraySlice<UInt8>) {
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while true {
      guard let byte = rest.popFirst() else { return nil }
      if byte == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let members = Self.members(ofClassBehindBracket: &rest) else { return nil }
        for byte in UInt8.min...UInt8.max where members(byte) { insert(byte) }
        continue
      }
      guard let low = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
      var high = low
      if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") {
        rest.removeFirst()
        guard let end = rest.popFirst(), let literal = end == UInt8(ascii: "\\") ? rest.popFirst() : end else {
          return nil
        }
        high = literal
      }
      if low <= high { for byte in low...high { insert(byte) } }
    }
    if isNegated { bits = ~bits }
  }

  /// Reads `:alpha:]` and gives what belongs to the class.
  private static func members(ofClassBehindBracket rest: inout ArraySlice<UInt8>) -> ((UInt8) -> Bool)? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")), end - rest.startIndex >= 2,
      rest[end - 1] == UInt8(ascii: ":")
    else { return nil }
    let name = String(decoding: rest[(rest.startIndex + 1)..<(end - 1)], as: UTF8.self)
    rest = rest[(end + 1)...]
    return classes[name]
  }

  /// The classes of POSIX, in ASCII.
  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alpha": { isLetter($0) }, "digit": { isDigit($0) }, "alnum": { isLetter($0) || isDigit($0) },
    "upper": { isLetter($0) && $0 < 0x60 }, "lower": { isLetter($0) && $0 > 0x60 },
    "xdigit": { isDigit($0) || ($0 | 0x20) &- 0x61 < 6 },
    "space": { $0 == 0x20 || $0 &- 9 < 5 }, "blank": { $0 == 0x20 || $0 == 9 },
    "print": { $0 &- 0x20 < 0x5F }, "graph": { $0 &- 0x21 < 0x5E }, "cntrl": { $0 < 0x20 || $0 == 0x7F },
    "punct": { $0 &- 0x21 < 0x5E && !isLetter($0) && !isDigit($0) },
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 && byte < 0x80 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
