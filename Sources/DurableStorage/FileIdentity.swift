import Glibc

/// What tells one version of a file from every other, for the price of one `stat`.
///
/// Each version that ``FileSystem/replace(_:with:after:)`` writes has a modification time of its own, to the nanosecond,
/// so that an equal identity means equal content even where the file system reuses inodes and its own clock ticks in
/// milliseconds.
package struct FileIdentity: Hashable, Sendable {
  /// The device that the file lies on.
  package var device: UInt64

  /// The file's inode on that device.
  package var inode: UInt64

  /// The file's size in bytes.
  package var size: Int64

  /// The modification time in nanoseconds since 1970-01-01T00:00:00Z.
  package var modifiedAt: Int64

  /// Creates an identity.
  package init(device: UInt64, inode: UInt64, size: Int64, modifiedAt: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modifiedAt = modifiedAt
  }

  /// Whether the identity can be trusted to tell versions apart. Not so on a file system that keeps whole seconds or
  /// milliseconds only; such a file must be read each time.
  package var isDistinctive: Bool { modifiedAt % 1_000_000 != 0 }
}

/// What the system says of a file.
package struct FileStatus: Hashable, Sendable {
  /// What kind of file it is.
  package enum Kind: Sendable { case file, folder, other }

  /// What kind of file it is.
  package var kind: Kind

  /// Which version of which file it is.
  package var identity: FileIdentity

  /// Creates a status.
  package init(kind: Kind, identity: FileIdentity) {
    self.kind = kind
    self.identity = identity
  }

  /// Takes over what `stat` answered.
  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    let seconds = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
    identity = FileIdentity(
      device: UInt64(status.st_dev),
      inode: UInt64(status.st_ino),
      size: Int64(status.st_size),
      modifiedAt: seconds &+ Int64(status.st_mtim.tv_nsec)
    )
  }
}
