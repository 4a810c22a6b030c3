import Testing

@testable import BindingDocuments

/// YAML as part of a document: under edits, and with what is looked up.
struct YAMLAnalysisTests {
  @Test(arguments: YAMLFixtures.all.indices)
  func editsGiveWhatAFreshReadingGives(_ index: Int) {
    let invariants = EditInvariants(
      YAML.self, Array(YAMLFixtures.all[index].utf8),
      typing: ["\n", "---\n", " ", "\"", "[", "- ", "a: ", "kind: TrustedAccessRoleBinding\n", "#", "{{ "])
    #expect(invariants.fault(seed: UInt64(index), edits: 40) == nil)
  }

  @Test func scriptsSeeTheVariablesOfTheirPipeline() throws {
    let text = """
      env: {RG: rg-edge, CLUSTER: aks}
      jobs:
        bind:
          steps:
            - run: az aks trustedaccess rolebinding delete -g $RG --cluster-name $CLUSTER -n nightly
            - shell: pwsh
              run: az aks trustedaccess rolebinding delete -g $env:RG --cluster-name aks -n nightly
            - shell: cmd
              run: az aks trustedaccess rolebinding delete -g %RG% --cluster-name aks -n nightly
      """
    let analysis = DocumentAnalysis(Array(text.utf8), YAML.self)
    let (content, _) = try #require(analysis.content(at: 0))
    let sites = content.reading.sites.map { site in
      analysis.definitions.resolution.resolve(
        site, at: DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound))
    }
    let cluster = "/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/aks"
    #expect(sites.map(\.form) == [.azureCLI, .azureCLI, .azureCLI])
    for site in sites {
      let parts = site.cluster?.parts ?? []
      #expect(parts.filter { $0.kind == .text }.map(\.text).joined() == "/subscriptions/" + cluster)
    }
  }
}
