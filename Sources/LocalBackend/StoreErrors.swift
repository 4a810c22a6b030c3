import DurableStorage
import TrustedAccess

extension BackendError {
  /// The store could not do its work.
  init(_ error: StorageError) {
    let isBusy = if case .timeout = error.cause { true } else { false }
    self.init(
      .unavailable,
      code: isBusy ? "StoreBusy" : "StoreUnavailable",
      message: error.message,
      target: error.path,
      remedy: error.remedy,
      isRetryable: error.isRetryable
    )
  }

  /// A file of the store is damaged. `outcome` is where it was set aside, or why it is still where it was.
  static func damaged(_ path: String, _ damage: Damage, _ outcome: Result<String, StorageError>) -> BackendError {
    let newPath: String
    let sentence: String
    switch outcome {
    case .success(let other): (newPath, sentence) = (other, "It was set aside as \(other).")
    case .failure(let error): (newPath, sentence) = (path, "It is left as it is. \(error.message)")
    }
    return BackendError(
      .damaged,
      code: "StoreDamaged",
      message: "The store's file \(path) is damaged: \(damage.reason). \(sentence)",
      target: newPath,
      remedy: "Mend the file and give it its name back, or register the cluster anew."
    )
  }

  /// Two clusters whose groups have long names met in one file name.
  static func fileTaken(_ path: String, by other: ResourceID, for cluster: ResourceID) -> BackendError {
    BackendError(
      .unavailable,
      code: "StoreFileTaken",
      message: "The store's file \(path) holds the cluster '\(other)', so that it cannot hold '\(cluster)'.",
      target: path,
      remedy: "Use another store for one of the two clusters."
    )
  }

  /// A file of the store is of a later version of this program.
  static func newerFormat(_ version: Int, _ path: String) -> BackendError {
    BackendError(
      .unavailable,
      code: "StoreTooNew",
      message: """
        The store's file \(path) has the format version \(version); this program knows versions up to \
        \(ClusterState.formatVersion). The file is left as it is.
        """,
      target: path,
      remedy: "Use the later version of the program that wrote it, or another store."
    )
  }
}
