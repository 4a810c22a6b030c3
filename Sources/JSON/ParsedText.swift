/// A parsed text: its bytes as received, and the tape that tells where each value stands in them.
///
/// The tape has one word for each scalar value and each member name, and two for each array and object, in the order
/// of the text. A container's first word names the word behind its last, so that a walk steps over it at once.
final class ParsedText: Sendable {
  let bytes: [UInt8]
  let tape: Tape

  init(bytes: [UInt8], tape: consuming Tape) {
    self.bytes = bytes
    self.tape = tape
  }
}
