/// Bytes that grow at their end: what texts are composed in.
///
/// No array, since an array looks with each append whether it is shared and its type known; a response has dozens of
/// appends. This file alone touches the memory. Its invariant: the first `count` of `capacity` bytes at `memory` are
/// initialized, and who owns the buffer, who is one, frees them once.
package struct ByteBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  /// How many bytes there are.
  package private(set) var count = 0

  /// An empty buffer; takes no memory yet.
  package init() {}

  /// A buffer with a copy of bytes.
  package init(_ bytes: [UInt8]) {
    append(bytes.span.bytes)
  }

  deinit {
    memory?.deallocate()
  }

  /// Appends one byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    let end = reserve(1)
    end.pointee = byte
    count &+= 1
  }

  /// Appends a copy of bytes.
  @inline(__always)
  package mutating func append(_ bytes: RawSpan) {
    let end = reserve(bytes.byteCount)
    bytes.withUnsafeBytes { bytes in
      if let source = bytes.baseAddress {
        UnsafeMutableRawPointer(end).copyMemory(from: source, byteCount: bytes.count)
      }
    }
    count &+= bytes.byteCount
  }

  /// Appends the bytes of a literal.
  @inline(__always)
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0.span.bytes) }
  }

  /// Appends a copy of bytes between double quotes, with one more byte before and behind them where one is given.
  @inline(__always)
  package mutating func append(quoted bytes: RawSpan, after before: UInt8? = nil, then behind: UInt8? = nil) {
    bytes.withUnsafeBytes { append(quoted: $0, after: before, then: behind) }
  }

  /// Appends the bytes of a literal between double quotes, with one more byte before and behind them where one is given.
  @inline(__always)
  package mutating func append(quoted text: StaticString, after before: UInt8?, then behind: UInt8?) {
    precondition(text.hasPointerRepresentation, "a literal of one character has no bytes in memory")
    append(
      quoted: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), after: before, then: behind)
  }

  @inline(__always)
  private mutating func append(quoted bytes: UnsafeRawBufferPointer, after before: UInt8?, then behind: UInt8?) {
    var end = reserve(bytes.count &+ 4)
    let start = end
    func put(_ byte: UInt8) {
      end.pointee = byte
      end += 1
    }
    if let before { put(before) }
    put(UInt8(ascii: "\""))
    if let source = bytes.baseAddress { UnsafeMutableRawPointer(end).copyMemory(from: source, byteCount: bytes.count) }
    end += bytes.count
    put(UInt8(ascii: "\""))
    if let behind { put(behind) }
    count &+= end - start
  }

  /// Appends a copy of another buffer's bytes.
  package mutating func append(_ other: borrowing ByteBuffer) {
    other.withBytes { append(RawSpan(_unsafeBytes: $0)) }
  }

  /// Appends a value as it was written.
  package mutating func append(_ value: JSONValue) {
    let source = value.text.bytes
    append(source.span.bytes.extracting(value.sourceRange))
  }

  /// Appends what `body` puts into room for `capacity` bytes.
  @inline(__always)
  package mutating func append(addingCapacity capacity: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
    let room = UnsafeMutableBufferPointer(start: reserve(capacity), count: capacity)
    var span = OutputSpan(buffer: room, initializedCount: 0)
    body(&span)
    count &+= span.finalize(for: room)
  }

  /// Appends a number in decimal digits.
  package mutating func append(decimal number: Int) {
    // The longest number has 19 digits and a sign.
    append(addingCapacity: 20) { room in
      if number < 0 { room.append(UInt8(ascii: "-")) }
      room.append(decimal: number.magnitude)
    }
  }

  /// Drops what is behind the first `count` bytes.
  package mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count, "a buffer is not truncated to what it has not")
    self.count = count
  }

  /// Drops all bytes, and the memory too if that is more than `capacity` bytes.
  package mutating func removeAll(keepingCapacity capacity: Int) {
    count = 0
    guard self.capacity > capacity else { return }
    memory?.deallocate()
    memory = nil
    self.capacity = 0
  }

  /// Takes the buffer's content out of it and leaves it empty.
  package mutating func take() -> ByteBuffer {
    var taken = ByteBuffer()
    swap(&taken, &self)
    return taken
  }

  /// Gives all bytes to `body`.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: memory, count: count))
  }

  /// The bytes as an array: a copy.
  package var array: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { room, initialized in
      if let memory { room.baseAddress?.initialize(from: memory, count: count) }
      initialized = count
    }
  }

  /// Makes room for `additional` bytes more, and gives where they go.
  @inline(__always)
  private mutating func reserve(_ additional: Int) -> UnsafeMutablePointer<UInt8> {
    precondition(additional >= 0, "room is made for what is there")
    guard let memory, capacity &- count >= additional else { return grow(additional) }
    return memory + count
  }

  @inline(never)
  private mutating func grow(_ additional: Int) -> UnsafeMutablePointer<UInt8> {
    let capacity = max(count + additional, 2 * self.capacity, 256)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    if let memory {
      larger.initialize(from: memory, count: count)
      memory.deallocate()
    }
    (memory, self.capacity) = (larger, capacity)
    return larger + count
  }
}

// Sendable without checks: the memory has one owner, and its bytes change only through `mutating` methods, for which the
// compiler asks exclusive access.
extension ByteBuffer: @unchecked Sendable {}
