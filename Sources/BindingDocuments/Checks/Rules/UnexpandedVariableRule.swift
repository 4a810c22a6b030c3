internal import SourceText
internal import TrustedAccess

/// `'$NAME'` means itself in shells and in PowerShell. Sources: POSIX Shell Command Language, 2.2.2 "Single-Quotes";
/// PowerShell docs, "about_Quoting_Rules".
enum UnexpandedVariableRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "unexpanded-variable", summary: "A variable stands where it is expanded.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    let written = site.site
    guard written.dialect == .shell || written.dialect == .powerShell, !written.isInString,
      written.form == .azureCLI || written.form == .azurePowerShell
    else { return [] }
    return written.arguments.flatMap { argument -> [DocumentFinding] in
      guard !isOther(argument, of: written) else { return [] }
      return argument.values.compactMap { value in
        guard value.quoting == .single, let text = value.literal, let variable = variable(in: text) else { return nil }
        let inDouble = value.range.lowerBound + 1..<value.range.upperBound - 1
        let isPlain =
          !text.utf8.contains { [0x22, 0x27, 0x5C, 0x60, 0x25].contains($0) } && inDouble.count == text.utf8.count
        return finding(
          "'\(variable)' is not expanded in single quotes; use double quotes.", at: value.range,
          fixes: isPlain
            ? [
              DocumentFix(
                title: "Use double quotes", edits: [TextEdit(range: value.range, text: Array("\"\(text)\"".utf8))])
            ] : [])
      }
    }
  }

  /// Whether an option's value is something else than an ID or a name, such as a query.
  private static func isOther(_ argument: Argument, of site: BindingSite) -> Bool {
    guard site.form == .azureCLI else { return false }
    guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: site.operation) else {
      return true
    }
    return option.meaning == .other
  }

  /// The first variable in a text, `$NAME` or `${NAME}`. One of small letters in braces may be for a tool that makes the
  /// script from a template.
  private static func variable(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "$") && place + 1 < bytes.count {
      let hasBrace = bytes[place + 1] == UInt8(ascii: "{")
      let start = place + (hasBrace ? 2 : 1)
      let name = bytes[start...].prefix { $0 == UInt8(ascii: "_") || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      guard let first = name.first, first &- 0x30 >= 10 else { continue }
      guard hasBrace else { return String(decoding: bytes[place..<name.endIndex], as: UTF8.self) }
      guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "}"),
        !name.contains(where: { $0 &- 0x61 < 26 })
      else { continue }
      return String(decoding: bytes[place...name.endIndex], as: UTF8.self)
    }
    return nil
  }
}
