import Glibc
import JSON
import Synchronization

/// The stream that messages are written to, whole and one after the other, from any thread.
///
/// Blocks while the reader is slow: that is what bounds the memory. After a failure (the reader is gone) everything is
/// dropped.
package final class MessageOutput: Sendable {
  private struct Stream: ~Copyable, Sendable {
    var pending = ByteBuffer()
    var failure: SystemError?
  }

  private let stream = Mutex(Stream())
  private let write: @Sendable (UnsafeRawBufferPointer) -> Result<Int, SystemError>

  /// Past this many bytes, waiting messages are written before more are taken.
  private static let highWater = 1 << 18

  /// Creates a stream.
  ///
  /// - Parameter write: takes some of the bytes, at least one, waiting until it can; tells how many.
  package init(write: @escaping @Sendable (UnsafeRawBufferPointer) -> Result<Int, SystemError>) {
    self.write = write
  }

  /// The failure that ended the stream, if one did.
  package var failure: SystemError? { stream.withLock { $0.failure } }

  /// Puts a message at the end of the stream, to be written with the next ``flush()``.
  func enqueue(_ message: borrowing ByteBuffer, framing: Framing) {
    stream.withLock { stream in
      framing.append(message, to: &stream.pending)
      if stream.pending.count >= Self.highWater { flush(&stream) }
    }
  }

  /// Writes every message that waits.
  package func flush() {
    stream.withLock { flush(&$0) }
  }

  private func flush(_ stream: inout Stream) {
    var written = 0
    var failure = stream.failure
    stream.pending.withBytes { bytes in
      while written < bytes.count, failure == nil {
        switch write(UnsafeRawBufferPointer(rebasing: bytes[written...])) {
        case .success(let count): written += count
        case .failure(let error): failure = error
        }
      }
    }
    stream.failure = failure
    stream.pending.removeAll(keepingCapacity: 2 * Self.highWater)
  }
}
