internal import SourceText
internal import TrustedAccess

/// Neither the command prompt nor a program's start knows single quotes: they become part of the value. Source: Microsoft C
/// docs, "Parsing C command-line arguments".
enum SingleQuotesInBatchRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "single-quotes-in-batch", summary: "Windows batch quotes with double quotes.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.dialect == .batch, site.site.form == .azureCLI, !site.site.isInString else { return [] }
    return site.site.arguments.filter { argument in
      guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: site.site.operation)
      else { return false }
      return option.meaning != .other
    }.flatMap(\.values).compactMap { value in
      guard let first = value.parts.first, let last = value.parts.last, first.isVerbatim, last.isVerbatim,
        value.quoting == .none, first.text.hasPrefix("'"), last.text.hasSuffix("'"), value.range.count > 1
      else { return nil }
      return finding(
        "Windows batch does not know single quotes: they become part of the value. Use double quotes.", at: value.range,
        fixes: [
          DocumentFix(
            title: "Use double quotes",
            edits: [value.range.lowerBound, value.range.upperBound - 1].map {
              TextEdit(range: $0..<$0 + 1, text: [UInt8(ascii: "\"")])
            })
        ])
    }
  }
}
