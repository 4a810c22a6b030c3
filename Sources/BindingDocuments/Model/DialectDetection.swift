import TrustedAccess

extension DialectName {
  /// The dialect of an LSP language identifier; `nil` if none reads that language.
  ///
  /// Source: LSP 3.17, "TextDocumentItem", and what the usual extensions of editors register.
  package init?(languageID: String) {
    guard let name = Self.byLanguageID[languageID.lowercased()] else { return nil }
    self = name
  }

  /// The dialect of a file, by its name; `nil` if none reads such files.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    guard
      let dialect = Self.byEnding.first(where: { name.utf8.count > $0.ending.utf8.count && name.hasSuffix($0.ending) })
    else { return nil }
    self = dialect.name
  }

  /// The usual LSP language identifier of the dialect.
  package var languageID: String {
    switch self {
    case .shell: "shellscript"
    case .powerShell: "powershell"
    case .batch: "bat"
    case .yaml: "yaml"
    case .bicep: "bicep"
    case .bicepParameters: "bicep-params"
    case .arm: "json"
    case .terraform: "terraform"
    case .markdown: "markdown"
    }
  }

  private static let byLanguageID: [String: DialectName] = [
    "shellscript": .shell, "sh": .shell, "bash": .shell, "zsh": .shell, "ksh": .shell, "shell": .shell,
    "azcli": .shell, "bats": .shell,
    "powershell": .powerShell, "ps1": .powerShell, "pwsh": .powerShell,
    "bat": .batch, "batch": .batch, "dosbatch": .batch, "cmd": .batch,
    "yaml": .yaml, "yml": .yaml, "azure-pipelines": .yaml, "github-actions-workflow": .yaml, "yaml.github": .yaml,
    "yaml.gitlab": .yaml, "yaml.ansible": .yaml, "helm": .yaml, "yaml.helm-values": .yaml, "pulumi": .yaml,
    "bicep": .bicep, "bicep-params": .bicepParameters, "bicepparam": .bicepParameters,
    "json": .arm, "jsonc": .arm, "arm-template": .arm, "json5": .arm,
    "terraform": .terraform, "terraform-vars": .terraform, "tf": .terraform, "hcl": .terraform, "opentofu": .terraform,
    "opentofu-vars": .terraform,
    "markdown": .markdown, "mdx": .markdown, "quarto": .markdown, "rmd": .markdown, "gfm": .markdown,
  ]

  /// Longer endings before those they end with.
  private static let byEnding: [(ending: String, name: DialectName)] = [
    (".tf.json", .terraform), (".tfvars.json", .terraform), (".tofu.json", .terraform),
    (".sh", .shell), (".bash", .shell), (".zsh", .shell), (".ksh", .shell), (".azcli", .shell), (".bats", .shell),
    (".ps1", .powerShell), (".psm1", .powerShell),
    (".bat", .batch), (".cmd", .batch),
    (".yaml", .yaml), (".yml", .yaml),
    (".bicep", .bicep), (".bicepparam", .bicepParameters),
    (".json", .arm), (".jsonc", .arm),
    (".tf", .terraform), (".tfvars", .terraform), (".tofu", .terraform), (".hcl", .terraform),
    (".md", .markdown), (".markdown", .markdown), (".mdx", .markdown), (".qmd", .markdown),
  ]
}
