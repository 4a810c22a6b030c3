/// An element of a ``SumTree``.
@usableFromInline
package protocol Summarized {
  /// What is known of elements in a row: the sum of their summaries. Any part of it that never falls from element to
  /// element, such as a length, can be sought by.
  associatedtype Summary: AdditiveArithmetic & Sendable

  /// The element's own summary. Asked for often: stored, or as quick as that.
  var summary: Summary { get }
}
