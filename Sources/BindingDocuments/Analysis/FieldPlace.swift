import SourceText
package import TrustedAccess

/// A place in a field of a site, where somebody types.
package struct FieldPlace: Sendable {
  /// The field.
  package var field: BindingField

  /// The field's text up to the place, references not followed.
  package var textBefore: String

  /// All of the field's text if it stands in the document byte by byte; `nil` if an escape or a reference is in it.
  package var writtenText: String?

  /// All of the field's text where it stands, without quotes: what a proposal is put in the place of. In bytes of the
  /// document.
  package var range: Range<Int>

  /// The site, references followed.
  package var site: DocumentSite
}

extension DocumentAnalysis {
  /// The field that an offset of the document lies in, its ends included; `nil` if it lies in none.
  ///
  /// Cost: logarithmic in the document, linear in the block.
  package func fieldPlace(at offset: Int) -> FieldPlace? {
    // One byte earlier as well: at the end of a text, and where a block ends with what is being typed.
    for reach in [offset, offset - 1] {
      guard let place = segments.place(where: { $0.bytes > reach }), let content = place.element.content else {
        continue
      }
      let start = place.before.bytes
      for site in content.reading.sites where site.range.touches(offset - start) {
        guard let (field, expression) = site.field(at: offset - start) else { continue }
        let order = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
        let contents = expression.contentRange
        return FieldPlace(
          field: field, textBefore: expression.text(before: offset - start), writtenText: expression.writtenText,
          range: contents.lowerBound + start..<contents.upperBound + start,
          site: DocumentSite(CheckedSite(definitions.resolution.resolve(site, at: order), dialect), startingAt: start))
      }
    }
    return nil
  }
}

extension Range<Int> {
  /// Whether the place lies in the range or at one of its ends.
  fileprivate func touches(_ place: Int) -> Bool { lowerBound <= place && place <= upperBound }
}

extension BindingSite {
  /// The field at a place, and its value.
  fileprivate func field(at place: Int) -> (BindingField, Expression)? {
    for (index, element) in (roles?.elements ?? []).enumerated() where element.contentRange.touches(place) {
      return (.role(index), element)
    }
    for (field, value) in [(BindingField.source, source), (.cluster, cluster), (.name, name)] {
      if let value, !value.range.isEmpty, value.contentRange.touches(place) { return (field, value) }
    }
    return nil
  }
}

extension Expression {
  /// Where the value stands without its quotes.
  fileprivate var contentRange: Range<Int> {
    guard let first = parts.first, let last = parts.last else {
      return range.count >= 2 && quoting != .none ? range.lowerBound + 1..<range.upperBound - 1 : range
    }
    return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
  }

  /// What the value means, if that is what is written.
  fileprivate var writtenText: String? {
    guard let first = parts.first else { return "" }
    return parts.count == 1 && first.isVerbatim ? first.text : nil
  }

  /// What the value means up to a place; a part that is no text counts as nothing.
  fileprivate func text(before place: Int) -> String {
    var text = ""
    for part in parts where part.kind == .text && part.range.lowerBound < place {
      text +=
        part.isVerbatim && part.range.upperBound > place
        ? String(decoding: part.text.utf8.prefix(place - part.range.lowerBound), as: UTF8.self) : part.text
    }
    return text
  }
}
