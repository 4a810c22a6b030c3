extension SourceText {
  /// Makes the changes of a notification, each in the text that the one before leaves, as LSP says. Positions behind the
  /// end of a line or of the text are taken to it (``offset(of:in:)``) and are no errors.
  ///
  /// - Returns: what each change did, in their order.
  /// - Throws: which change has a range that starts behind its end or has a negative number; then none is made. The
  ///   client's text and this one are no longer known to be the same until it sends the whole text.
  @discardableResult
  package mutating func apply(
    _ changes: [TextChange], in encoding: PositionEncoding
  ) throws(TextChangeError) -> [AppliedEdit] {
    // Looked through before the first is made, so that there is nothing to undo.
    for (index, change) in changes.enumerated() {
      if let fault = change.range?.fault { throw TextChangeError(index: index, message: fault) }
    }
    var edits: [AppliedEdit] = []
    edits.reserveCapacity(changes.count)
    for change in changes {
      edits.append(apply(change, in: encoding))
    }
    return edits
  }

  private mutating func apply(_ change: TextChange, in encoding: PositionEncoding) -> AppliedEdit {
    guard let positions = change.range else {
      let edit = AppliedEdit(range: 0..<byteCount, newLength: change.text.count)
      self = SourceText(change.text.span.bytes, chunkSize: chunkSize)
      return edit
    }
    let start = offset(of: positions.start, in: encoding)
    let end = positions.start == positions.end ? start : offset(of: positions.end, in: encoding)
    replace(start..<end, with: change.text)
    return AppliedEdit(range: start..<end, newLength: change.text.count)
  }
}

extension PositionRange {
  /// What is wrong with this range in any text.
  fileprivate var fault: String? {
    if min(start.line, start.character, end.line, end.character) < 0 {
      return "the range from \(start) to \(end) has a negative number; lines and characters count from 0"
    }
    if start > end {
      return "the range starts at \(start), behind its end at \(end); its start must not be behind its end"
    }
    return nil
  }
}
