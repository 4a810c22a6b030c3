import SourceText

/// What `SourceText` must agree with: an array of bytes of which all is read for every answer.
struct NaiveText {
  var bytes: [UInt8]

  /// Where a line starts, where it ends before its line break, and where it ends behind that.
  struct Line: Equatable {
    var start: Int
    var end: Int
    var next: Int
  }

  var lines: [Line] {
    var lines: [Line] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let end = offset
      offset += bytes[offset] == 13 && offset + 1 < bytes.count && bytes[offset + 1] == 10 ? 2 : 1
      if bytes[end] == 10 || bytes[end] == 13 {
        lines.append(Line(start: start, end: end, next: offset))
        start = offset
      }
    }
    return lines + [Line(start: start, end: bytes.count, next: bytes.count)]
  }

  /// Whether an offset lies within CR LF or a character.
  func isWithin(_ offset: Int) -> Bool {
    let line = lines.last { $0.start <= offset }
    guard let line, offset < line.end else { return line.map { $0.end < offset } ?? false }
    return !characters(of: line).contains { $0.start == offset }
  }

  func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    let lines = lines
    guard position.line < lines.count else { return bytes.count }
    let line = lines[max(position.line, 0)]
    var left = max(position.character, 0)
    var offset = line.start
    for character in characters(of: line) {
      left -= length(of: character, in: encoding)
      if left < 0 { break }
      offset = character.end
    }
    return offset
  }

  func position(of offset: Int, in encoding: PositionEncoding) -> Position {
    let lines = lines
    let number = lines.lastIndex { $0.start <= offset } ?? 0
    let before = characters(of: lines[number]).prefix { $0.end <= offset }
    return Position(line: number, character: before.reduce(0) { $0 + length(of: $1, in: encoding) })
  }

  /// A scalar, or U+FFFD for a byte that is part of none.
  private struct Character {
    var start: Int
    var end: Int
    var scalar: Unicode.Scalar
  }

  private func characters(of line: Line) -> [Character] {
    var characters: [Character] = []
    var start = line.start
    while start < line.end {
      let character = character(at: start, before: line.end)
      characters.append(character)
      start = character.end
    }
    return characters
  }

  private func character(at start: Int, before lineEnd: Int) -> Character {
    if bytes[start] < 0x80 { return Character(start: start, end: start + 1, scalar: Unicode.Scalar(bytes[start])) }
    for end in start + 2..<start + 5 where end <= lineEnd {
      if let text = String(validating: bytes[start..<end], as: UTF8.self), text.unicodeScalars.count == 1 {
        return Character(start: start, end: end, scalar: text.unicodeScalars[text.startIndex])
      }
    }
    return Character(start: start, end: start + 1, scalar: "\u{FFFD}")
  }

  private func length(of character: Character, in encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: character.end - character.start
    case .utf16: UTF16.width(character.scalar)
    case .utf32: 1
    }
  }
}
