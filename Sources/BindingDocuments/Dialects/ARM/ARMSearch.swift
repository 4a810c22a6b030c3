/// Looks for the words without which a document has nothing to read, in any case, by skipping (Horspool's algorithm, with
/// several words): most bytes are never looked at.
struct ARMSearch {
  /// In lower case. None is shorter than the window.
  private static func word(_ number: Int) -> StaticString {
    switch number {
    case 0: "trustedaccess"
    case 1: "sourceresourceid"
    case 2: "trusted-access"
    default: "deploymentparameters"
    }
  }

  private static var wordCount: Int { 4 }

  /// How much of a word is looked at while skipping.
  private static var window: Int { 13 }

  /// By how much to go on if the window ends with a byte.
  private var skips = InlineArray<256, UInt8>(repeating: UInt8(window))

  init() {
    for number in 0..<Self.wordCount {
      Self.word(number).withUTF8Buffer { word in
        for offset in 0..<Self.window {
          let byte = Int(word[offset])
          skips[byte] = min(skips[byte], UInt8(Self.window - 1 - offset))
          skips[byte & ~0x20] = skips[byte]
        }
      }
    }
  }

  /// Whether one of the words stands in a text, from a place on.
  func finds(in text: Span<UInt8>, from start: Int) -> Bool {
    var last = start + Self.window - 1
    while last < text.count {
      let skip = Int(skips[Int(text[unchecked: last])])
      if skip > 0 {
        last &+= skip
        continue
      }
      for number in 0..<Self.wordCount
      where Self.stands(Self.word(number), in: text, at: last - (Self.window - 1)) {
        return true
      }
      last += 1
    }
    return false
  }

  private static func stands(_ word: StaticString, in text: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count where text[unchecked: start + offset] | 0x20 != word[offset] { return false }
      return true
    }
  }
}
