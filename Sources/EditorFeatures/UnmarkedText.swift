/// Markdown, as this target writes it, for those who see it as it is.
package enum UnmarkedText {
  /// The text without the marks: `**` and `` ` `` anywhere, `_` around a line.
  package static func of(markdown: String) -> String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      var rest = line.filter { $0 != "`" }[...]
      if rest.count > 1, rest.first == "_", rest.last == "_" { rest = rest.dropFirst().dropLast() }
      return withoutStars(rest)
    }.joined(separator: "\n")
  }

  private static func withoutStars(_ text: Substring) -> String {
    var (unmarked, rest) = ("", text)
    while let character = rest.popFirst() {
      if character == "*", rest.first == "*" {
        rest.removeFirst()
      } else {
        unmarked.append(character)
      }
    }
    return unmarked
  }
}
