import BindingDocuments
import Foundation
import Testing
import TrustedAccess

/// Documents as the field writes them, with nothing wrong in them.
struct CleanDocumentTests {
  @Test func nothingIsSaidOfThem() throws {
    for document in try CorpusDocument.all(in: "Clean") {
      for finding in try document.findings(in: document.text) {
        let line = document.text[..<finding.range.lowerBound].count { $0 == 0x0A } + 1
        let written = String(decoding: document.text[finding.range], as: UTF8.self)
        Issue.record("\(document.path):\(line): \(finding.code) at '\(written)': \(finding.message)")
      }
    }
  }

  /// `CleanSites.txt` tells how many sites each has at least, so that a dialect that reads nothing fails.
  @Test func theirSitesAreFound() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "CleanSites.txt")
    var expected: [String: Int] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      expected[words[1...].joined(separator: " ")] = Int(words[0])
    }
    let documents = try CorpusDocument.all(in: "Clean")
    #expect(Set(documents.map(\.path)) == Set(expected.keys))
    for document in documents {
      let count = try document.analysis(of: document.text).sites.count
      #expect(count >= expected[document.path] ?? 0, "\(document.path) has \(count)")
    }
  }
}
