import BindingDocuments
import SeededRandom

extension ReadingInvariants {
  /// The first thing that does not hold in a prefix of a text, in the text with one byte less, or in it with random splices.
  func faultWhenDamaged(_ text: String, splices: Int = 300) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      if let fault = fault(in: Array(bytes[..<index])) { return "up to \(index): \(fault)" }
      var less = bytes
      less.remove(at: index)
      if let fault = fault(in: less) { return "without \(index): \(fault)" }
    }
    var random = SplitMix64(seed: UInt64(bytes.count))
    for _ in 0..<splices {
      var spliced = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) { splice(&spliced, &random) }
      if let fault = fault(in: spliced) {
        return "\(String(decoding: spliced, as: UTF8.self).debugDescription): \(fault)"
      }
    }
    return nil
  }

  /// Puts a piece of the text, or junk, in the place of another piece.
  private func splice(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    func range(_ most: Int) -> Range<Int> {
      let start = Int.random(in: 0...bytes.count, using: &random)
      return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
    }
    let isJunk = Bool.random(using: &random)
    let piece = isJunk ? (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) } : Array(bytes[range(40)])
    bytes.replaceSubrange(range(20), with: piece)
  }
}
