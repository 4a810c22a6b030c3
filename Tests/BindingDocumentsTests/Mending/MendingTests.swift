import SeededRandom
import SourceText
import Testing
import TrustedAccess

@testable import BindingDocuments

@Suite("Mending")
struct MendingTests {
  private func fix(_ edits: (Range<Int>, String)...) -> DocumentFix {
    DocumentFix(title: "", edits: edits.map { TextEdit(range: $0.0, text: Array($0.1.utf8)) })
  }

  private func printed(_ edits: [TextEdit]) -> [String] {
    edits.map { "\($0.range) \(String(decoding: $0.text, as: UTF8.self))" }
  }

  @Test("takes each fix as a whole or not at all")
  func whole() {
    let selection = FixSelection([
      fix((4..<6, "a")), fix((0..<2, "b"), (5..<7, "c")), fix((4..<6, "a")), fix((0..<2, "d"), (6..<8, "e")), fix(),
    ])
    #expect(printed(selection.edits) == ["0..<2 d", "4..<6 a", "6..<8 e"])
    #expect(selection.count == 2)
  }

  @Test("puts nothing twice at one place")
  func insertions() {
    #expect(FixSelection([fix((3..<3, "a")), fix((3..<3, "b"))]).count == 1)
    #expect(FixSelection([fix((3..<5, "a")), fix((3..<3, "b"))]).count == 1)
    #expect(FixSelection([fix((3..<3, "a")), fix((1..<3, "b"))]).count == 2)
    #expect(FixSelection([fix((3..<9, "a")), fix((5..<6, "b"))]).count == 1)
  }

  @Test("tells edits that follow one another as edits of the text that was")
  func composition() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let original = SourceText(Array("abcdefghij".utf8.prefix(Int.random(in: 0...10, using: &random))))
      var (pieces, text) = (PieceTable(byteCount: original.byteCount), original)
      for round in 0..<3 {
        let fixes = (0..<3).map { _ in
          let start = Int.random(in: 0...text.byteCount, using: &random)
          let end = Int.random(in: start...text.byteCount, using: &random)
          return fix((start..<end, String(repeating: "\(round)", count: Int.random(in: 0...2, using: &random))))
        }
        let edits = FixSelection(fixes).edits
        try text.apply(edits)
        pieces.apply(edits)
      }
      var result = original
      try result.apply(pieces.edits)
      #expect(result.bytes(in: 0..<result.byteCount) == text.bytes(in: 0..<text.byteCount))
      #expect(zip(pieces.edits, pieces.edits.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound })
    }
  }

  private func mending(_ script: String) throws -> (Mending, after: String) {
    let bytes = Array(script.utf8)
    let analysis = try #require(DocumentAnalysis(bytes, as: .shell))
    let mending = Mending(SourceText(bytes), analysis) { analysis, _ in analysis.findings { _ in NoRoles() } }
    var text = SourceText(bytes)
    try text.apply(mending.edits)
    return (mending, String(decoding: text.bytes(in: 0..<text.byteCount), as: UTF8.self))
  }

  @Test("goes on until nothing is left that has one fix, and changes nothing the second time")
  func untilNothingIsLeft() throws {
    let command = "az aks trustedaccess rolebinding delete --cluster-name a --resource-group"
    let (mending, after) = try mending("\(command) g --nmae b_c\necho é\n\(command) g --nam d\n")
    // The name is looked at when its option is.
    #expect(after == "\(command) g --name b-c\necho é\n\(command) g --nam d\n")
    #expect(mending.fixCount == 2)
    #expect(try self.mending(after).0.edits.isEmpty)
  }
}

/// A list of roles that has none.
private struct NoRoles: RoleDirectory {
  var provenance: RoleProvenance {
    RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 0), timeToLive: 0, location: "eastus")
  }
  var sourceTypes: [ResourceType] { [] }

  func entry(for name: RoleName) -> RoleEntry? { nil }
  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] { [] }
  func entries(named name: String) -> [RoleEntry] { [] }
  func nearest(to text: String, limit: Int) -> [RoleEntry] { [] }
}
