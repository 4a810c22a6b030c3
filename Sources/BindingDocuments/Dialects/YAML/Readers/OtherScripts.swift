// Scripts that no pipeline's names tell of: a scalar with a line that begins with a command of this program's concern.
// So `command`, `args`, `runcmd` and whatever else runs commands is read, and prose is not.

extension YAML.Reader {
  /// Takes the scalars with such commands that are left.
  mutating func otherScripts() {
    for node in tree.nodes.indices where tree[node].isScalar && !tree[node].isKey && !isClaimed[node] {
      guard mayMatter(node), !isProse(node), let dialect = YAML.commands(in: tree.text(of: node)) else { continue }
      embed([node], .dialect(dialect))
    }
  }

  /// Whether a name says that its value is for people to read.
  private func isProse(_ node: Int) -> Bool {
    let owner = tree[node].key >= 0 ? node : tree[node].parent
    switch tree.name(of: owner).lowercased() {
    case "description", "name", "displayname", "title", "summary", "message", "help", "comment", "note", "notes",
      "documentation", "text", "body", "question", "answer", "label", "uses":
      return true
    default: return false
    }
  }
}

extension YAML {
  /// The dialect of the first line that begins with `az aks trusted…`, `az rest` or a cmdlet for role bindings.
  static func commands(in text: String) -> DialectName? {
    for line in text.split(whereSeparator: \.isNewline) {
      for command in line.split(whereSeparator: { ";&|(".contains($0) }) {
        let words = command.split(whereSeparator: { $0 == " " || $0 == "\t" }).prefix(8).map { $0.lowercased() }
        if let dialect = dialect(of: words) { return dialect }
      }
    }
    return nil
  }

  private static func dialect(of words: [String]) -> DialectName? {
    var words = words[...]
    while let first = words.first, first == "sudo" || first == "!" || first == "then" || first == "do" || first == "if"
    {
      words = words.dropFirst()
    }
    if words.first?.hasPrefix("$") == true, words.dropFirst().first == "=" { words = words.dropFirst(2) }
    guard let first = words.first else { return nil }
    if first.split(separator: "-").dropFirst().first?.hasPrefix("azakstrustedaccess") == true { return .powerShell }
    guard first == "az", let second = words.dropFirst().first else { return nil }
    if second == "aks" { return words.dropFirst(2).first?.hasPrefix("trusted") == true ? .shell : nil }
    return second == "rest" ? .shell : nil
  }
}
