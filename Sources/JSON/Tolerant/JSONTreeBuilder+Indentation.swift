// Where brackets do not pair, the indentation shows which one is missing or too much. It is followed only then.

extension JSONTreeBuilder {
  /// Notes the indentation of the token that comes, if it is the first of its line.
  mutating func noteIndentation(in text: RawSpan) {
    var start = offset
    while start > 0, text.byte(at: start - 1) == 0x20 || text.byte(at: start - 1) == 0x09 { start -= 1 }
    rereadCount += offset - start
    let isFirst = start == 0 || text.byte(at: start - 1) == 0x0A || text.byte(at: start - 1) == 0x0D
    indentation = isFirst ? offset - start : -1
    if isFirst { lineIndentation = indentation }
  }

  /// Closes the objects, and before a name the arrays too, that a token which begins its line cannot be in, for it is not
  /// indented deeper than the lines that they begin on. The outermost container stays.
  mutating func closeByIndentation(before start: Int, isName: Bool) {
    guard indentation >= 0 else { return }
    while indentations.count > 1, let outer = indentations.last, indentation <= outer,
      isName || containerToken == .object
    {
      // `"a": {"b": 1,` and the next line further out: the comma is the one behind the missing bracket. If there is none,
      // the bracket is told as missing already.
      closeUnclosed(at: start)
      expectation = .item
    }
  }

  /// Closes the containers that are indented deeper than the line which a closing bracket begins. Gives false if the
  /// bracket is indented deeper than what it would close.
  mutating func closeByIndentation(with token: JSONTreeWord.Token) -> Bool {
    while indentations.count > 1, let outer = indentations.last, indentation < outer { closeUnclosed(at: offset) }
    guard containerToken == token, let outer = indentations.last else { return true }
    return indentation <= outer
  }
}
