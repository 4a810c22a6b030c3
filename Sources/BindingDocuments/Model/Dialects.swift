/// Every dialect by its name; a new one is added here.
enum Dialects {
  /// The dialect of that name; `nil` if none reads it.
  static func dialect(_ name: DialectName) -> (any Dialect.Type)? {
    switch name {
    case .terraform: Terraform.self
    case .markdown: Markdown.self
    case .powerShell: PowerShell.self
    case .batch: Batch.self
    case .shell: Shell.self
    case .yaml: YAML.self
    case .bicep: Bicep.self
    case .bicepParameters: BicepParameters.self
    case .arm: ARM.self
    }
  }
}
