/// Cuts a stream of bytes into messages, whatever pieces the bytes arrive in.
///
/// Holds at most one unfinished message, and of a message over the limit nothing at all. A byte is copied once.
package struct FrameReader: Sendable {
  /// What stands next on the stream.
  package enum Frame: Sendable {
    /// A message: the bytes of one JSON text, not yet parsed.
    case message([UInt8])
    /// No message, and why. After a fault that is not recoverable the reader gives nothing more.
    case fault(FrameFault)
  }

  /// The framing; `nil` until the first byte has decided it.
  package private(set) var framing: Framing?

  /// The longest message that is accepted, in bytes.
  private let limit: Int

  private var state = State.between
  private var window = Window()
  /// The short message given out last. Its memory is used again, unless someone still holds it.
  private var message: [UInt8] = []

  private enum State {
    /// Between two messages.
    case between
    /// The headers of a message are read, and it is short enough to arrive in the window.
    case short(length: Int)
    /// The headers of a message are read, and it is gathered in an array of its own.
    case long([UInt8], filled: Int)
    /// The bytes of a refused message are passed over: so many, or to the end of the line. Then the fault is told.
    case skipping(remaining: Int?, FrameFault)
    /// The stream is not to be trusted any more.
    case broken
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - framing: the framing, or `nil` to let the first byte decide.
  ///   - limit: the longest message that is accepted, in bytes.
  package init(framing: Framing? = nil, limit: Int) {
    self.framing = framing
    self.limit = limit
  }

  /// Takes more bytes with `read`, which is given room for at least one byte and says how many it has put there.
  ///
  /// - Returns: what `read` returned; 0 by convention is the end of the stream, less than 0 a failure.
  package mutating func fill(with read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    guard case .long(var message, let filled) = state else { return window.fill(with: read) }
    state = .broken  // so that `message` is the only reference, and is filled in place
    let count = message.withUnsafeMutableBytes { read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...])) }
    state = .long(message, filled: filled + max(count, 0))
    return count
  }

  /// The next frame, or `nil` if it has not arrived whole.
  package mutating func next() -> Frame? {
    while true {
      switch state {
      case .broken:
        return nil
      case .skipping(let remaining, let fault):
        guard skip(remaining, fault) else { return nil }
        state = .between
        return .fault(fault)
      case .long(let message, let filled):
        guard filled == message.count else { return nil }
        state = .between
        return .message(message)
      case .short(let length):
        guard window.count >= length else { return nil }
        state = .between
        return .message(takeMessage(length))
      case .between:
        guard let first = window.first else { return nil }
        let framing = self.framing ?? Framing(firstByte: first)
        self.framing = framing
        let frame = framing == .lines ? nextLine() : readHeaders()
        if let frame { return frame }
        if case .between = state { return nil }
      }
    }
  }

  /// What is left when the stream has ended: a last line without its line break, or the fault of a message cut off.
  package mutating func finish() -> Frame? {
    defer { state = .broken }
    switch state {
    case .broken:
      return nil
    case .skipping(_, let fault):
      return .fault(fault)
    case .short(let length):
      return cutOff("after \(window.count) of a message's \(length) bytes")
    case .long(let message, let filled):
      return cutOff("after \(filled) of a message's \(message.count) bytes")
    case .between:
      if window.count == 0 { return nil }
      if framing == .headers { return cutOff("within a message's headers") }
      let line = window.take(window.count)
      return line.allSatisfy(\.isBlank) ? nil : .message(line)
    }
  }

  private func cutOff(_ place: String) -> Frame {
    .fault(FrameFault(message: "the stream ended \(place)", isRecoverable: false))
  }

  private func tooLong(_ count: Int) -> FrameFault {
    FrameFault(message: "a message of \(count) bytes: at most \(limit) are accepted", isRecoverable: true)
  }

  /// The fault of a line over the limit, the same whether or not its end has arrived.
  private var lineTooLong: FrameFault {
    FrameFault(message: "a message of more than \(limit) bytes: at most \(limit) are accepted", isRecoverable: true)
  }

  /// Up to this length, in bytes, the memory of a message is kept for the next one.
  private static let keptLength = 4096

  private mutating func takeMessage(_ length: Int) -> [UInt8] {
    guard length <= Self.keptLength else { return window.take(length) }
    window.take(length, into: &message)
    return message
  }

  // MARK: Lines

  /// The next line that is not blank; `nil` if it has not arrived whole, or is skipped.
  private mutating func nextLine() -> Frame? {
    while let length = window.lengthOfLine() {
      guard length <= limit else {
        window.skip(length + 1)
        return .fault(lineTooLong)
      }
      let line = takeMessage(length)
      window.skip(1)
      if !line.allSatisfy(\.isBlank) { return .message(line) }
    }
    if window.count > limit { state = .skipping(remaining: nil, lineTooLong) }
    return nil
  }

  // MARK: Headers

  /// Reads the headers if they have arrived whole, and sets the state for what follows; gives a fault or nothing.
  private mutating func readHeaders() -> Frame? {
    while window.first == UInt8(ascii: "\r") || window.first == UInt8(ascii: "\n") {
      window.skip(1)  // Blank lines between two messages are tolerated.
    }
    do throws(FrameFault) {
      let read = try window.withContents { (bytes) throws(FrameFault) in try HeaderSection(bytes) }
      guard let headers = read else { return nil }
      window.skip(headers.byteCount)
      begin(headers)
      return nil
    } catch {
      state = .broken
      return .fault(error)
    }
  }

  private mutating func begin(_ headers: HeaderSection) {
    let length = headers.contentLength
    if length > limit {
      state = .skipping(remaining: length, tooLong(length))
    } else if let charset = headers.foreignCharset {
      let fault = FrameFault(
        message: "Content-Type names the character set '\(charset)': expected utf-8", isRecoverable: true)
      state = .skipping(remaining: length, fault)
    } else if length <= Window.size {
      state = .short(length: length)
    } else {
      // Never zeroed: a message that is announced and does not come takes no memory.
      let arrived = window.take(window.count)
      let message = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
        UnsafeMutableRawBufferPointer(bytes).copyBytes(from: arrived)
        count = length
      }
      state = .long(message, filled: arrived.count)
    }
  }

  /// Passes over the bytes of a refused message; whether its end is reached.
  private mutating func skip(_ remaining: Int?, _ fault: FrameFault) -> Bool {
    guard let remaining else {
      guard let length = window.lengthOfLine() else {
        window.skip(window.count)
        return false
      }
      window.skip(length + 1)
      return true
    }
    let skipped = min(remaining, window.count)
    window.skip(skipped)
    state = .skipping(remaining: remaining - skipped, fault)
    return skipped == remaining
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
