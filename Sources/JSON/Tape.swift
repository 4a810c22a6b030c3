/// The words of a tape, in memory of their own.
///
/// They are no array, for at each array that is made the runtime looks up its type, which takes half as long as parsing
/// a usual message. This file alone touches the memory. Its invariant: the first `count` of `capacity` words at `words`
/// are initialized, and who owns the tape, who is one, frees them once.
struct Tape: ~Copyable {
  private var words: UnsafeMutablePointer<TapeWord>
  private var capacity: Int
  /// How many words there are.
  private(set) var count = 0

  /// An empty tape with room for some words.
  init(capacity: Int) {
    words = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    words.deallocate()
  }

  /// The word at a place.
  subscript(index: Int) -> TapeWord {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count, "a place behind the tape's end")
      return words[index]
    }
  }

  /// Appends what `body` puts behind the words that are there. Never more than there is room for.
  mutating func edit<Result, Failure: Error>(
    _ body: (inout OutputSpan<TapeWord>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let room = UnsafeMutableBufferPointer(start: words, count: capacity)
    var span = OutputSpan(buffer: room, initializedCount: count)
    defer {
      count = span.finalize(for: room)
      span = OutputSpan()
    }
    return try body(&span)
  }

  /// Makes room for as many words again.
  mutating func grow() {
    let larger = UnsafeMutablePointer<TapeWord>.allocate(capacity: 2 * capacity)
    larger.initialize(from: words, count: count)
    words.deallocate()
    words = larger
    capacity *= 2
  }
}

// Sendable without checks: the memory has one owner, and its words change only through `mutating` methods, for which the
// compiler asks exclusive access. What shares a tape shares one that is finished, and only reads.
extension Tape: @unchecked Sendable {}
