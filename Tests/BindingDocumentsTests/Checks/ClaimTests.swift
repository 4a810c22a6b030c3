import BindingDocuments
import SeededRandom
import SourceText
import Testing
import TrustedAccess

/// What sites of one document have to do with each other.
struct ClaimTests {
  private static let create =
    "az aks trustedaccess rolebinding create -g rg --cluster-name aks --source-resource-id $WS"
    + " --roles Microsoft.MachineLearningServices/workspaces/mlworkload -n"
  private static let delete = "az aks trustedaccess rolebinding delete -g rg --cluster-name aks --yes -n"

  @Test(arguments: [
    ["\(create) a", "\(create) A"],
    ["RG=rg", "\(create) a", "\(create.withGroup("$RG")) a"],
    ["\(create) a", "\(delete) b", "\(create) a"],
    ["\(create.withGroup("$RG")) a", "\(create.withGroup("$RG")) a"],
    ["\(create) $NAME", "\(create) $NAME"],
    ["az account set -s 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b", "\(create) a", "\(create) a"],
    [
      "az account set -s 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b", "\(create) a",
      "\(create) a --subscription 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b",
    ],
  ])
  func aScriptCreatesABindingOnce(script: [String]) throws {
    let findings = try findings(in: script.joined(separator: "\n"), as: .shell)
    #expect(findings.count == 1)
    #expect(findings.first?.contains(" binding-created-twice ← ") == true, "\(findings)")
  }

  @Test(arguments: [
    ["\(create) a", "\(delete) a", "\(create) a"],
    ["\(create) a", "\(delete) \"$1\"", "\(create) a"],
    ["\(create) a", "az aks trustedaccess rolebinding update -g rg --cluster-name aks -n a --roles $ROLES"],
    ["\(create) a", "az aks trustedaccess rolebinding show -g rg --cluster-name aks -n a"],
    ["\(create) a", "\(create.withGroup("other")) a"],
    ["\(create) a", "az account set -s $OTHER", "\(create) a"],
    ["\(create) a", "az login", "\(create) a"],
    ["\(create) a", "az group delete -n rg --yes", "az group create -n rg -l eastus", "\(create) a"],
    ["if [ -n \"$X\" ]; then", "  \(create) a", "else", "  \(create) a", "fi"],
    ["\(create) a", "[ -n \"$X\" ] && \(create) a"],
    ["one() {", "  \(create) a", "}", "two() {", "  \(create) a", "}"],
    ["for RG in one two; do", "  \(create.withGroup("$RG")) a", "done", "\(create.withGroup("$RG")) a"],
    ["RG=$(head -1 groups)", "\(create.withGroup("$RG")) a", "RG=$(tail -1 groups)", "\(create.withGroup("$RG")) a"],
    ["RG=a", "\(create.withGroup("$RG")) a", "RG=b", "\(create.withGroup("$RG")) a"],
    ["\(create.withGroup("<group>")) a", "\(create.withGroup("<group>")) a"],
    ["\(create.withGroup("$1")) a", "\(create.withGroup("$1")) a"],
  ])
  func nothingIsSaidOfScriptsThatMayBeRight(script: [String]) throws {
    #expect(try findings(in: script.joined(separator: "\n"), as: .shell) == [])
  }

  @Test func whatStandsOnAPageAreExamples() throws {
    let fence = "```bash\n\(Self.create) a\n```\n"
    #expect(try findings(in: fence + fence, as: .markdown) == [])
  }

  @Test func stepsOfAPipelineAreRunsOfTheirOwn() throws {
    let step = "- bash: |\n    \(Self.create) a\n"
    #expect(try findings(in: "steps:\n\(step)\(step)", as: .yaml) == [])
    let twice = "steps:\n\(step)    \(Self.create) a\n"
    #expect(try findings(in: twice, as: .yaml) == ["a binding-created-twice ← 3"])
  }

  @Test func powerShellIsAScriptAndBatchHasLabels() throws {
    let script = "\(Self.create) a\n\(Self.create) a\n"
    #expect(try findings(in: script, as: .powerShell) == ["a binding-created-twice ← 1"])
    #expect(try findings(in: "if ($x) { \(Self.create) a } else { \(Self.create) a }", as: .powerShell) == [])
    #expect(try findings(in: script, as: .batch) == [])
  }

  @Test func aTemplateDeclaresABindingOnce() throws {
    let one = { (symbol: String, more: String) in
      """
      resource \(symbol) 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = \(more){
        parent: aks
        name: 'b'
        properties: {
          sourceResourceId: \(symbol)Workspace.id
          roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
        }
      }

      """
    }
    #expect(try findings(in: one("x", "") + one("y", ""), as: .bicep) == ["'b' binding-declared-twice ← 3"])
    #expect(try findings(in: one("x", "") + one("y", "if (condition) "), as: .bicep) == [])
    let other = one("y", "").split(separator: "\n").map { $0 == "  parent: aks" ? "  parent: aks2" : $0 }
    #expect(try findings(in: one("x", "") + other.joined(separator: "\n"), as: .bicep) == [])
  }

  @Test func oneBindingHoldsAllRolesOfASource() throws {
    let script = "\(Self.create) a\n\(Self.create) b\n"
    #expect(try findings(in: script, as: .shell) == ["b source-bound-twice ← 1"])
    #expect(try findings(in: "\(Self.create) a\n\(Self.delete) a\n\(Self.create) b\n", as: .shell) == [])
  }

  @Test func aClusterHasAtMostEightBindings() throws {
    let script = (1...10).map { Self.create.replacingSource("$WS\($0)") + " b\($0)" }
    #expect(try findings(in: script.prefix(8).joined(separator: "\n"), as: .shell) == [])
    #expect(
      try findings(in: script.joined(separator: "\n"), as: .shell) == ["b9 too-many-bindings ← 1 2 3 4 5 6 7 8"])
  }

  /// Whatever is edited, findings are those of the document read anew.
  @Test(arguments: UInt64(0)..<3)
  func editsGiveWhatAFreshReadingGives(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines =
      ["a", "b", "c", "d", "e", "f", "g", "h", "i", "$N"].flatMap { ["\(Self.create) \($0)", "\(Self.delete) \($0)"] }
      + [
        "N=a", "N=b", "az account set -s $X", "# trusted-access: ignore binding-created-twice, binding-name", "true",
        "\(Self.create.withGroup("$N")) a",
      ]
    var source = SourceText([])
    var analysis = try #require(DocumentAnalysis([], as: .shell))
    var cache = FindingCache()
    for _ in 0..<40 {
      let start = Int.random(in: 0...source.byteCount, using: &random)
      let isInsertion = Bool.random(using: &random) || source.byteCount < 2000
      let place = isInsertion ? 0 : start
      let end = isInsertion ? place : min(source.byteCount, place + Int.random(in: 0...300, using: &random))
      let text = isInsertion ? Array(((lines.randomElement(using: &random) ?? "") + "\n").utf8) : []
      source.replace(place..<end, with: text)
      analysis.apply(AppliedEdit(range: place..<end, newLength: text.count), to: source)
      let kept = cache.update(&analysis) { _ in Roles() }
      let fresh = try #require(DocumentAnalysis(source.bytes(in: 0..<source.byteCount), as: .shell))
      #expect(kept == fresh.findings { _ in Roles() })
      let touched = cache.findings(touching: 0..<source.byteCount, of: analysis)
      #expect(touched == kept)
    }
  }
}

extension String {
  fileprivate func withGroup(_ group: String) -> String { swapping("-g rg", "-g \(group)") }
  fileprivate func replacingSource(_ source: String) -> String { swapping("$WS", source) }

  private func swapping(_ old: String, _ new: String) -> String {
    let bytes = Array(utf8)
    let wanted = Array(old.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return self }
    return String(decoding: bytes[..<start] + Array(new.utf8) + bytes[(start + wanted.count)...], as: UTF8.self)
  }
}
