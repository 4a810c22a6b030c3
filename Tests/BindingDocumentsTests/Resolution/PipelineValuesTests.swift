import BindingDocuments
import Testing

/// What pipelines put into their scripts: their variables are followed, what else they replace is unknown.
struct PipelineValuesTests {
  private static let update = "az aks trustedaccess rolebinding update -g g --cluster-name aks -n b --roles"
  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkloadx"

  @Test(arguments: [
    "steps:\n- bash: |\n    \(update) $(role)\n", "steps:\n- pwsh: |\n    \(update) $(role)\n",
    "pool: { vmImage: windows-latest }\nsteps:\n- script: |\n    \(update) $(my.role)\n",
    "pool: { vmImage: windows-latest }\nsteps:\n- script: |\n    \(update) \"$(role),$(other)\"\n",
    "steps:\n- bash: |\n    \(update) ${{ parameters.role }}\n",
    "jobs:\n  a:\n    steps:\n    - run: \(update) ${{ inputs.role }}\n",
    "job:\n  script:\n    - \(update) $[[ inputs.role ]]\n",
  ])
  func whatIsReplacedIsUnknown(pipeline: String) {
    #expect(said(.yaml, pipeline).count == 1)
    #expect(said(.yaml, pipeline).first?.hasPrefix("name=b cluster=aks roles=${") == true)
  }

  @Test func variablesAreFollowed() {
    let text = "env:\n  ROLE: \(Self.role)\njobs:\n  a:\n    steps:\n    - run: \(Self.update) $ROLE\n"
    let found = said(.yaml, text)
    #expect(found.first == "name=b cluster=aks roles=M/mlworkloadx")
    #expect(found.dropFirst().map { $0.hasPrefix("unknown-role at $ROLE") } == [true])
  }
}
