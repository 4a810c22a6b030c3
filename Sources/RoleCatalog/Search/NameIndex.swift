import TrustedAccess

/// Role names laid out for search: ASCII capitals made small, sorted by their bytes, one after the other in one buffer.
///
/// Two facts about a name let a search read far less than its bytes. `letters` says which characters occur in it, so
/// most names are passed over unread. `shared` says how many bytes it begins with that the name before it has too:
/// what was found out about those holds for both, and only the rest is read.
///
/// Memory: the names' bytes and 22 bytes a name.
struct NameIndex: Sendable {
  /// All names, one after the other.
  let bytes: [UInt8]

  /// Where each name starts in `bytes`, and at last where the last one ends.
  let starts: [Int]

  /// Which characters occur in each name; see ``letter(_:)``.
  let letters: [UInt64]

  /// How many bytes each name has in common with the name before it; 0 for the first, clamped to what fits.
  let shared: [UInt16]

  /// The source type of each name, as a place in `types`.
  let typePlaces: [UInt32]

  /// The source types that occur, without duplicates, in the order of first occurrence.
  let types: [ResourceType]

  /// The length of each source type's text; the own name starts a slash later.
  let typeLengths: [Int]

  /// How many names there are.
  var count: Int { letters.count }

  /// Where the name of that rank stands in `bytes`.
  func range(_ rank: Int) -> Range<Int> { starts[rank]..<starts[rank + 1] }

  /// Where in the name of that rank the role's own name starts.
  func ownNameStart(_ rank: Int) -> Int { typeLengths[Int(typePlaces[rank])] + 1 }

  /// The characters of `text` as a set: a bit each for `a` to `z` and `0` to `9`, the other bytes share 28 bits.
  static func letter(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x61...0x7A: 1 << UInt64(byte - 0x61)
    case 0x30...0x39: 1 << UInt64(byte - 0x30 + 26)
    default: 1 << UInt64(byte % 28 + 36)
    }
  }
}

extension NameIndex {
  /// Indexes names.
  ///
  /// - Returns: the index, and for each of its ranks the position in `names` that the name came from. Of names equal but
  ///   for case, the first is kept. Cost: a sort of the names' bytes, less if they come sorted.
  static func build(_ names: [RoleName]) -> (index: NameIndex, order: [Int]) {
    var unsorted = Unsorted(names)
    let order = unsorted.sortedOrder()

    var bytes: [UInt8] = []
    bytes.reserveCapacity(unsorted.bytes.count)
    var starts: [Int] = [0]
    starts.reserveCapacity(order.count + 1)
    var letters: [UInt64] = []
    var shared: [UInt16] = []
    var typePlaces: [UInt32] = []
    letters.reserveCapacity(order.count)
    shared.reserveCapacity(order.count)
    typePlaces.reserveCapacity(order.count)
    var kept: [Int] = []
    kept.reserveCapacity(order.count)

    for position in order {
      let name = unsorted.range(position)
      let previous = kept.last.map { unsorted.range($0) } ?? 0..<0
      let common = unsorted.commonPrefix(previous, name)
      if !kept.isEmpty, common == name.count, common == previous.count { continue }
      bytes.append(contentsOf: unsorted.bytes[name])
      starts.append(bytes.count)
      letters.append(unsorted.bytes[name].reduce(0) { $0 | letter($1) })
      shared.append(UInt16(clamping: common))
      typePlaces.append(unsorted.typePlaces[position])
      kept.append(position)
    }
    let index = NameIndex(
      bytes: bytes, starts: starts, letters: letters, shared: shared, typePlaces: typePlaces, types: unsorted.types,
      typeLengths: unsorted.types.map { $0.description.utf8.count })
    return (index, kept)
  }
}

/// The names as they come, before they are sorted.
private struct Unsorted {
  var bytes: [UInt8] = []
  var starts: [Int] = [0]
  var typePlaces: [UInt32] = []
  var types: [ResourceType] = []

  init(_ names: [RoleName]) {
    starts.reserveCapacity(names.count + 1)
    typePlaces.reserveCapacity(names.count)
    var places: [ResourceType: UInt32] = [:]
    var texts: [[UInt8]] = []
    var last: (type: ResourceType, place: UInt32)?
    for name in names {
      let place: UInt32
      if let last, last.type == name.sourceType {
        place = last.place
      } else if let known = places[name.sourceType] {
        place = known
      } else {
        place = UInt32(truncatingIfNeeded: types.count)
        places[name.sourceType] = place
        types.append(name.sourceType)
        texts.append(name.sourceType.description.utf8.map(\.lowercased) + [UInt8(ascii: "/")])
      }
      last = (name.sourceType, place)
      typePlaces.append(place)
      bytes.append(contentsOf: texts[Int(place)])
      for byte in name.name.utf8 { bytes.append(byte.lowercased) }
      starts.append(bytes.count)
    }
  }

  func range(_ position: Int) -> Range<Int> { starts[position]..<starts[position + 1] }

  /// How many bytes two names begin with alike.
  func commonPrefix(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let limit = min(left.count, right.count)
    var common = 0
    while common < limit, bytes[left.lowerBound + common] == bytes[right.lowerBound + common] { common += 1 }
    return common
  }

  /// The positions in the order of the names' bytes; of equal names the first comes first.
  mutating func sortedOrder() -> [Int] {
    let order = Array(0..<typePlaces.count)
    if zip(order, order.dropFirst()).allSatisfy({ isOrdered($0, $1) }) { return order }
    return order.sorted(by: isOrdered)
  }

  private func isOrdered(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (range(left), range(right))
    let common = commonPrefix(a, b)
    if common == a.count { return common < b.count || left < right }
    return common < b.count && bytes[a.lowerBound + common] < bytes[b.lowerBound + common]
  }
}

extension UInt8 {
  /// This byte, an ASCII capital made small.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether a segment of a role's name starts after this byte: `Microsoft.Security/pricings/…`.
  var endsSegment: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: ".") }
}
