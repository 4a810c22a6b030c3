package import SourceText

extension DocumentAnalysis {
  /// The place in a site that an offset of the document is; `nil` if it is in none.
  ///
  /// Cost: logarithmic in the document, linear in the block.
  ///
  /// - Parameter text: the document's text.
  package func typingPlace(at offset: Int, in text: SourceText) -> TypingPlace? {
    // One byte earlier as well: at the end of a text, and where a block ends with what is being typed.
    for reach in [offset, offset - 1] {
      guard let place = segments.place(where: { $0.bytes > reach }), let content = place.element.content else {
        continue
      }
      if let found = typingPlace(at: offset, in: content, startingAt: place.before.bytes, text) { return found }
    }
    return nil
  }

  private func typingPlace(
    at offset: Int, in content: SegmentContent, startingAt start: Int, _ text: SourceText
  ) -> TypingPlace? {
    let place = offset - start
    let touching = content.reading.sites.filter { $0.range.touches(place) }
    for site in touching {
      guard let found = site.subject(at: place) else { continue }
      return self.place(found, at: offset, of: site, in: content, startingAt: start, text)
    }
    // Of sites within sites the innermost.
    let around =
      touching.last
      ?? content.reading.sites.last { site in
        site.form.isCommand && site.range.upperBound < place
          && text.isBlankInCommand(start + site.range.upperBound..<offset)
      }
    guard let site = around else { return nil }
    var found = self.place(
      SiteSubject(subject: .nothing, value: nil), at: offset, of: site, in: content, startingAt: start, text)
    if let subject = site.subjectOfValue(behind: place) {
      found.subject = subject
    } else if !site.form.isCommand {
      let line = text.range(ofLine: text.line(at: offset)).lowerBound..<offset
      let subject = text.withBytes(in: line) { site.subjectOfValueToCome(at: place, behind: $0) }
      if let subject {
        found.subject = subject
        found.quoting = found.dialectName.quotingOfTexts
      }
    }
    return found
  }

  private func place(
    _ found: SiteSubject, at offset: Int, of site: BindingSite, in content: SegmentContent, startingAt start: Int,
    _ text: SourceText
  ) -> TypingPlace {
    let resolution = definitions.resolution
    let order = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
    let token =
      found.value.map { TypedToken($0, at: offset - start, resolving: { resolution.resolve($0, at: order) }) }
      ?? TypedToken(at: offset - start, isName: !site.form.isCommand, in: text, startingAt: start)
    return TypingPlace(
      subject: found.subject, leading: token.leading, written: token.written, typed: token.typed,
      range: token.range.lowerBound + start..<token.range.upperBound + start,
      site: DocumentSite(CheckedSite(resolution.resolve(site, at: order), dialect), startingAt: start),
      dialectName: site.dialect ?? dialectName,
      argumentNames: site.arguments.map { $0.name.literal ?? "" }, words: site.words.map { $0.literal ?? "" })
  }
}

/// What is typed around a place, in a block's offsets.
struct TypedToken {
  var leading = ""
  var written: String?
  var typed = 0
  var range: Range<Int>

  /// The token of a value.
  init(_ value: Expression, at place: Int, resolving resolve: (Expression) -> Expression) {
    range = place..<place
    guard let index = value.parts.firstIndex(where: { $0.isVerbatim && $0.range.touches(place) }) else {
      // A value without text has none to be in the way.
      if value.parts.allSatisfy({ $0.range.isEmpty }) { written = "" }
      return
    }
    let part = value.parts[index]
    let offset = place - part.range.lowerBound
    let token =
      part.text.utf8.withContiguousStorageIfAvailable { Self.token(in: $0, around: offset) } ?? offset..<offset
    range = part.range.lowerBound + token.lowerBound..<part.range.lowerBound + token.upperBound
    written =
      token.count == part.text.utf8.count
      ? part.text : String(Substring(part.text.utf8.dropFirst(token.lowerBound).prefix(token.count)))
    typed = offset - token.lowerBound
    guard index > 0, token.lowerBound == 0 else { return }
    let before = Expression(Array(value.parts[..<index]), range: value.range, quoting: value.quoting)
    leading = ResolvedText(resolve(before)).text
  }

  /// The token at a place where nothing of a site stands: none, or what may become a property's name.
  init(at place: Int, isName: Bool, in text: SourceText, startingAt start: Int) {
    range = place..<place
    written = ""
    guard isName else { return }
    let line = text.range(ofLine: text.line(at: place + start))
    let bytes = text.bytes(in: line)
    let offset = Swift.min(place + start, line.upperBound) - line.lowerBound
    let token = Self.token(in: bytes, around: offset) { $0.isNameByte }
    written = String(decoding: bytes[token], as: UTF8.self)
    typed = offset - token.lowerBound
    let first = line.lowerBound + token.lowerBound - start
    range = first..<first + token.count
  }

  /// The longest stretch around an offset without a blank, a quote or a comma: no name, role or ID has one, and what is
  /// behind one where a quote is not closed yet is something else.
  private static func token(in bytes: some RandomAccessCollection<UInt8>, around offset: Int) -> Range<Int> {
    token(in: bytes, around: offset) { !$0.endsToken }
  }

  private static func token<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, around offset: Int, while belongs: (UInt8) -> Bool
  ) -> Range<Int> {
    let offset = Swift.min(Swift.max(offset, 0), bytes.count)
    let middle = bytes.index(bytes.startIndex, offsetBy: offset)
    let before = bytes[..<middle].reversed().prefix(while: belongs).count
    let behind = bytes[middle...].prefix(while: belongs).count
    return offset - before..<offset + behind
  }
}

extension UInt8 {
  fileprivate var endsToken: Bool {
    switch self {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  fileprivate var isNameByte: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
  }
}
