// Scripts in the steps of pipelines. A step is told by the names in it, wherever it stands, so that templates and parts
// of a pipeline are read as well.
//
// - GitHub Actions: `run`, in the shell of the step, of the job's or the workflow's defaults, or of the runner; the
//   actions `azure/cli` and `azure/powershell`.
// - Azure Pipelines: `script`, `bash`, `pwsh`, `powershell`; the tasks AzureCLI, AzurePowerShell, PowerShell, Bash and
//   CmdLine.
// - GitLab: `before_script` with `script`, `after_script`. A `!reference` in them is left out.

extension YAML.Reader {
  /// Finds the scripts of a step or a job.
  mutating func scripts(of step: Int) {
    if let task = tree.member("task", of: step), let inputs = tree.member("inputs", of: step) {
      self.task(tree.text(of: task.value), inputs.value, of: step)
    }
    if let action = tree.member("uses", of: step), let inputs = tree.member("with", of: step) {
      self.action(tree.text(of: action.value), inputs.value)
    }
    if let run = tree.member("run", of: step), tree[run.value].isScalar {
      let shell = tree.member("shell", of: step).flatMap { YAML.Contexts.Language(shell: tree.text(of: $0.value)) }
      let usual = YAML.Contexts.Language.dialect(contexts.isOnWindows(step) ? .powerShell : .shell)
      embed([run.value], shell ?? contexts.language(step) ?? usual)
    }
    embed(tree.member("bash", of: step), .dialect(.shell))
    embed(tree.member("pwsh", of: step), .dialect(.powerShell))
    embed(tree.member("powershell", of: step), .dialect(.powerShell))
    let before = tree.member("before_script", of: step)
    let script = tree.member("script", of: step)
    // One shell runs both; another one what comes after.
    embed([before, script].compactMap { $0?.value }, .dialect(commandLine(step)))
    embed(tree.member("after_script", of: step), .dialect(.shell))
  }

  /// What runs scripts that name no shell.
  private func commandLine(_ step: Int) -> DialectName { contexts.isOnWindows(step) ? .batch : .shell }

  private mutating func task(_ name: String, _ inputs: Int, of step: Int) {
    let type = tree.member("scriptType", of: inputs, ignoringCase: true)
      .flatMap { YAML.Contexts.Language(shell: tree.text(of: $0.value)) }
    let inline = tree.member("inlineScript", of: inputs, ignoringCase: true)
    let script = tree.member("script", of: inputs, ignoringCase: true)
    switch name.lowercased().prefix(while: { $0 != "@" }) {
    case "azurecli": embed(inline, type ?? .dialect(commandLine(step)))
    case "azurepowershell": embed(tree.member("Inline", of: inputs, ignoringCase: true), .dialect(.powerShell))
    case "powershell": embed(script, .dialect(.powerShell))
    case "bash": embed(script, .dialect(.shell))
    case "cmdline": embed(script, .dialect(commandLine(step)))
    case "pythonscript": embed(script, .other)
    default: break
    }
  }

  private mutating func action(_ name: String, _ inputs: Int) {
    let inline = tree.member("inlineScript", of: inputs, ignoringCase: true)
    switch name.lowercased().prefix(while: { $0 != "@" }) {
    case "azure/cli": embed(inline, .dialect(.shell))
    case "azure/powershell": embed(inline, .dialect(.powerShell))
    case "actions/github-script": embed(tree.member("script", of: inputs), .other)
    default: break
    }
  }

  private mutating func embed(_ member: YAML.Tree.Member?, _ language: YAML.Contexts.Language) {
    if let member { embed([member.value], language) }
  }
}
