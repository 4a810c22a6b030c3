/// A comment in a document.
package struct JSONComment: Hashable, Sendable {
  private let start: UInt32
  private let end: UInt32
  /// Whether it is written `/* */`, not `//`.
  package let isBlock: Bool
  /// Whether it lacks its `*/`, and so takes the rest of the document.
  package let isOpenEnded: Bool

  init(_ range: Range<Int>, isBlock: Bool, isOpenEnded: Bool) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.isBlock = isBlock
    self.isOpenEnded = isOpenEnded
  }

  /// Where it stands, in bytes: from its `//` to the end of the line, without the line break; from `/*` behind `*/`.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether what is typed at an offset becomes part of the comment.
  package func contains(_ offset: Int) -> Bool {
    Int(start) < offset && (offset < Int(end) || offset == Int(end) && (!isBlock || isOpenEnded))
  }
}
