internal import TrustedAccess

/// The grammar of the Azure CLI's command line, as far as it is about role bindings: `az aks trustedaccess …`, what people
/// write in its stead, and `az rest` against a binding's URL. A dialect splits a command into its words and undoes their
/// quotes; what the words mean is told here. Source: the help of azure-cli 2.91.0, and the parser of its library knack.
///
/// - The command's words are compared without regard to case, options are not; an option may be cut short as long as only
///   one starts so, and its value may be joined to it: `--name=x`, `-n=x`, `-nx`. Given twice, the last one counts.
/// - A word that starts with a hyphen is an option, unless it is a number or has a blank.
/// - A value `@path` is what a file holds, and unknown.
/// - What means Trusted Access and is no command, or is not typed to its end, is a site without an operation.
/// - Limits: flags in one word (`-yn x`) are an unknown option; `az` without `aks`'s words in plain text is not seen.
package enum AzureCommandLine {
  /// What a command says of bindings; `nil` if it says nothing of them.
  ///
  /// - Parameters:
  ///   - words: the command's words from `az` on, without redirections.
  ///   - range: where the command stands.
  package static func site(of words: [Expression], range: Range<Int>) -> BindingSite? {
    guard let program = words.first, isProgram(program), words.count > 1 else { return nil }
    if words[1].literal?.isEqualIgnoringCase(to: "rest") == true {
      return AzureRESTCommand.site(of: words, range: range)
    }
    return AzureTrustedAccessCommand.site(of: words, range: range)
  }

  /// Whether a word names the Azure CLI: `az`, `/usr/bin/az`, `az.cmd`.
  package static func isProgram(_ word: Expression) -> Bool {
    guard let text = word.literal else { return false }
    var name = Substring(text).utf8
    if let separator = name.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      name = name[name.index(after: separator)...]
    }
    guard name.count == 2 || name.count == 6, name.first.map({ $0 | 0x20 }) == UInt8(ascii: "a") else { return false }
    return ["az", "az.cmd", "az.exe", "az.bat"].contains { Substring(name).isEqualIgnoringCase(to: $0) }
  }

  /// Whether a word `az` may start at an offset of a text, by the bytes around it: a quick look for dialects that cut
  /// documents. What it says yes to may still be something else.
  @inline(__always)
  package static func mayStart(at offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset &+ 1 < text.count, text[offset] | 0x20 == UInt8(ascii: "a"),
      text[offset &+ 1] | 0x20 == UInt8(ascii: "z")
    else { return false }
    return (offset == 0 || !isOfName(text[offset &- 1])) && (offset &+ 2 == text.count || !isOfName(text[offset &+ 2]))
  }

  @inline(__always)
  private static func isOfName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// The roles that the values of `--roles` name, as `az` splits them: at each comma, without trimming, so that `"A, B,"`
  /// is `A`, ` B` and a role without a name; those without one are left out where there are several words. Semicolons
  /// separate nothing: `A;B` is one role, and the domain's rule of separators says so.
  ///
  /// To be used again where a reference among the elements is looked up: its value may have commas.
  package static func roles(in values: [Expression]) -> RoleList? {
    guard let first = values.first, let last = values.last else { return nil }
    var elements = values.flatMap { ExpressionText($0).split(at: UInt8(ascii: ",")) }
    if values.count > 1 { elements.removeAll { $0.literal == "" } }
    return RoleList(
      elements, range: first.range.lowerBound..<Swift.max(first.range.upperBound, last.range.upperBound),
      isComplete: !elements.contains { $0.parts.contains { $0.kind == .opaque } }, form: .commas)
  }
}
