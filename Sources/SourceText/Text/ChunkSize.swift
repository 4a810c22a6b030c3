/// How many bytes the chunks of a text hold.
struct ChunkSize: Sendable {
  /// What a chunk is given when a text is cut up.
  var usual: Int
  /// The most that a chunk may grow to.
  var most: Int { 2 * usual }
  /// The fewest that a chunk may shrink to, unless it is the only one. Not fewer than ``Chunk/reach``.
  var fewest: Int { usual / 4 }

  /// Measured: with half of it a text takes 1.25 times its bytes instead of 1.12, with twice as much the way from an offset
  /// to a position takes a third longer.
  static let standard = ChunkSize(usual: 1024)
}
