import BindingDocuments
import Foundation
import Testing
import TrustedAccess

/// Documents with one mistake each: it is found where it is, and nothing else; what mends it leaves nothing to mend.
struct MistakeDocumentTests {
  @Test(arguments: try CorpusDocument.all(in: "Mistakes"))
  func theMistakeIsFoundAndMended(_ document: CorpusDocument) throws {
    let mistake = try #require(MistakeDocument(document), "two marks, and a code behind '‸‸'")
    let findings = try document.findings(in: mistake.text)
    #expect(findings.map { "\($0.code) \($0.range)" } == ["\(mistake.code) \(mistake.range)"])
    guard let fix = findings.first?.fixes.first else {
      #expect(mistake.changes.isEmpty)
      return
    }
    let mended = try MistakeDocument.text(mistake.text, with: fix.edits)
    #expect(MistakeDocument.changes(from: mistake.text, to: mended) == mistake.changes)
    #expect(try document.findings(in: mended) == [])
  }

  @Test func thereIsOneOfEveryRule() throws {
    let codes = Set(try CorpusDocument.all(in: "Mistakes").compactMap { MistakeDocument($0)?.code })
    // What these say is said against bindings that exist, or on request, and of what a document alone does not tell.
    let others: Set = ["changed-source", "escalating-role"]
    #expect(Set(DocumentRuleDescription.catalog.map(\.code)).subtracting(others).subtracting(codes) == [])
  }
}
