/// A part of a text that stands for a value its author has yet to fill in, or that another tool does.
///
/// What a placeholder stands for is unknown, not wrong: rules say nothing of a value that holds one.
public struct Placeholder: Hashable, Sendable {
  /// How the placeholder is written.
  public let form: Form

  /// Where it stands, in UTF-8 offsets of the text.
  public let range: Range<Int>

  /// The ways of writing a placeholder.
  public enum Form: Hashable, Sendable, CaseIterable {
    /// `$NAME`, `$env:NAME`: shells, PowerShell.
    case variable
    /// `${name}`: shells, Bicep, Terraform, Pulumi.
    case interpolation
    /// `${{ expression }}`, `$[[ expression ]]`: GitHub Actions, Azure Pipelines, GitLab.
    case workflowExpression
    /// `$(command)`, `$(name)`: shells, Azure Pipelines.
    case substitution
    /// `{{ name }}`: Helm, Ansible, Jinja.
    case template
    /// `{name}`: API references.
    case braces
    /// `<name>`: documentation.
    case angleBrackets
    /// `[name]`, alone between slashes: documentation.
    case squareBrackets
    /// `[expression()]`, the whole text: ARM templates.
    case armExpression
    /// `%NAME%`: the Windows command prompt.
    case percent
    /// `@Name@`, `__Name__`: token replacement in pipelines.
    case token
    /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, `xxxx`: documentation.
    case crosses
    /// `YOUR_CLUSTER`, `your-cluster`, `yourCluster`: documentation.
    case your
    /// `...`, `…`, alone between slashes: something was left out, perhaps several segments.
    case ellipsis
  }

  /// The placeholders in `text`, in order, none within another. Cost: one pass over the text.
  public static func all(in text: some StringProtocol) -> [Placeholder] {
    PlaceholderScanner.mayFind(in: text) ? PlaceholderScanner(Array(text.utf8)).scan() : []
  }
}
