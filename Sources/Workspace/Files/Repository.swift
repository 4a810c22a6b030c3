import DurableStorage
import Glibc

/// What git ignores where a walk begins.
enum Repository {
  /// The root of the repository that a folder is in; `nil` if it is in none.
  ///
  /// - Parameter folder: from the root of the file system, without links.
  static func root(above folder: FilePath) -> FilePath? {
    var next: FilePath? = folder
    while let folder = next {
      if isRoot(folder) { return folder }
      next = folder.parent
    }
    return nil
  }

  /// Whether a folder is a repository's root: a worktree and a submodule have a file `.git` instead of a folder.
  static func isRoot(_ folder: FilePath) -> Bool {
    (try? folder.appending(".git".utf8).kind(followingLinks: true)) != nil
  }

  /// What a repository ignores beyond its files `.gitignore`, in `.git/info/exclude`.
  ///
  /// Limit: the file that git's setting `core.excludesFile` names is not read; it is a person's, not the repository's.
  static func rules(ofRoot root: FilePath) -> PathRules {
    let text = (try? gitFolder(of: root).appending("info/exclude".utf8).smallFile()) ?? []
    return PathRules(PathPattern.patterns(in: text), in: root)
  }

  /// What a folder's `.gitignore` adds; `outer` itself if there is none.
  ///
  /// - Throws: why one that is there cannot be read.
  static func rules(of folder: FilePath, outer: PathRules?) throws(FileReadingError) -> PathRules? {
    let text: [UInt8]
    do throws(FileReadingError) {
      text = try folder.appending(".gitignore".utf8).smallFile()
    } catch {
      if case .system(let error) = error, error.number == ENOENT { return outer }
      throw error
    }
    let patterns = PathPattern.patterns(in: text)
    return patterns.isEmpty ? outer : PathRules(patterns, in: folder, outer: outer)
  }

  /// The folder of git's own files, which several worktrees share.
  private static func gitFolder(of root: FilePath) -> FilePath {
    let git = root.appending(".git".utf8)
    guard let own = pointer(in: git, behind: "gitdir: ", from: root) else { return git }
    return pointer(in: own.appending("commondir".utf8), behind: "", from: own) ?? own
  }

  /// The path that a file of one line names.
  private static func pointer(in file: FilePath, behind prefix: String, from folder: FilePath) -> FilePath? {
    guard let text = try? file.smallFile(), text.starts(with: prefix.utf8) else { return nil }
    let path = text.dropFirst(prefix.utf8.count).prefix { $0 >= 0x20 }
    guard !path.isEmpty else { return nil }
    return path.first == UInt8(ascii: "/") ? FilePath(path) : folder.appending(path)
  }
}

extension FilePath {
  /// A file that people write by hand.
  fileprivate func smallFile() throws(FileReadingError) -> [UInt8] {
    var buffer = FileBuffer()
    _ = try buffer.read(self, limit: 1 << 20)
    return Array(buffer.bytes)
  }
}
