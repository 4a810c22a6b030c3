import BindingDocuments

extension Completion {
  /// API versions: the stable ones from the newest on, then previews.
  func versions(_ place: TypingPlace) -> CompletionProposals {
    let versions: [(name: String, detail: String?)] =
      place.site.form == .serviceOperator
      ? [("containerservice.azure.com/v1api20250801", nil)]
      : ARMAPIVersions.proposed.map { ($0, nil) }
    guard place.site.form == .bicep || place.site.form == .terraformAzAPI else { return values(place, versions) }
    // Behind the type, with an `@` between.
    let type = place.textBefore.utf8.prefix { $0 != UInt8(ascii: "@") }.count
    guard type < place.typed, let written = place.written else { return CompletionProposals() }
    var version = place
    version.written = String(Substring(written.utf8.dropFirst(type + 1)))
    version.typed -= type + 1
    version.range = place.range.lowerBound + type + 1..<place.range.upperBound
    return values(version, versions)
  }
}
