extension Expression.Part {
  /// Where a stretch of a text's bytes stands; all of the part, if what it means is not what is written.
  func place(_ stretch: Range<Int>) -> Range<Int> {
    isVerbatim ? range.lowerBound + stretch.lowerBound..<range.lowerBound + stretch.upperBound : range
  }

  /// A stretch of a text's bytes, as a part if there is one.
  func slice(_ bytes: ArraySlice<UInt8>) -> [Expression.Part] {
    bytes.isEmpty
      ? [] : [.init(.text, String(decoding: bytes, as: UTF8.self), at: place(bytes.startIndex..<bytes.endIndex))]
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

  /// The parts as the value of a place: that of the last of them that stands somewhere.
  func expression(orAt place: Int) -> Expression {
    let range = last { !$0.range.isEmpty }?.range ?? place..<place
    return Expression(self, range: range, quoting: .none)
  }
}
