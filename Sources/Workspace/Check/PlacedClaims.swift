import BindingDocuments
import SourceText

/// What a file claims, with the places of the claims as people count.
struct PlacedClaims: Sendable {
  let claims: [BindingClaim]
  let settings: Settings
  private let places: [Range<Int>: (range: TextRange, line: SourceLine, fingerprint: UInt64)]

  init(_ claims: [BindingClaim], in text: SourceText, _ settings: Settings) {
    self.claims = claims
    self.settings = settings
    places = claims.reduce(into: [:]) { places, claim in
      places[claim.range] = (
        TextRange(claim.range, in: text), SourceLine(around: claim.range, in: text),
        CheckedFinding.fingerprint(of: "", text.bytes(in: claim.range))
      )
    }
  }

  /// A finding about one of the claims.
  ///
  /// - Parameter others: the claims of other files, by the names that they were given.
  func checked(_ finding: DocumentFinding, others: (String) -> PlacedClaims?) -> CheckedFinding? {
    guard let place = places[finding.range] else { return nil }
    return CheckedFinding(
      code: finding.code, severity: finding.severity, message: finding.message, range: place.range, line: place.line,
      fingerprint: CheckedFinding.fingerprint(of: finding.code, Array(String(place.fingerprint).utf8)), fixes: [],
      related: finding.related.compactMap { related in
        let claims = related.document.map(others) ?? self
        guard let range = claims?.places[related.range]?.range else { return nil }
        return CheckedPlace(path: related.document.map { FilePath($0) }, range: range, message: related.message)
      })
  }
}
