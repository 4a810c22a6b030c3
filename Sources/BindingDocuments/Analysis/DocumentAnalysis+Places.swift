/// A value of a binding that stands elsewhere in the document: where it is referred to, and what it comes to.
package struct FollowedValue: Hashable, Sendable {
  /// The value as it is written, with its quotes, in bytes of the document.
  package var range: Range<Int>

  /// What it comes to.
  package var text: String
}

/// A reference of a binding's value, and where what it refers to is defined.
package struct FollowedReference: Hashable, Sendable {
  /// The reference, in bytes of the document.
  package var range: Range<Int>

  /// The name where it is defined.
  package var definition: Range<Int>
}

extension DocumentAnalysis {
  /// The names, sources and roles in a stretch of the document that refer to what is known of it.
  ///
  /// Cost: logarithmic in the document, linear in the blocks that the stretch touches.
  package func followedValues(touching range: Range<Int>) -> [FollowedValue] {
    contents(touching: range).flatMap { content, start in
      checkedSites(of: content).flatMap { site -> [FollowedValue] in
        let values = [site.name, site.source].compactMap { $0 } + (site.roles ?? [])
        return values.compactMap { value in
          let parts = value.expression.parts
          guard parts.contains(where: \.isFollowed), parts.allSatisfy({ $0.kind == .text }) else { return nil }
          let place = value.expression.range.lowerBound + start..<value.expression.range.upperBound + start
          return place.overlaps(range) ? FollowedValue(range: place, text: value.text) : nil
        }
      }
    }
  }

  /// The reference at an offset of the document that a value of a binding has; `nil` if there is none, or if what it refers
  /// to is not defined here.
  ///
  /// Cost: logarithmic in the document, linear in the block.
  package func followedReference(at offset: Int) -> FollowedReference? {
    for (content, start) in contents(touching: offset..<offset) {
      for site in content.reading.sites {
        let values =
          [site.name, site.cluster, site.source, site.location].compactMap { $0 } + (site.roles?.elements ?? [])
        for part in values.lazy.flatMap(\.parts) where part.kind == .reference {
          let place = part.range.lowerBound + start...part.range.upperBound + start
          guard place.contains(offset), !part.range.isEmpty,
            let definition = definition(of: part.text, for: site, in: content)
          else { continue }
          return FollowedReference(range: place.lowerBound..<place.upperBound, definition: definition)
        }
      }
    }
    return nil
  }

  /// Where the name that a site of a content refers to is defined, in bytes of the document.
  private func definition(of name: String, for site: BindingSite, in content: SegmentContent) -> Range<Int>? {
    let place = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
    guard let found = definitions.place(of: name, for: place), let (content, start) = self.content(ordered: found.order)
    else { return nil }
    let definition = content.reading.definitions.first { $0.name == name && $0.range.lowerBound == found.offset }
    return definition.map { $0.range.lowerBound + start..<$0.range.upperBound + start }
  }
}
