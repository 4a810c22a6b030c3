/// What follows `--%`: words as programs on Windows take them apart, with `%NAME%` for variables of the environment.
struct PowerShellVerbatim {
  /// The words.
  private(set) var words: [Expression] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] <= 0x20 {
        offset += 1
      } else {
        let word = word(at: offset, range.upperBound)
        words.append(word)
        offset = word.range.upperBound
      }
    }
  }

  private func word(at start: Int, _ limit: Int) -> Expression {
    var parts: [Expression.Part] = []
    var plain = start
    var offset = start
    var isQuoted = false
    func flush(_ end: Int, next: Int) {
      if end > plain {
        parts.append(.init(.text, String(decoding: bytes[plain..<end], as: UTF8.self), at: plain..<end))
      }
      plain = next
      offset = next
    }
    while offset < limit, isQuoted || bytes[offset] > 0x20 {
      if bytes[offset] == UInt8(ascii: "\""), offset == start || bytes[offset - 1] != UInt8(ascii: "\\") {
        flush(offset, next: offset + 1)
        isQuoted.toggle()
      } else if bytes[offset] == UInt8(ascii: "%"), let end = endOfName(offset, limit) {
        let place = offset..<end
        flush(offset, next: end)
        let name = String(decoding: bytes[place.dropFirst().dropLast()], as: UTF8.self)
        parts.append(.init(.reference, "env:" + name.lowercased(), at: place))
      } else {
        offset += 1
      }
    }
    flush(offset, next: offset)
    let isWhole = bytes[start] == UInt8(ascii: "\"")
    return Expression(parts, range: start..<offset, quoting: isWhole ? .double : .none)
  }

  /// Where `%NAME%` ends; `nil` if the sign begins none.
  private func endOfName(_ start: Int, _ limit: Int) -> Int? {
    var end = start + 1
    while end < limit, end < start + 128, PowerShellCharacters.isOfName(bytes[end]) { end += 1 }
    return end < limit && end > start + 1 && bytes[end] == UInt8(ascii: "%") ? end + 1 : nil
  }
}
