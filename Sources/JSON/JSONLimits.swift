/// What the parser accepts at most.
package struct JSONLimits: Hashable, Sendable {
  /// How deep arrays and objects may nest; 0 accepts neither.
  package var depth: Int

  /// 512 levels: more than any request or any file of the field has, and little enough for whoever walks the values
  /// recursively.
  package static let standard = JSONLimits(depth: 512)

  /// The longest text, 512 MiB: so that two words of the tape for each byte can be numbered with 30 bits.
  package static let longestText = 1 << 29

  /// Creates limits.
  package init(depth: Int) {
    self.depth = depth
  }
}
