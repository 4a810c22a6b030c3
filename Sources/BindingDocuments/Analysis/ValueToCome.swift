import SourceText

extension BindingSite {
  /// What a value would be of that is begun at a place where nothing stands yet: behind the name of a property, or in the
  /// list of roles. `nil` for a property's name.
  ///
  /// - Parameter line: what stands before the place in its line.
  func subjectOfValueToCome(at place: Int, behind line: Span<UInt8>) -> TypingPlace.Subject? {
    var end = line.count
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    switch end > 0 ? line[end - 1] : 0x0A {
    case UInt8(ascii: "="), UInt8(ascii: ":"):
      return subject(ofProperty: line.name(before: end - 1))
    case UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "-"), 0x0A:
      guard let roles, roles.form == .array, roles.range.lowerBound < place, place <= roles.range.upperBound else {
        return nil
      }
      return .role(roles.elements.count)
    default: return nil
    }
  }
}

extension Span<UInt8> {
  /// The name that ends before an offset, without the quotes and blanks around it.
  fileprivate func name(before offset: Int) -> String {
    func isAround(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x22 || byte == 0x27 }
    var end = offset
    while end > 0, isAround(self[end - 1]) { end -= 1 }
    var start = end
    while start > 0, !isAround(self[start - 1]), self[start - 1] != UInt8(ascii: "{") { start -= 1 }
    return string(start..<end)
  }
}

extension SourceText {
  /// Whether a stretch has nothing but blanks and continued lines, so that a command goes on behind it.
  func isBlankInCommand(_ range: Range<Int>) -> Bool {
    // Further behind a command than people continue one.
    guard range.count < 1 << 12 else { return false }
    var last: UInt8 = 0x20
    for byte in bytes(in: range) {
      switch byte {
      case 0x20, 0x09, 0x0D: continue
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "^"): last = byte
      case 0x0A where last != 0x20: last = 0x20
      default: return false
      }
    }
    return true
  }
}

extension DialectName {
  /// The quotes that every text of the language needs; none, where it needs none.
  var quotingOfTexts: Quoting {
    switch self {
    case .terraform, .arm: .double
    case .bicep, .bicepParameters: .single
    case .shell, .powerShell, .batch, .yaml, .markdown: .none
    }
  }
}
