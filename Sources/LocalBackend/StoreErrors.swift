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

  /// A file of the store is damaged. `newPath` is where it was set aside; `nil` if it is where it was.
  static func damaged(_ path: String, _ damage: Damage, newPath: String?, because failure: StorageError? = nil)
    -> BackendError
  {
    let outcome =
      newPath.map { "It was set aside as \($0)." }
      ?? "It could not be set aside and is left as it is. \(failure?.message ?? "")"
    return BackendError(
      .damaged,
      code: "StoreDamaged",
      message: "The store's file \(path) is damaged: \(damage.reason). \(outcome)",
      target: newPath ?? path,
      remedy: "Mend the file and give it its name back, or register the cluster anew."
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
