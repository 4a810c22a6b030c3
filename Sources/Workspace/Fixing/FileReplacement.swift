package import DurableStorage
import Glibc

/// Puts another text in the place of a file: whoever reads sees the old one or the new one. Rights are kept, and the owner
/// where the system lets it be. Another name of the same file (a hard link) keeps the old text.
package enum FileReplacement {
  /// Why a file was left as it is.
  package enum Refusal: Error {
    /// It holds something else by now.
    case changed
    /// The system says no.
    case system(SystemError)

    /// Why, as the end of a sentence without its full stop.
    package var text: String {
      switch self {
      case .changed: "it has changed since it was read"
      case .system(let error): "\(error.text) (\(error.name))"
      }
    }
  }

  /// Replaces a file, or what a link leads to.
  ///
  /// - Parameters:
  ///   - old: what the file has to hold still.
  package static func replace(
    _ path: FilePath, holding old: [UInt8], with new: [UInt8]
  ) throws(Refusal) {
    let path = try refusing { () throws(SystemError) in try path.withoutLinks() }
    var buffer = FileBuffer()
    do throws(FileReadingError) {
      _ = try buffer.read(path, limit: old.count)
    } catch {
      switch error {
      case .system(let error): throw .system(error)
      case .tooLarge: throw .changed
      }
    }
    guard buffer.bytes.elementsEqual(old), let folder = path.parent else { throw .changed }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .system(SystemError(number: errno)) }
    let temporary = folder.appending(Array(".trusted-access-\(getpid())-".utf8) + path.name)
    do throws(Refusal) {
      try write(new, to: temporary, status)
      guard temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
        throw .system(SystemError(number: errno))
      }
    } catch {
      _ = temporary.withCString { unlink($0) }
      throw error
    }
  }

  /// Writes a file, or puts another text in its place.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(Refusal) {
    var status = stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    guard isThere else {
      let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      guard descriptor >= 0 else { throw .system(SystemError(number: errno)) }
      defer { close(descriptor) }
      return try write(bytes, to: descriptor)
    }
    var buffer = FileBuffer()
    do throws(FileReadingError) {
      _ = try buffer.read(path, limit: .max - 1)
    } catch {
      if case .system(let error) = error { throw .system(error) }
      throw .changed
    }
    try replace(path, holding: Array(buffer.bytes), with: bytes)
  }

  private static func write(_ bytes: [UInt8], to path: FilePath, _ status: stat) throws(Refusal) {
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw .system(SystemError(number: errno)) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
    // Only root may give files away; then the rights, which giving away takes some of.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
      throw .system(SystemError(number: errno))
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Refusal) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(SystemError(number: errno)) }
      written += count
    }
  }

  private static func refusing<Value>(_ call: () throws(SystemError) -> Value) throws(Refusal) -> Value {
    do throws(SystemError) {
      return try call()
    } catch {
      throw .system(error)
    }
  }
}
