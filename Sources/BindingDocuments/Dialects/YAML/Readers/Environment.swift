// The variables that pipelines define, for the scripts in them: `env` of GitHub Actions, Azure Pipelines and
// containers, `variables` of Azure Pipelines and GitLab, as a mapping or as a list of names and values. One that is
// given different values in different places has none that is known.

extension YAML.Reader {
  /// Defines the variables of `env` or `variables`.
  mutating func variables(_ variables: Int) {
    let isPulumi = contexts.isPulumi(variables)
    let values = tree.follow(variables, path: "").value
    switch tree[values].kind {
    case .mapping:
      for child in tree.children(of: values) where tree[child].key >= 0 && !tree.isScalar(tree[child].key, "<<") {
        define(tree.name(of: child), variable(child, isPulumi: isPulumi), at: tree[tree[child].key].range, isPulumi)
      }
    case .sequence:
      for child in tree.children(of: values) {
        guard let name = tree.member("name", of: child), tree[name.value].isScalar else { continue }
        let value = tree.member("value", of: child).flatMap { tree[$0.value].isScalar ? $0.value : nil }
        define(
          tree.text(of: name.value), value.map { expression($0, .pipeline) }, at: tree[name.value].range, false)
      }
    default: break
    }
  }

  private func variable(_ node: Int, isPulumi: Bool) -> Expression? {
    let node = tree.follow(node, path: "").value
    if tree[node].isScalar { return expression(node, isPulumi ? .pulumi : .pipeline) }
    // GitLab's way to describe one. A mapping of Pulumi's is a function's call.
    guard !isPulumi, let value = tree.member("value", of: node), tree[value.value].isScalar else { return nil }
    return expression(value.value, .pipeline)
  }

  private mutating func define(_ name: String, _ value: Expression?, at range: Range<Int>, _ isPulumi: Bool) {
    define(name, value, at: range)
    // Azure Pipelines gives a script its variables in capitals, with `_` for each `.`.
    let capitals = String(name.map { $0 == "." ? "_" : $0 }).uppercased()
    if !isPulumi, capitals != name { define(capitals, value, at: range) }
    if !isPulumi { environment.append(Definition(capitals.lowercased(), value, at: range)) }
  }

  /// Defines the variables once more, as scripts name them whose language knows no case.
  mutating func environmentOfScripts() {
    for (dialect, prefix) in [(DialectName.powerShell, "env:"), (.batch, "")]
    where reading.embedded.contains(where: { $0.dialect == dialect }) {
      for variable in environment { define(prefix + variable.name, variable.value, at: variable.range) }
    }
  }
}
