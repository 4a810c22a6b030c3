extension YAML {
  /// Finds what a tree says of bindings: one pass over its mappings, each told by the names in it.
  struct Reader {
    let tree: Tree
    var reading = BlockReading()

    /// What is said above each node of the scripts in it.
    let contexts: Contexts

    /// The scalars of which it is known whether they are scripts.
    var isClaimed: [Bool]

    /// Where each name's definition is in the reading.
    var defined: [String: Int] = [:]

    /// The variables of pipelines, by their names in small letters.
    var environment: [Definition] = []

    init(_ tree: Tree) {
      self.tree = tree
      contexts = Contexts(tree)
      isClaimed = Array(repeating: false, count: tree.nodes.count)
    }

    /// Reads all of the tree.
    mutating func read() -> BlockReading {
      for node in tree.nodes.indices where tree[node].kind == .mapping { mapping(node) }
      otherScripts()
      environmentOfScripts()
      reading.sites.sort { $0.range.lowerBound < $1.range.lowerBound }
      reading.definitions.sort { $0.range.lowerBound < $1.range.lowerBound }
      reading.embedded.sort { $0.map.original(0) < $1.map.original(0) }
      silencings()
      return reading
    }

    private mutating func mapping(_ mapping: Int) {
      var hasScripts = false
      for child in tree.children(of: mapping) where tree[child].key >= 0 {
        switch tree.name(of: child) {
        case "kind": declaration(in: mapping, kind: child)
        case "type": pulumiResource(mapping, type: child)
        case "config", "configuration": if contexts.isPulumi(mapping) { configuration(child) }
        case "env", "variables": variables(child)
        case "run", "bash", "pwsh", "powershell", "script", "before_script", "after_script", "task", "uses":
          hasScripts = true
        default: break
        }
      }
      if hasScripts { scripts(of: mapping) }
    }

    /// The bytes of a range as text.
    func written(_ range: Range<Int>) -> String { String(decoding: tree.bytes[range], as: UTF8.self) }
  }
}
