/// Texts of LSP's snippets: LSP 3.17, "Snippet Syntax".
enum Snippet {
  /// A text that means itself.
  static func literal(_ text: some StringProtocol) -> String {
    var literal = ""
    for scalar in text.unicodeScalars {
      if scalar == "$" || scalar == "\\" || scalar == "}" { literal.unicodeScalars.append("\\") }
      literal.unicodeScalars.append(scalar)
    }
    return literal
  }
}
