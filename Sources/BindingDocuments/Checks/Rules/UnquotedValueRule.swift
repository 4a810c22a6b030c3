internal import SourceText
internal import TrustedAccess

/// The Azure CLI refuses what stands behind an option's only value: mostly a value with blanks that has no quotes.
enum UnquotedValueRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "unquoted-value", summary: "A value with blanks stands in quotes.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, let operation = site.site.operation else { return [] }
    return site.site.arguments.compactMap { argument in
      guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: operation),
        option.takesValue, option.meaning != .roles, option.meaning != .other, argument.values.count > 1,
        !argument.values.contains(where: isUnclear), let first = argument.values.first, let last = argument.values.last
      else { return nil }
      let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
      let shown = argument.values[1].literal.map { "'\($0)'" } ?? "what is behind it"
      return finding(
        "'\(name)' takes one value, and \(shown) is none of it; a value with blanks has to stand in quotes.", at: range,
        fixes: fix(argument.values, range, site).map { [$0] } ?? [])
    }
  }

  /// Whether a word may stand for none, for an option, or be a piece of a placeholder with blanks: a variable, `[--yes]`,
  /// `...`, `${{ name }}`.
  private static func isUnclear(_ word: Expression) -> Bool {
    guard let text = word.literal else { return word.parts.allSatisfy { $0.kind != .text } }
    return text.hasPrefix("...") || text.hasPrefix("…") || text.utf8.contains { "${}[]<>%@|".utf8.contains($0) }
  }

  /// The words as one, if each is plain and just one blank stands between them.
  private static func fix(_ words: [Expression], _ range: Range<Int>, _ site: CheckedSite) -> DocumentFix? {
    let texts = words.compactMap(\.literal)
    guard texts.count == words.count, words.allSatisfy({ $0.quoting == .none && $0.parts.allSatisfy(\.isVerbatim) }),
      zip(words, words.dropFirst()).allSatisfy({ $0.range.upperBound + 1 == $1.range.lowerBound }),
      let quoted = site.spelling(of: texts.joined(separator: " "), as: .double)
    else { return nil }
    return DocumentFix(title: "Put the value in quotes", edits: [TextEdit(range: range, text: Array(quoted.utf8))])
  }
}
