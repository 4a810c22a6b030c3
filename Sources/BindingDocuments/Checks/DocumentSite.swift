/// A site of a document as callers see it: its references followed, its values as texts, its places those of the document.
package struct DocumentSite: Hashable, Sendable {
  /// In which form it is written.
  package var form: BindingSite.Form

  /// What it does; `nil` if that is not known.
  package var operation: BindingSite.Operation?

  /// All of it, in bytes of the document.
  package var range: Range<Int>

  /// The binding's name.
  package var name: DocumentValue?

  /// The cluster's resource ID.
  package var cluster: DocumentValue?

  /// The source's resource ID.
  package var source: DocumentValue?

  /// The roles.
  package var roles: [DocumentValue]?

  /// Takes a site, moved to its place in the document.
  init(_ site: CheckedSite, startingAt start: Int) {
    form = site.site.form
    operation = site.site.operation
    range = site.site.range.lowerBound + start..<site.site.range.upperBound + start
    name = site.name.map { DocumentValue($0, startingAt: start) }
    cluster = site.cluster.map { DocumentValue($0, startingAt: start) }
    source = site.source.map { DocumentValue($0, startingAt: start) }
    roles = site.roles?.map { DocumentValue($0, startingAt: start) }
  }
}

/// A value of a site.
package struct DocumentValue: Hashable, Sendable {
  /// The value; what is not known in it stands as `${…}`.
  package var text: String

  /// Whether all of it is known.
  package var isKnown: Bool

  /// Where it stands, in bytes of the document; `nil` if it stands nowhere by itself.
  package var range: Range<Int>?

  init(_ value: ResolvedText, startingAt start: Int) {
    text = value.text
    isKnown = value.expression.parts.allSatisfy { $0.kind == .text }
    let range = value.expression.range
    self.range = range.isEmpty ? nil : range.lowerBound + start..<range.upperBound + start
  }
}

extension DocumentAnalysis {
  /// The document's sites, in its order.
  ///
  /// Cost: linear in what was found in the document, not in its text.
  package var sites: [DocumentSite] { sites(limit: .max) }

  /// The sites of the first contents of the document, at most `limit` of these.
  package func sites(limit: Int) -> [DocumentSite] {
    let resolution = definitions.resolution
    return (0..<min(contentCount, limit)).flatMap { index -> [DocumentSite] in
      guard let (content, start) = content(at: index) else { return [] }
      return content.reading.sites.map { site in
        let place = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
        return DocumentSite(CheckedSite(resolution.resolve(site, at: place), dialect), startingAt: start)
      }
    }
  }
}
