package import TrustedAccess

/// How a text matches a role's name, best first. Each kind includes the ones before it.
///
/// Everything is compared without regard to the case of ASCII letters. Within a kind:
/// - `exact` and `prefix`: in the order of the names.
/// - `segment`: first the roles whose own name is the text, then those whose own name starts with it, then the others;
///   each in the order of the names.
/// - `fuzzy`: the fewer letters skipped, the better; then in the order of the names. Skipped are the letters between the
///   first and the last letter of the match, where the match is the one that ends earliest in the name and, of those
///   that end there, the one that starts latest.
package enum RoleMatch: Int, CaseIterable, Comparable, Sendable {
  /// The text is the whole name.
  case exact

  /// The name starts with the text.
  case prefix

  /// The text stands at the start of a segment, after a `/` or a `.`: `mlw`, `workspaces/ml`.
  case segment

  /// The letters of the text occur in the name in that order: `defnet` in `microsoft-defender-network-…`.
  case fuzzy

  /// The better match is less.
  package static func < (left: RoleMatch, right: RoleMatch) -> Bool { left.rawValue < right.rawValue }
}

/// A role that a search found.
package struct RoleHit: Hashable, Sendable {
  /// The role.
  package var entry: RoleEntry

  /// How the text matches its name.
  package var match: RoleMatch
}
