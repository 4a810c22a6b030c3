internal import SourceText
internal import TrustedAccess

/// In PowerShell a question mark may be part of a variable's name, so that `"$name?api-version=…"` asks for the variable
/// `$name?api`. Source: PowerShell docs, "about_Variables" and "about_Operators", null-conditional operators.
enum QuestionMarkInVariableRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "question-mark-in-variable", summary: "A variable before a question mark has braces.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.dialect == .powerShell, site.site.form == .azureREST else { return [] }
    return site.site.arguments.flatMap(\.values).flatMap(\.parts).compactMap { part in
      // The name is what PowerShell takes for it; in braces, its author says so.
      guard part.kind == .reference, part.range.count == part.text.utf8.count + 1,
        let length = part.text.utf8.split(separator: UInt8(ascii: "?"), omittingEmptySubsequences: false).first?.count,
        length > 0, length < part.text.utf8.count
      else { return nil }
      let start = part.range.lowerBound + 1
      let name = String(decoding: part.text.utf8.prefix(length), as: UTF8.self)
      return finding(
        "PowerShell takes the question mark for a part of the variable's name; write '${\(name)}?'.", at: part.range,
        fixes: [
          DocumentFix(
            title: "Put the name in braces",
            edits: [
              TextEdit(range: start..<start, text: [UInt8(ascii: "{")]),
              TextEdit(range: start + length..<start + length, text: [UInt8(ascii: "}")]),
            ])
        ])
    }
  }
}
