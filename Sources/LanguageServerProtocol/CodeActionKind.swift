/// LSP 3.17, "CodeActionKind", as far as actions of these kinds are offered.
package enum CodeActionKind: String, Sendable, CaseIterable {
  /// Mends what is wrong at a place.
  case quickFix = "quickfix"
  /// Mends what is wrong in the whole document, without anyone being asked; for editors that do so when they save.
  case fixAll = "source.fixAll.trustedAccess"
}
