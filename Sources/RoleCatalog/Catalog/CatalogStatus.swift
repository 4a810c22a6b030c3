package import TrustedAccess

/// What the catalog has for one key, and how its last refresh went.
package struct CatalogStatus: Sendable {
  /// What the list is for.
  package var key: RoleListKey

  /// Where the list comes from, and how old it is.
  package var provenance: RoleProvenance

  /// Whether the list has not outlived its freshness.
  package var isFresh: Bool

  /// How many roles it has.
  package var roleCount: Int

  /// The file that keeps the list; `nil` if none does.
  package var path: String?

  /// Why the last attempt to fetch the list failed; `nil` if it did not.
  package var failure: FailedAttempt?

  /// What is wrong with the file.
  package var problem: (message: String, remedy: String?)?
}

/// An attempt to fetch a list that failed.
package struct FailedAttempt: Hashable, Sendable {
  /// Why.
  package var failure: RoleListFailure

  /// When.
  package var at: Timestamp

  /// How many attempts have failed in a row, this one included.
  package var count: Int

  /// Before when the source is not asked again, unless somebody asks for it.
  package var nextAttemptAt: Timestamp
}
