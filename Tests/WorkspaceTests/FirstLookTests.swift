import BindingDocuments
import Foundation
import SeededRandom
import Testing
import Workspace

@Suite("The first look at a file")
struct FirstLookTests {
  static func isOfInterest(_ text: [UInt8]) -> Bool { text.withUnsafeBytes { FirstLook.isOfInterest($0) } }

  @Test(
    "A word is found wherever it stands, in any case",
    arguments: [
      "trust", "TRUST", "RoleBinding", "sourceResourceId", "aks t ", "AKS \"t\"", "aks  \\\n  trus ",
      "aks 'tr'ustedaccess",
    ])
  func places(word: String) {
    for length in 0..<70 {
      for behind in [0, 1, 17] {
        let text =
          Array(repeating: UInt8(ascii: "."), count: length) + word.utf8 + Array(repeating: 0x2E, count: behind)
        #expect(Self.isOfInterest(text), "\(length), \(behind)")
      }
    }
  }

  @Test(
    "Other text is passed over",
    arguments: [
      "", "t", "aks", "aks ", "trus", "rust", "az aks create", "AKS to the rescue", "akst", "tasks tr", "rolebindin",
      "sourceResource", "roles: [ei, ru, eb, ks]", String(repeating: "ruebeiks", count: 50),
    ])
  func others(text: String) {
    #expect(!Self.isOfInterest(Array(text.utf8)))
    #expect(!Self.isOfInterest(Array((String(repeating: " ", count: 40) + text).utf8)))
  }

  @Test("No site of any document of the tests is lost")
  func sites() throws {
    var count = 0
    var random = SplitMix64(seed: 7)
    for text in try Self.documents() {
      let bytes = Array(text.utf8)
      let beginnings = (0..<8).map { _ in Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
      for bytes in beginnings where !Self.isOfInterest(bytes) {
        for name in DialectName.allCases {
          let sites = DocumentAnalysis(bytes, as: name)?.sites ?? []
          #expect(sites.isEmpty, "\(name): \(String(decoding: bytes, as: UTF8.self))")
        }
      }
      guard !Self.isOfInterest(bytes) else {
        count += 1
        continue
      }
      for name in DialectName.allCases {
        let sites = DocumentAnalysis(bytes, as: name)?.sites ?? []
        #expect(sites.isEmpty, "\(name): \(text)")
      }
    }
    #expect(count > 400)
  }

  /// Every text in the sources of the tests, as they stand and without their escapes.
  static func documents() throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var documents: Set<String> = []
    for folder in ["BindingDocumentsTests", "ServerTests", "Fixtures"] {
      let files = FileManager.default.enumerator(at: tests.appending(path: folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        if file.pathExtension == "swift" { documents.formUnion(literals(in: text)) } else { documents.insert(text) }
      }
    }
    return documents.sorted()
  }

  /// The string literals of a Swift source, roughly: what is escaped in them stays so.
  static func literals(in source: String) -> [String] {
    var literals: [String] = []
    let pieces = source.components(separatedBy: "\"\"\"")
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1 {
        literals.append(piece)
        literals.append(piece.replacingOccurrences(of: "\\\\", with: "\\").replacingOccurrences(of: "\\\"", with: "\""))
      } else {
        for line in piece.split(separator: "\n") {
          guard let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""), start < end else { continue }
          let literal = String(line[line.index(after: start)..<end])
          literals.append(literal)
          literals.append(
            literal.replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\\"", with: "\"")
              .replacingOccurrences(of: "\\\\", with: "\\"))
        }
      }
    }
    return literals
  }
}
