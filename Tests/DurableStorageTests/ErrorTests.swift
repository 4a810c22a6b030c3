import DurableStorage
import Glibc
import Testing

/// What errors and standard folders say.
struct ErrorTests {
  @Test(arguments: [
    ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, ENOTDIR, EISDIR, EEXIST, ENOENT, ENAMETOOLONG, ELOOP, EMFILE, ENFILE,
    ENOLCK, ENOMEM, EAGAIN, EBUSY, EIO, ENODEV, ENXIO, ESTALE, EINVAL, EOPNOTSUPP, ENOSYS, EXDEV,
  ])
  func everyLikelyErrorHasItsWords(number: Int32) {
    let error = StorageError(.write, "/a", .system(SystemError(number: number)))
    #expect(!error.message.contains("errno"))
    #expect(!error.message.contains("no reason"))
    #expect(error.remedy != "Check the path and its file system.")
    #expect(error.message.hasSuffix(")."))
  }

  @Test func anUnknownErrorHasItsNumber() {
    let error = StorageError(.list, "/a", .system(SystemError(number: 999)))
    #expect(error.message == "Cannot list /a: the system gave no reason that is known here (errno 999).")
    #expect(error.remedy == "Check the path and its file system.")
    #expect(!error.isRetryable)
  }

  @Test func whatMayPassIsRetryable() {
    #expect(StorageError(.lock, "/a", .timeout(milliseconds: 1)).isRetryable)
    #expect(!StorageError(.read, "/a", .notAFile).isRetryable)
    #expect(!StorageError(.read, "/a", .tooLarge(limit: 1)).isRetryable)
  }

  @Test(
    arguments: [
      (["HOME": "/home/ann"], "/home/ann/.local/state", "/home/ann/.cache"),
      (["HOME": "/"], "/.local/state", "/.cache"),
      (["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/c"], "/s", "/c"),
      (["HOME": "/h", "XDG_STATE_HOME": "s", "XDG_CACHE_HOME": ""], "/h/.local/state", "/h/.cache"),
      (["XDG_STATE_HOME": "/s"], "/s", nil),
      (["HOME": "ann"], nil, nil),
      ([:], nil, nil),
    ] as [([String: String], String?, String?)])
  func standardFoldersFollowTheSpecification(variables: [String: String], state: String?, cache: String?) {
    let folders = StandardFolders { variables[$0] }
    #expect(folders.state == state)
    #expect(folders.cache == cache)
  }
}
