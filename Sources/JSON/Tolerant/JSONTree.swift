/// A document as a tree with source ranges, however broken it is: RFC 8259, with comments, and everything that people
/// leave behind while they type.
///
/// Building never fails, recurses nowhere and costs one pass, or two where brackets do not pair. A tree is a value; it
/// shares the bytes that it was built from.
///
/// Its reader's limits: names are not checked for duplicates (``JSONNode/duplicateMembers``); text in other encodings than
/// UTF-8 is a word; of faults the first thousand are told.
package struct JSONTree: Sendable {
  let storage: JSONTreeStorage

  /// The longest text that is looked at, 128 MiB.
  package static let longestText = 1 << 27

  /// Builds the tree of a document, in UTF-8 if all is well; a byte order mark is stepped over.
  ///
  /// - Parameter longestText: what is behind that many bytes is not looked at, and told as a fault.
  package init(_ bytes: [UInt8], dialect: JSONDialect = .json, longestText: Int = JSONTree.longestText) {
    let length = Swift.min(bytes.count, longestText, Self.longestText)
    let text = bytes.span.bytes.extracting(first: length)
    var builder = JSONTreeBuilder(dialect: dialect, followsIndentation: false)
    builder.build(text)
    if builder.faults.structuralCount > 0 {
      var other = JSONTreeBuilder(dialect: dialect, followsIndentation: true)
      other.build(text)
      other.rereadCount += builder.rereadCount + length
      if other.faults.structuralCount <= builder.faults.structuralCount { builder = other }
    }
    if length < bytes.count { builder.faults.add(.tooLong, length..<bytes.count) }
    storage = JSONTreeStorage(bytes, builder)
  }

  /// Builds the tree of a text.
  package init(_ text: String, dialect: JSONDialect = .json) {
    self.init(Array(text.utf8), dialect: dialect)
  }

  /// The document: all values, members and stray characters at top level.
  package var document: JSONNode { JSONNode(storage, 0) }

  /// The document's value. Where members stand outside of any object, as in an excerpt, and where there is no value at
  /// all, this is the document itself.
  package var root: JSONNode {
    let values = document.children
    guard let first = values.first(where: { $0.kind != .stray }), first.kind != .member, first.kind != .missing else {
      return document
    }
    return first
  }

  /// What is wrong, in the order of the text; at most a thousand.
  package var faults: [JSONFault] { storage.faults }

  /// The comments, in the order of the text.
  package var comments: [JSONComment] { storage.comments }

  /// The bytes that the tree was built from.
  package var bytes: [UInt8] { storage.bytes }

  /// How many bytes were looked at in building beyond the first pass: for tests of its cost, which is linear.
  package var rereadCount: Int { storage.rereadCount }
}
