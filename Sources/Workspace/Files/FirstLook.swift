/// A first look at a file: whether a document of its bytes may speak of a binding. It costs a small part of reading the
/// document, so that the files of a repository that hold none cost little more than their reading from the disk.
///
/// What the dialects recognise, in any case: `trust` (`trustedaccess`, `trusted access`, `trusted_access`,
/// `trusted-access: ignore`), `rolebinding` (`az aks rolebinding`), `sourceresourceid` (a body of the REST API), and `aks`
/// with a beginning of `trust` behind it, which is `az aks t` while it is typed, and `trust` with quotes within.
package enum FirstLook {
  /// Whether there may be something in the bytes. Cost: linear, some ten instructions for sixteen bytes of usual text.
  package static func isOfInterest(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Two letters of each word, which are rare beside each other, and where they stand in it.
    var offset = 1
    let end = bytes.count - width
    while offset < end {
      let here = bytes.loadUnaligned(fromByteOffset: offset - 1, as: SIMD16<UInt8>.self) | 0x20
      let next = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) | 0x20
      let found =
        equal(here, "r") & equal(next, "u") | equal(here, "e") & (equal(next, "b") | equal(next, "i")) | equal(
          here, "k")
        & equal(next, "s")
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 {
        for place in offset - 1..<offset - 1 + width where isWord(around: place, in: bytes) { return true }
      }
      offset += width
    }
    return (max(offset - 1, 0)..<max(bytes.count - 1, 0)).contains { isWord(around: $0, in: bytes) }
  }

  private static let width = 16

  /// All bits of the bytes that are a letter.
  @inline(__always)
  private static func equal(_ bytes: SIMD16<UInt8>, _ letter: Unicode.Scalar) -> SIMD16<UInt8> {
    let mask = bytes .== SIMD16(repeating: UInt8(ascii: letter))
    return unsafeBitCast(mask, to: SIMD16<UInt8>.self)
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
