package import TrustedAccess

/// Where live role lists come from: the service, or in tests a script.
package protocol RoleListSource: Sendable {
  /// The roles of the list for `key`, all of its pages. May take as long as a network does.
  func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role]
}

/// Why a role list could not be fetched, and what can be done.
package struct RoleListFailure: Error, Hashable, Sendable {
  /// The stable code of the cause.
  package var code: String

  /// What is wrong, in a sentence.
  package var cause: String

  /// What can be done, in a sentence.
  package var remedy: String

  /// Whether the same attempt may succeed later.
  package var isRetryable: Bool

  /// Creates a failure.
  package init(code: String, cause: String, remedy: String, isRetryable: Bool = true) {
    self.code = code
    self.cause = cause
    self.remedy = remedy
    self.isRetryable = isRetryable
  }

  /// The user has asked for no network.
  package static let offline = RoleListFailure(
    code: "Offline", cause: "The server works offline.", remedy: "Start it without '--offline'.", isRetryable: false)

  /// Nothing is there to ask.
  package static let noSource = RoleListFailure(
    code: "NoLiveSource", cause: "No live source of role lists is connected to the server.",
    remedy: "Work with the list that came with the program; 'az aks trustedaccess role list' shows the service's own.",
    isRetryable: false)
}
