/// What a refresh brought.
package struct Refresh: Sendable {
  /// The list.
  package var snapshot: RoleSnapshot

  /// What differs from the list before, the bundled one if there was no other.
  package var difference: RoleListDifference

  /// What kept the list from being cached, and what can be done; `nil` if nothing did. The list is used all the same.
  package var cacheProblem: String?
}
