import SeededRandom
import SourceText

@testable import BindingDocuments

/// What holds for edits of a document: it says what it says when it is read anew.
struct EditInvariants {
  private let dialect: any Dialect.Type
  private let fixture: [UInt8]
  private let pieces: [[UInt8]]

  init(_ dialect: any Dialect.Type, _ fixture: [UInt8], typing pieces: [String]) {
    self.dialect = dialect
    self.fixture = fixture
    self.pieces = pieces.map { Array($0.utf8) }
  }

  /// The first edit behind which it does not hold; `nil` if it does behind all.
  func fault(seed: UInt64, edits: Int) -> String? {
    var random = SplitMix64(seed: seed)
    var source = SourceText(fixture + fixture)
    var analysis = DocumentAnalysis(source.bytes(in: 0..<source.byteCount), dialect)
    var cache = FindingCache()
    _ = cache.update(&analysis) { _ in FewRoles() }
    for _ in 0..<edits {
      let start = Int.random(in: 0...source.byteCount, using: &random)
      let end = Swift.min(source.byteCount, start + Int.random(in: 0..<8, using: &random))
      let new = Bool.random(using: &random) ? pieces.randomElement(using: &random) ?? [] : []
      source.replace(start..<end, with: new)
      analysis.apply(AppliedEdit(range: start..<end, newLength: new.count), to: source)
      let fresh = DocumentAnalysis(source.bytes(in: 0..<source.byteCount), dialect)
      let isSame =
        contents(of: analysis) == contents(of: fresh) && analysis.segments.summary.bytes == source.byteCount
        && cache.update(&analysis) { _ in FewRoles() } == fresh.findings { _ in FewRoles() }
      if !isSame {
        return "\(start)..<\(end) → \(String(decoding: new, as: UTF8.self).debugDescription) in "
          + String(decoding: source.bytes(in: 0..<source.byteCount), as: UTF8.self)
      }
    }
    return nil
  }

  /// What the document says: its sites with their references followed, and its silencings. Definitions that nothing refers
  /// to may be read or not.
  private func contents(of analysis: DocumentAnalysis) -> [Content] {
    let resolution = analysis.definitions.resolution
    return (0..<analysis.contentCount).compactMap { index in
      guard let (content, start) = analysis.content(at: index) else { return nil }
      let sites = content.reading.sites.map {
        resolution.resolve($0, at: DefinitionIndex.Place(order: content.order, offset: $0.range.lowerBound))
      }
      let silencings = content.reading.silencings
      return sites.isEmpty && silencings.isEmpty ? nil : Content(start: start, sites: sites, silencings: silencings)
    }
  }

  private struct Content: Equatable {
    var start: Int
    var sites: [BindingSite]
    var silencings: [Silencing]
  }
}
