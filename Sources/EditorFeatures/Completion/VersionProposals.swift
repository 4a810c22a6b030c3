import BindingDocuments

extension Completion {
  /// The API versions of Azure Service Operator's kind, with their group. Source: its API reference.
  private static let operatorVersions = ["v1api20250801", "v1api20240901", "v20251002preview"].map {
    "containerservice.azure.com/" + $0
  }

  /// API versions: the stable ones from the newest on, then previews.
  func versions(_ place: TypingPlace) -> CompletionProposals {
    let versions = (place.site.form == .serviceOperator ? Self.operatorVersions : ARMAPIVersions.proposed).map {
      (name: $0, detail: $0.hasSuffix("preview") ? "preview" : nil)
    }
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
