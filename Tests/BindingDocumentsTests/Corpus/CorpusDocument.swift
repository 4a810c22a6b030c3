import BindingDocuments
import Foundation
import SourceText
import Testing

/// A document of the corpus: a file as people write it.
struct CorpusDocument: CustomTestStringConvertible, Sendable {
  /// The file, from its half of the corpus on: `shell/create.sh`.
  let path: String
  let text: [UInt8]
  let dialect: DialectName

  var testDescription: String { path }

  /// The files of one half of the corpus, `Clean` or `Mistakes`, in the order of their names.
  static func all(in half: String) throws -> [CorpusDocument] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: half)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.sorted().compactMap { name in
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
      let dialect = try #require(DialectName(fileName: name), "no dialect reads \(name)")
      return CorpusDocument(path: name, text: Array(try Data(contentsOf: file)), dialect: dialect)
    }
  }

  private static let roles = Result { try RecordedRoles() }

  /// What is found in a text in the document's language.
  func analysis(of text: [UInt8]) throws -> DocumentAnalysis { try #require(DocumentAnalysis(text, as: dialect)) }

  /// What is wrong with a text in the document's language.
  func findings(in text: [UInt8]) throws -> [DocumentFinding] {
    let roles = try Self.roles.get()
    return try analysis(of: text).findings { _ in roles }
  }
}
