extension SourceText {
  /// The offset of a position, whatever numbers it has. As LSP says, a character behind the line's end is that end, before
  /// the line break, and a line behind the last is the text's end. A position within a character is its start. Negative
  /// numbers are 0. Cost: logarithmic.
  package func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line < lineCount else { return byteCount }
    let (place, start) = startOfLine(position.line)
    let chunk = place.element
    let bytes = chunk.bytes.span.bytes
    let length = min(max(position.character, 0), byteCount)

    // A unit has at most four bytes: there is no need to know of a line's end farther off.
    let nearEnd = bytes.startOfLineBreak(from: start, to: min(start + 4 * length, bytes.byteCount))
    let (offset, left) = chunk.advancing(from: start, by: length, in: encoding, to: nearEnd ?? bytes.byteCount)
    if left == 0 || nearEnd != nil { return place.start + offset }

    let total = place.before.length(in: encoding) + chunk.length(of: 0..<start, in: encoding) + length
    let far = self.chunk { $0.length(in: encoding) >= total }
    let rest = total - far.before.length(in: encoding)
    let (farOffset, _) = far.element.advancing(from: 0, by: rest, in: encoding, to: far.element.bytes.count)
    return min(far.start + farOffset, endOfLine(position.line))
  }

  /// The position of an offset. One outside the text is taken to the end it is beyond; one within a character to the
  /// character's start; one between CR and LF to the line's end, before both. Cost: logarithmic.
  package func position(of offset: Int, in encoding: PositionEncoding) -> Position {
    let (place, local, line) = lineAndPlace(at: offset)
    if let start = place.element.bytes.span.bytes.endOfLastLineBreak(before: local) {
      return Position(line: line, character: place.element.length(of: start..<local, in: encoding))
    }
    let (linePlace, start) = startOfLine(line)
    let before = linePlace.before.length(in: encoding) + linePlace.element.length(of: 0..<start, in: encoding)
    let total = place.before.length(in: encoding) + place.element.length(of: 0..<local, in: encoding)
    return Position(line: line, character: total - before)
  }

  /// The line of an offset, as ``position(of:in:)`` has it. Cost: logarithmic.
  package func line(at offset: Int) -> Int {
    lineAndPlace(at: offset).line
  }

  private func lineAndPlace(at offset: Int) -> (place: Place, local: Int, line: Int) {
    let offset = min(max(offset, 0), byteCount)
    let place = chunk(at: offset)
    let bytes = place.element.bytes.span.bytes
    let local = bytes.cut(before: offset - place.start)
    let lineBreaks = bytes.extracting(0..<local).countingLineBreaks().lineBreaks
    return (place, local, place.before.lineBreaks + lineBreaks)
  }
}

extension Chunk {
  /// The length of a range, which is cut within no unit.
  fileprivate func length(of range: Range<Int>, in encoding: PositionEncoding) -> Int {
    if encoding == .utf8 || isOneByteAUnit { return range.count }
    let (utf16, scalars) = bytes.span.bytes.extracting(range).countingUnits()
    return encoding == .utf16 ? utf16 : scalars
  }

  /// Steps over whole units from where one begins until the next would be too much.
  ///
  /// - Parameters:
  ///   - length: how far to go, in the units of the encoding.
  ///   - end: where to stop at the latest; a unit ends there.
  /// - Returns: where that leads, and how much of the length is left if that is `end`.
  fileprivate func advancing(
    from start: Int, by length: Int, in encoding: PositionEncoding, to end: Int
  ) -> (offset: Int, left: Int) {
    let bytes = bytes.span.bytes
    guard encoding == .utf8 || isOneByteAUnit else {
      return bytes.advancing(from: start, by: length, countingUTF16: encoding == .utf16, to: end)
    }
    if length > end - start { return (end, length - (end - start)) }
    return (isOneByteAUnit ? start + length : bytes.startOfUnit(at: start + length), 0)
  }
}
