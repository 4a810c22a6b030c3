extension Expression.Part {
  /// Where a stretch of a text's bytes stands; all of the part, if what it means is not what is written.
  func place(_ stretch: Range<Int>) -> Range<Int> {
    isVerbatim ? range.lowerBound + stretch.lowerBound..<range.lowerBound + stretch.upperBound : range
  }

  /// A stretch of a text's bytes, as a part if there is one.
  func slice(_ bytes: ArraySlice<UInt8>) -> [Expression.Part] {
    guard !bytes.isEmpty else { return [] }
    var part = Expression.Part(
      .text, String(decoding: bytes, as: UTF8.self), at: place(bytes.startIndex..<bytes.endIndex))
    part.isFollowed = isFollowed
    return [part]
  }
}

extension [Expression.Part] {
  /// What stands between the places where the texts have a byte of ASCII; the last of `most` pieces has the rest.
  func split(at separator: UInt8, most: Int = .max) -> [[Expression.Part]] {
    var pieces: [[Expression.Part]] = [[]]
    for part in self {
      guard part.kind == .text, part.text.utf8.contains(separator) else {
        pieces[pieces.count - 1].append(part)
        continue
      }
      let bytes = [UInt8](part.text.utf8)
      var start = 0
      for (offset, byte) in bytes.enumerated() where byte == separator && pieces.count < most {
        pieces[pieces.count - 1] += part.slice(bytes[start..<offset])
        pieces.append([])
        start = offset + 1
      }
      pieces[pieces.count - 1] += part.slice(bytes[start...])
    }
    return pieces
  }

  /// The parts as a piece of a larger value: where they stand, or at a place if they stand nowhere.
  func piece(orAt place: Int) -> Expression {
    Expression(self, range: joinedRange ?? last { !$0.range.isEmpty }?.range ?? place..<place, quoting: .piece)
  }

  /// Where all parts stand, one right behind the other; `nil` if they do not.
  var joinedRange: Range<Int>? {
    guard let first, let last, zip(self, dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound }) else {
      return nil
    }
    return first.range.lowerBound..<last.range.upperBound
  }
}
