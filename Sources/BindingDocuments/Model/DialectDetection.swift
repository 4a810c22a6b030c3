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

  /// The dialect of a document that an editor has open; `nil` if none reads it.
  ///
  /// Its language tells; its name does where the language takes in more than one dialect, and where the language tells
  /// nothing. Neovim has one language for Bicep and its parameter files, and most editors have one for all JSON.
  package init?(languageID: String, fileName: String) {
    let (told, named) = (Self(languageID: languageID), Self(fileName: fileName))
    let isNamedCloser = (told, named) == (.arm, .terraform) || (told, named) == (.bicep, .bicepParameters)
    guard let dialect = isNamedCloser ? named : told ?? named else { return nil }
    self = dialect
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
