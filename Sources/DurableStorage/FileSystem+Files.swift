import Glibc

/// A whole file, and which version of it was read.
package struct FileContents: Sendable {
  /// All bytes of the file.
  package var bytes: [UInt8]

  /// Which version of the file they are.
  package var identity: FileIdentity

  /// Creates contents.
  package init(bytes: [UInt8], identity: FileIdentity) {
    self.bytes = bytes
    self.identity = identity
  }
}

extension FileSystem {
  /// The largest file that is read unless a reader says otherwise: 64 MiB.
  package static let standardLimit = 64 << 20

  /// Which version of a file is there; `nil` if there is none. Cost: one `stat`.
  package func identity(of path: String) throws(StorageError) -> FileIdentity? {
    let status: FileStatus
    do {
      status = try uninterrupted { () throws(SystemError) in try statusOfPath(path) }
    } catch {
      if error.number == ENOENT { return nil }
      throw StorageError(.read, path, .system(error))
    }
    guard status.kind == .file else { throw StorageError(.read, path, .notAFile) }
    return status.identity
  }

  /// A whole file; `nil` if there is none. It needs no lock: a file that ``replace(_:with:after:)`` puts in its place
  /// later does not change the one that is being read.
  ///
  /// - Throws: also if it is no regular file, or larger than `limit` bytes.
  package func read(_ path: String, limit: Int = standardLimit) throws(StorageError) -> FileContents? {
    let descriptor: Int32
    do {
      descriptor = try uninterrupted { () throws(SystemError) in try open(path, .read) }
    } catch {
      if error.number == ENOENT { return nil }
      throw StorageError(.read, path, .system(error))
    }
    defer { close(descriptor) }
    let status: FileStatus
    var bytes: [UInt8]
    do {
      status = try uninterrupted { () throws(SystemError) in try self.status(descriptor) }
      // One byte more, to see whether the file has grown or is larger than it may be.
      let expected = status.kind == .file ? Int(clamping: status.identity.size).clamped(to: 0...limit) + 1 : 0
      bytes = try readToEnd(of: descriptor, expecting: expected, limit: limit)
    } catch {
      throw StorageError(.read, path, .system(error))
    }
    guard status.kind == .file else { throw StorageError(.read, path, .notAFile) }
    guard bytes.count <= limit else { throw StorageError(.read, path, .tooLarge(limit: limit)) }
    return FileContents(bytes: bytes, identity: status.identity)
  }

  /// The bytes up to the end of the file, or at most a few more than `limit`; none if `count` is 0.
  private func readToEnd(of descriptor: Int32, expecting count: Int, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = count
    while chunk > 0, bytes.count <= limit {
      let filled = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let end = bytes.count
      let received = try uninterrupted { () throws(SystemError) in
        var answer: Result<Int, SystemError> = .success(0)
        bytes.withUnsafeMutableBytes { buffer in
          let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<end])
          answer = Result { () throws(SystemError) in try read(descriptor, free) }
        }
        return try answer.get()
      }
      bytes.removeSubrange(filled + received..<end)
      if received == 0 { break }
      chunk = max(chunk - received, 4096)
    }
    return bytes
  }

  /// The names in a folder, in no order, without `.` and `..`; `nil` if there is no such folder.
  package func list(_ folder: String) throws(StorageError) -> [String]? {
    do {
      return try uninterrupted { () throws(SystemError) in try names(folder) }
    } catch {
      if error.number == ENOENT { return nil }
      throw StorageError(.list, folder, .system(error))
    }
  }
}

extension Comparable {
  /// The value of `range` that is nearest to this one.
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
