/// The best hits of a search under way. Each is one number, so that comparing two is one comparison.
struct RankedHits {
  /// A hit: from the top, its kind (8 bits), how good it is within the kind (24 bits, less is better) and the name's
  /// rank (32 bits).
  typealias Key = UInt64

  private let limit: Int
  private var keys: [Key] = []

  /// No hit as bad as this one or worse will be kept.
  private(set) var threshold = Key.max

  /// Keeps the best `limit` hits, at least one.
  init(limit: Int) {
    self.limit = max(limit, 1)
  }

  /// Makes a key.
  static func key(_ match: RoleMatch, quality: Int, rank: Int) -> Key {
    Key(match.rawValue) << 56 | Key(min(quality, 0xFF_FFFF)) << 32 | Key(truncatingIfNeeded: rank)
  }

  /// The name's rank and the kind of a hit.
  static func parts(_ key: Key) -> (rank: Int, match: RoleMatch) {
    (Int(key & 0xFFFF_FFFF), RoleMatch(rawValue: Int(key >> 56)) ?? .fuzzy)
  }

  /// Adds a hit if it is good enough.
  mutating func add(_ key: Key) {
    guard key < threshold else { return }
    keys.append(key)
    // Sorted only when twice as many stand there as are wanted: the cost of a hit stays small for any limit.
    if keys.count >= limit &+ max(limit, 256) { settle() }
  }

  /// The hits, best first.
  mutating func sorted() -> [Key] {
    settle()
    return keys
  }

  private mutating func settle() {
    keys.sort()
    guard keys.count >= limit else { return }
    keys.removeLast(keys.count - limit)
    threshold = keys.last ?? threshold
  }
}
