extension NameIndex {
  /// The ranks of the names that start with `text`, which is lower-cased. Cost: logarithmic.
  func ranks(startingWith text: [UInt8]) -> Range<Int> {
    let first = firstRank { compare($0, to: text) < 0 }
    let end = firstRank(from: first) { compare($0, to: text) <= 0 }
    return first..<end
  }

  /// The rank of the name that is `text`, which is lower-cased. Cost: logarithmic.
  func rank(of text: [UInt8]) -> Int? {
    let first = firstRank { compare($0, to: text) < 0 }
    return first < count && range(first).count == text.count && compare(first, to: text) == 0 ? first : nil
  }

  /// The first rank for which `isBefore` does not hold; it holds for all before it.
  private func firstRank(from start: Int = 0, where isBefore: (Int) -> Bool) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How the beginning of a name compares to `text`: 0 if the name starts with it.
  private func compare(_ rank: Int, to text: [UInt8]) -> Int {
    let name = range(rank)
    let length = min(name.count, text.count)
    for offset in 0..<length {
      let difference = Int(bytes[name.lowerBound + offset]) - Int(text[offset])
      if difference != 0 { return difference }
    }
    return name.count < text.count ? -1 : 0
  }
}
