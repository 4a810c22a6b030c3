package import DurableStorage
import Glibc

// The system's calls over paths as bytes. A walk over a repository lives from them alone, so they do no more than they must;
// `FileSystem`, through which the store is kept, takes paths as texts, and a name that is not UTF-8 has none.

/// What stands behind a name.
enum FileKind: Sendable {
  case file, folder
  /// A symbolic link; where it leads is not looked at.
  case link
  /// A pipe, a socket, a device.
  case other

  fileprivate init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}

extension FilePath {
  /// What stands there; where a link leads, if `followsLinks`.
  func kind(followingLinks followsLinks: Bool) throws(SystemError) -> FileKind {
    var status = stat()
    let answer = withCString { fstatat(AT_FDCWD, $0, &status, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
    guard answer == 0 else { throw SystemError(number: errno) }
    return FileKind(mode: status.st_mode)
  }

  /// The path without links, from the root.
  package func withoutLinks() throws(SystemError) -> FilePath {
    let path = withCString { path -> FilePath? in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return FilePath(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    }
    guard let path else { throw SystemError(number: errno) }
    return path
  }

  /// The names in a folder with what stands behind them, by bytes, without `.` and `..`.
  func entries() throws(SystemError) -> [FolderEntry] {
    guard let stream = withCString({ opendir($0) }) else { throw SystemError(number: errno) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(number: errno) }
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      let kind =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): FileKind.file
        case Int(DT_DIR): FileKind.folder
        case Int(DT_LNK): FileKind.link
        // Some file systems do not say.
        case Int(DT_UNKNOWN): (try? appending(name).kind(followingLinks: false)) ?? .other
        default: FileKind.other
        }
      entries.append(FolderEntry(name: name, kind: kind))
    }
  }
}

/// A name in a folder.
struct FolderEntry: Sendable {
  let name: [UInt8]
  let kind: FileKind
}
