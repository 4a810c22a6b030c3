extension SourceText {
  /// The bytes of a line without its line break; none, at the text's end, for a line behind the last. A negative line is
  /// the first. Cost: logarithmic.
  package func range(ofLine line: Int) -> Range<Int> {
    let (place, start) = startOfLine(line)
    return place.start + start..<endOfLine(line)
  }

  /// The bytes of a line with its line break; none, at the text's end, for a line behind the last. A negative line is the
  /// first. Cost: logarithmic.
  package func rangeWithLineBreak(ofLine line: Int) -> Range<Int> {
    let (place, start) = startOfLine(line)
    let (nextPlace, nextStart) = startOfLine(line < lineCount ? max(line, 0) + 1 : line)
    return place.start + start..<nextPlace.start + nextStart
  }

  /// Where a line starts: a chunk and a place in it. The text's end for a line behind the last.
  func startOfLine(_ line: Int) -> (place: Place, start: Int) {
    guard line > 0 else { return (chunk(at: 0), 0) }
    guard line < lineCount else {
      let last = chunk(at: byteCount)
      return (last, last.element.bytes.count)
    }
    let place = chunk { $0.lineBreaks >= line }
    return (place, place.element.bytes.span.bytes.endOfLineBreak(number: line - place.before.lineBreaks))
  }

  /// Where a line ends, before its line break; the text's end for the last line and any behind it.
  func endOfLine(_ line: Int) -> Int {
    guard line < lineCount - 1 else { return byteCount }
    let number = max(line, 0) + 1
    let place = chunk { $0.lineBreaks >= number }
    let bytes = place.element.bytes.span.bytes
    let lastByte = bytes.endOfLineBreak(number: number - place.before.lineBreaks) - 1
    return place.start + (bytes.isWithinLineBreak(at: lastByte) ? lastByte - 1 : lastByte)
  }
}
