/// Why a backend did not do what it was asked.
public struct BackendError: Error, Hashable, Sendable {
  /// The kind of failure; each has one JSON-RPC error code and one exit status.
  public enum Kind: String, Sendable, CaseIterable {
    /// The binding, cluster or group is not there.
    case notFound
    /// A binding of that name is there already.
    case alreadyExists
    /// A value is refused, by us or by the service.
    case invalid
    /// The binding is not in the state that the caller expected.
    case preconditionFailed
    /// A limit of the service is reached.
    case limitExceeded
    /// The caller may not do this.
    case forbidden
    /// The store, the network or the service is out of order.
    case unavailable
    /// The data on disk is damaged.
    case damaged
  }

  /// One more thing to say of a failure.
  public struct Detail: Hashable, Sendable {
    /// What is said: a code of the service's, or `CurrentETag`.
    public var code: String

    /// The text; for `CurrentETag` the etag that the binding has.
    public var message: String

    /// Creates a detail.
    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// The kind of failure.
  public var kind: Kind

  /// The service's own code where one is known, `InvalidParameter`; else our own.
  public var code: String

  /// What is wrong; the service's own text where it is known.
  public var message: String

  /// What the error is about: a parameter, a path.
  public var target: String?

  /// What the caller can do.
  public var remedy: String?

  /// Whether the same call may succeed later.
  public var isRetryable: Bool

  /// What more there is to say, as in ARM's own errors.
  public var details: [Detail]

  /// Creates an error.
  public init(
    _ kind: Kind,
    code: String,
    message: String,
    target: String? = nil,
    remedy: String? = nil,
    isRetryable: Bool = false,
    details: [Detail] = []
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.target = target
    self.remedy = remedy
    self.isRetryable = isRetryable
    self.details = details
  }
}
