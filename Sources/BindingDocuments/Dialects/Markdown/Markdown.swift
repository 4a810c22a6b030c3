/// Pages in Markdown: what stands in their fences and other code is read by the dialects that it is written in.
///
/// **Read:**
/// - fences of backticks or tildes, of any length, in lists and block quotes, whose info string names a dialect
///   (``FenceLanguage``): as `bash`, `{.bash}`, `{ .bash .copy }`, `.bash`, `bash title="x"`, `bash {1,3}`, and
///   `azurecli=interactive`. Of sessions, `console` and their kin and whatever begins with a prompt, the commands behind
///   the prompts. Fences without a name, and what is indented by four columns or more, if a line begins as a command of
///   Trusted Access does.
/// - code within a line that is a command of Trusted Access with all that it needs, or one that does not exist. What only
///   names a command or an option of it is prose.
/// - HTML comments that keep findings silent: those of the fence, site or line behind them, or of their own line.
///
/// **Not read:** prose, links, tables, front matter, HTML, `:::code`, fences of Markdown, what stands in an HTML comment.
/// Code within a line that goes on in the next. A lone carriage return ends no line.
///
/// **Blocks:** a fence with its lines, or a run of lines up to a blank one or a fence; HTML comments and blank lines belong
/// to what is behind them. A fence that is not closed ends with the block quote that it is in, or before a line that opens
/// one like it and names a language, which none could do within; else with the page, as it does in CommonMark. Runs and
/// what stands before them are cut where they get long.
///
/// Sources: CommonMark 0.31, "Fenced code blocks", "Indented code blocks", "Code spans", "HTML blocks"; the documentation
/// of Python-Markdown's SuperFences and of Docusaurus for attributes.
package enum Markdown: Dialect {
  /// Its name.
  package static var name: DialectName { .markdown }

  /// A page's fences are steps, one after the other.
  package static var definitionScope: DefinitionScope { .fromThereOn }

  /// What one fence sets, the next may use.
  package static var sharesEmbeddedDefinitions: Bool { true }

  /// Cuts off a fence or a run of lines.
  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var cutter = Cutter()
    return cutter.block(in: text, from: start)
  }

  /// Finds the texts of other dialects, and the comments.
  package static func read(_ block: Span<UInt8>) -> BlockReading {
    var reader = Reader()
    reader.read(block)
    return reader.reading
  }

  /// `nil`: a page has no values of its own.
  package static func spelling(of text: String, as quoting: Quoting) -> String? { nil }
}
