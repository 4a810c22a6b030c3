import DurableStorage
import Glibc

/// A place in memory into which one file after the other is read.
///
/// Not copyable: it owns its memory.
struct FileBuffer: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer
  private var count = 0

  /// What most files have room in, and more than that only while a file needs it.
  private static let usual = 1 << 18

  init() {
    memory = .allocate(byteCount: Self.usual, alignment: 16)
  }

  deinit {
    memory.deallocate()
  }

  /// The bytes of the file that was read last.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<count]) }

  /// Reads a file; without waiting for the other end if it turns out to be a pipe.
  ///
  /// - Parameters:
  ///   - limit: how many bytes it may have.
  ///   - first: looks at the first bytes, and says whether the rest is wanted too.
  /// - Returns: whether the rest was wanted; always so for an empty file.
  mutating func read(
    _ path: FilePath, limit: Int, ifWanted first: (UnsafeRawBufferPointer) -> Bool = { _ in true }
  ) throws(FileReadingError) -> Bool {
    count = 0
    if memory.count > Self.usual { resize(to: Self.usual) }
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw .system(SystemError(number: errno)) }
    defer { close(descriptor) }
    var isWanted = false
    while true {
      if count == memory.count { try grow(for: descriptor, limit: limit) }
      let received = Glibc.read(descriptor, memory.baseAddress.map { $0 + count }, memory.count - count)
      if received < 0, errno == EINTR { continue }
      guard received >= 0 else { throw .system(SystemError(number: errno)) }
      count += received
      if count > limit { throw .tooLarge(limit: limit) }
      if received == 0 { return true }
      if !isWanted {
        guard first(bytes) else { return false }
        isWanted = true
      }
    }
  }

  /// Holds bytes as if they had been read from a file.
  mutating func hold(_ bytes: [UInt8]) {
    count = 0
    if memory.count < bytes.count { resize(to: bytes.count) }
    bytes.withUnsafeBytes { memory.copyMemory(from: $0) }
    count = bytes.count
  }

  /// Makes room for a file that has more bytes than there is room for.
  private mutating func grow(for descriptor: Int32, limit: Int) throws(FileReadingError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(SystemError(number: errno)) }
    if status.st_size > limit { throw .tooLarge(limit: limit) }
    // One more, so that the end is seen.
    resize(to: max(Int(status.st_size) + 1, min(2 * memory.count, limit + 1)))
  }

  private mutating func resize(to size: Int) {
    let other = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    other.copyMemory(from: bytes)
    memory.deallocate()
    memory = other
  }
}

/// Why a file could not be read.
enum FileReadingError: Error {
  case system(SystemError)
  case tooLarge(limit: Int)

  /// Why, as the end of a sentence without its full stop.
  var text: String {
    switch self {
    case .system(let error): "\(error.text) (\(error.name))"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB, which is more than is looked at"
    }
  }
}
