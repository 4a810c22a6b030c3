/// A first look at a file: whether a document of its bytes may speak of a binding. It costs a small part of reading the
/// document, so that the files of a repository that hold none cost little more than their reading from the disk.
///
/// What the dialects recognise, in any case: `trust` (`trustedaccess`, `trusted access`, `trusted_access`,
/// `trusted-access: ignore`), `rolebinding` (`az aks rolebinding`), `sourceresourceid` (a body of the REST API), and `aks`
/// with a beginning of `trust` behind it, which is `az aks t` while it is typed, and `trust` with quotes within.
package enum FirstLook {
  /// Whether there may be something in the bytes. Cost: linear, some five instructions a byte of usual text.
  package static func isOfInterest(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Two letters of each word, which are rare beside each other, are looked for at eight places at once.
    var offset = 0
    while offset + 8 < bytes.count {
      let here = word(at: offset, in: bytes)
      let next = word(at: offset + 1, in: bytes)
      var found =
        marks(of: "r", in: here) & marks(of: "u", in: next)
        | marks(of: "e", in: here) & (marks(of: "b", in: next) | marks(of: "i", in: next))
        | marks(of: "k", in: here) & marks(of: "s", in: next)
      while found != 0 {
        if isWord(around: offset + found.trailingZeroBitCount >> 3, in: bytes) { return true }
        found &= found &- 1
      }
      offset += 8
    }
    return (offset..<max(bytes.count - 1, offset)).contains { isWord(around: $0, in: bytes) }
  }

  /// Eight bytes, letters in lower case, the first in the lowest byte.
  @inline(__always)
  private static func word(at offset: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) | 0x2020_2020_2020_2020
  }

  /// The highest bits of the bytes that are a letter; now and then that of one behind such a byte too.
  @inline(__always)
  private static func marks(of letter: Unicode.Scalar, in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let rest = word ^ (ones &* UInt64(letter.value))
    return (rest &- ones) & ~rest & (ones &* 0x80)
  }

  /// Whether the two letters at a place are those of a word that stands there.
  private static func isWord(around place: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    switch (bytes[place] | 0x20, bytes[place + 1] | 0x20) {
    case (UInt8(ascii: "r"), UInt8(ascii: "u")): has("trust", at: place - 1, in: bytes)
    case (UInt8(ascii: "e"), UInt8(ascii: "b")): has("rolebinding", at: place - 3, in: bytes)
    case (UInt8(ascii: "e"), UInt8(ascii: "i")): has("sourceresourceid", at: place - 13, in: bytes)
    case (UInt8(ascii: "k"), UInt8(ascii: "s")):
      has("aks", at: place - 1, in: bytes) && isBeginningOfTrust(behind: place + 2, in: bytes)
    default: false
    }
  }

  private static func has(_ word: StaticString, at start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= bytes.count else { return false }
    return (0..<length).allSatisfy { bytes[start + $0] | 0x20 == word.utf8Start[$0] }
  }

  /// Whether the next word in a text is `t`, `tr`, `tru` or `trus`.
  private static func isBeginningOfTrust(behind start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    func isLetter(_ offset: Int) -> Bool { (bytes[offset] | 0x20) &- 0x61 < 26 }
    var offset = start
    while offset < bytes.count, !isLetter(offset) { offset += 1 }
    guard offset > start else { return false }
    let word = offset
    while offset < bytes.count, offset - word < 5, isLetter(offset) { offset += 1 }
    let letters: StaticString = "trust"
    return (1...4).contains(offset - word)
      && (word..<offset).allSatisfy { bytes[$0] | 0x20 == letters.utf8Start[$0 - word] }
  }
}
