import Foundation
import SeededRandom
import SourceText
import Testing
import TrustedAccess

@testable import BindingDocuments

/// The documents of the corpus cut off, without a line, and while they are edited. `CORPUS_EDITS` tells how often each.
struct CorpusRobustnessTests {
  private static let times = ProcessInfo.processInfo.environment["CORPUS_EDITS"].flatMap(Int.init) ?? 1

  private static func documents() throws -> [(document: CorpusDocument, text: [UInt8])] {
    try CorpusDocument.all(in: "Clean").map { ($0, $0.text) }
      + CorpusDocument.all(in: "Mistakes").compactMap { document in
        MistakeDocument(document).map { (document, $0.text) }
      }
  }

  @Test func whatIsLeftOfThemIsRead() throws {
    for (document, text) in try Self.documents() {
      var random = SplitMix64(seed: UInt64(text.count))
      let dialect = try #require(Dialects.dialect(document.dialect))
      let ends = text.indices.filter { text[$0] == 0x0A }.map { $0 + 1 }
      for _ in 0..<Self.times {
        let line = Int.random(in: 0..<ends.count, using: &random)
        let start = line > 0 ? ends[line - 1] : 0
        for damaged in [Array(text[..<ends[line]]), Array(text[..<start] + text[ends[line]...])] {
          let faults = readingFaults(dialect, damaged)
          #expect(faults.isEmpty, "\(document.path) at line \(line + 1)")
          let fault = try fault(in: document.findings(in: damaged), damaged)
          #expect(fault == nil, "\(document.path) at line \(line + 1)")
        }
      }
    }
  }

  @Test func whatIsEditedSaysWhatIsReadAnew() throws {
    let roles = try RecordedRoles()
    for (document, text) in try Self.documents() {
      var random = SplitMix64(seed: UInt64(text.count))
      var source = SourceText(text)
      var analysis = try document.analysis(of: text)
      var cache = FindingCache()
      for _ in 0..<Self.times {
        let edit = edit(of: source, from: text, &random)
        source.replace(edit.range, with: edit.text)
        analysis.apply(AppliedEdit(range: edit.range, newLength: edit.text.count), to: source)
        let now = source.bytes(in: 0..<source.byteCount)
        let findings = cache.update(&analysis) { _ in roles }
        let (fresh, sites) = (try document.findings(in: now), try document.analysis(of: now).sites)
        let isSame = findings == fresh && analysis.sites == sites
        #expect(isSame, "\(document.path): \(edit) in \(String(decoding: now, as: UTF8.self))")
        #expect(fault(in: findings, now) == nil)
        if !isSame { break }
      }
    }
  }

  /// What is wrong with findings, whatever they say.
  private func fault(in findings: [DocumentFinding], _ text: [UInt8]) -> String? {
    let all = 0..<text.count
    func isInside(_ range: Range<Int>) -> Bool {
      all.lowerBound <= range.lowerBound && range.upperBound <= all.upperBound
    }
    for finding in findings {
      let ranges = [finding.range] + finding.related.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
      guard ranges.allSatisfy(isInside) else { return "\(finding) of \(text.count)" }
    }
    return nil
  }

  /// A piece of the text goes, comes again elsewhere, or is typed.
  private func edit(
    of source: SourceText, from text: [UInt8], _ random: inout SplitMix64
  ) -> (range: Range<Int>, text: [UInt8]) {
    func piece(of count: Int, _ most: Int) -> Range<Int> {
      let start = Int.random(in: 0...count, using: &random)
      return start..<min(count, start + Int.random(in: 0...most, using: &random))
    }
    let typed = ["\n", "\"", "'", "`", "{", "}", "[", "]", "$", "#", "az aks trustedaccess role list\n", "- ", "  "]
    let range = piece(of: source.byteCount, 12)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return (range, [])
    case 1: return (range, Array(text[piece(of: text.count, 60)]))
    default: return (range.lowerBound..<range.lowerBound, Array((typed.randomElement(using: &random) ?? "").utf8))
    }
  }
}
