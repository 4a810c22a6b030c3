extension YAML {
  /// What is said above the nodes of a tree of the scripts in them: their shell, whether they run on Windows, and
  /// whether all is Pulumi's.
  struct Contexts {
    /// In what a script is written.
    enum Language: Equatable {
      case dialect(DialectName)
      /// Something that is not read: Python.
      case other

      /// The language of a shell's name, `bash`, `pwsh -File {0}`, `cmd`; `nil` for what stands for another.
      init?(shell: String) {
        let command = shell.lowercased().prefix { $0 != " " }
        let name = command.split(separator: "/").last ?? ""
        switch name {
        case "bash", "sh", "zsh", "dash", "ash", "ksh": self = .dialect(.shell)
        case "pwsh", "powershell", "pwsh.exe", "powershell.exe", "pscore", "ps": self = .dialect(.powerShell)
        case "cmd", "cmd.exe", "batch": self = .dialect(.batch)
        case "": return nil
        default:
          if name.contains("$") || name.contains("{") { return nil }
          self = .other
        }
      }
    }

    private var shells: [Language?]
    private var isOnWindows: [Bool?]
    private var isInPulumi: [Bool]

    init(_ tree: Tree) {
      shells = Array(repeating: nil, count: tree.nodes.count)
      isOnWindows = Array(repeating: nil, count: tree.nodes.count)
      isInPulumi = Array(repeating: false, count: tree.nodes.count)
      for node in tree.nodes.indices where tree[node].key >= 0 { note(node, tree) }
      // A node comes behind the one that holds it.
      for node in tree.nodes.indices.dropFirst() {
        let parent = tree[node].parent
        shells[node] = shells[node] ?? shells[parent]
        isOnWindows[node] = isOnWindows[node] ?? isOnWindows[parent]
        isInPulumi[node] = isInPulumi[node] || isInPulumi[parent]
      }
    }

    /// Notes what a value says of the mapping that it is in.
    private mutating func note(_ node: Int, _ tree: Tree) {
      let mapping = tree[node].parent
      switch tree.name(of: node) {
      case "defaults":
        guard let run = tree.member("run", of: node), let shell = tree.member("shell", of: run) else { return }
        shells[mapping] = Language(shell: tree.text(of: shell.value))
      case "runs-on", "vmImage": isOnWindows[mapping] = isWindows(node, tree)
      case "pool":
        let image = tree.member("vmImage", of: node) ?? tree.member("name", of: node)
        isOnWindows[mapping] = isWindows(image?.value ?? node, tree)
      case "runtime", "resources", "variables", "config":
        // At the top of a program. Pipelines have no runtime, and their resources no types of this form.
        guard tree[tree[mapping].parent].kind == .root else { return }
        let isRuntime = tree.isScalar(tree[node].key, "runtime")
        let isResources = tree.isScalar(tree[node].key, "resources")
        if isRuntime || isResources && holdsPulumi(node, tree) { isInPulumi[mapping] = true }
      default: break
      }
    }

    /// Whether the first resources have types of Pulumi's.
    private func holdsPulumi(_ resources: Int, _ tree: Tree) -> Bool {
      tree.children(of: resources).prefix(8).contains { resource in
        tree.member("type", of: resource).map { tree.text(of: $0.value).split(separator: ":").count > 1 } ?? false
      }
    }

    private func isWindows(_ node: Int, _ tree: Tree) -> Bool? {
      let labels = tree[node].kind == .sequence ? tree.children(of: node).map { $0 } : [node]
      var isWindows: Bool?
      for label in labels where tree[label].isScalar {
        let text = tree.text(of: label).lowercased()
        isWindows = isWindows == true || text.hasPrefix("windows") || text.hasPrefix("win-")
      }
      return isWindows
    }

    /// The language of a script, as it is said above its node; `nil` if nothing is said.
    func language(_ node: Int) -> Language? { shells[node] }

    /// Whether a node's scripts are known to run on Windows.
    func isOnWindows(_ node: Int) -> Bool { isOnWindows[node] ?? false }

    /// Whether a node is in a program of Pulumi.
    func isPulumi(_ node: Int) -> Bool { isInPulumi[node] }
  }
}
