// Scripts that no pipeline's names tell of: a scalar with a line that begins with a command of this program's concern.
// So `command`, `args`, `runcmd` and whatever else runs commands is read, and prose is not; nor is a command that only is
// named, "az aks trustedaccess role list", where nothing tells that commands are run.

import TrustedAccess

extension YAML.Reader {
  /// Takes the scalars with such commands that are left.
  mutating func otherScripts() {
    for node in tree.nodes.indices where tree[node].isScalar && !tree[node].isKey && !isClaimed[node] {
      guard mayMatter(node) else { continue }
      let name = ownName(node)
      guard !isOfProse(name), let dialect = YAML.commands(in: tree.text(of: node), evenNamed: isOfCommands(name)) else {
        continue
      }
      embed([node], .dialect(dialect))
    }
  }

  /// The name of a scalar, or of the list that it is in.
  private func ownName(_ node: Int) -> String {
    tree.name(of: tree[node].key >= 0 ? node : tree[node].parent).lowercased()
  }

  /// Whether a name says that its value is run.
  private func isOfCommands(_ name: String) -> Bool {
    ["command", "cmd", "args", "script", "run", "shell", "exec", "source", "entrypoint"].contains {
      name.containsIgnoringCase($0)
    }
  }

  /// Whether a name says that its value is for people to read.
  private func isOfProse(_ name: String) -> Bool {
    switch name {
    case "description", "name", "displayname", "title", "summary", "message", "help", "comment", "note", "notes",
      "documentation", "text", "body", "question", "answer", "label", "uses":
      return true
    default: return false
    }
  }
}

extension YAML {
  /// The dialect of the first line that begins with `az aks trusted…`, `az rest` or a cmdlet for role bindings.
  ///
  /// - Parameter evenNamed: whether a command with nothing behind its words counts as well.
  static func commands(in text: String, evenNamed: Bool) -> DialectName? {
    for line in text.split(whereSeparator: \.isNewline) {
      for command in line.split(whereSeparator: { ";&|(".contains($0) }) {
        let words = command.split(whereSeparator: { $0 == " " || $0 == "\t" }).prefix(8).map { $0.lowercased() }
        if let dialect = dialect(of: words, evenNamed: evenNamed) { return dialect }
      }
    }
    return nil
  }

  private static func dialect(of words: [String], evenNamed: Bool) -> DialectName? {
    var words = words[...]
    while let first = words.first, first == "sudo" || first == "!" || first == "then" || first == "do" || first == "if"
    {
      words = words.dropFirst()
    }
    if words.first?.hasPrefix("$") == true, words.dropFirst().first == "=" { words = words.dropFirst(2) }
    guard let first = words.first else { return nil }
    if first.split(separator: "-").dropFirst().first?.hasPrefix("azakstrustedaccess") == true { return .powerShell }
    guard first == "az", let second = words.dropFirst().first else { return nil }
    if second == "aks" {
      guard evenNamed || words.contains(where: { $0.utf8.first.map { $0 &- 0x61 >= 26 } == true }) else { return nil }
      return words.dropFirst(2).first?.hasPrefix("trusted") == true ? .shell : nil
    }
    return second == "rest" ? .shell : nil
  }
}
