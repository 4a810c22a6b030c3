import BindingDocuments
import Foundation
import SourceText
import Testing

/// A document with one mistake: `‸` stands before what is wrong and behind it. Under the document stand, behind `‸‸`, the
/// code of the finding and, if there is a fix, the lines that it takes away and puts in.
struct MistakeDocument: Sendable {
  let document: CorpusDocument
  /// The document without marks.
  let text: [UInt8]
  /// Where the mistake is.
  let range: Range<Int>
  /// The code of the finding.
  let code: String
  /// What the first fix changes, as ``changes(from:to:)`` tells it; empty if there is none.
  let changes: [String]

  /// Takes a file apart; `nil` if it is not made so.
  init?(_ document: CorpusDocument) {
    self.document = document
    let parts = String(decoding: document.text, as: UTF8.self).components(separatedBy: "‸‸ ")
    let pieces = parts[0].components(separatedBy: "‸")
    guard parts.count == 2, pieces.count == 3 else { return nil }
    let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    guard let code = lines.first else { return nil }
    text = Array(pieces.joined().utf8)
    range = pieces[0].utf8.count..<pieces[0].utf8.count + pieces[1].utf8.count
    self.code = code
    changes = Array(lines.dropFirst())
  }

  /// The lines in which two texts differ: `- old`, `+ new`.
  static func changes(from old: [UInt8], to new: [UInt8]) -> [String] {
    func lines(_ text: [UInt8]) -> [String] {
      text.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    var (old, new) = (lines(old)[...], lines(new)[...])
    while let first = old.first, first == new.first { (old, new) = (old.dropFirst(), new.dropFirst()) }
    while let last = old.last, last == new.last { (old, new) = (old.dropLast(), new.dropLast()) }
    return old.map { "- \($0)" } + new.map { "+ \($0)" }
  }

  /// A text with a fix made.
  static func text(_ text: [UInt8], with edits: [TextEdit]) throws -> [UInt8] {
    var source = SourceText(text)
    _ = try source.apply(edits)
    return source.bytes(in: 0..<source.byteCount)
  }
}
