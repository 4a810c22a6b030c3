/// The roles known for one cloud, subscription and location, as the domain looks them up.
///
/// A value: a snapshot that does not change under its user and answers from memory.
public protocol RoleDirectory: Sendable {
  /// Where the list comes from, and how old it is.
  var provenance: RoleProvenance { get }

  /// The role of that name, retired, internal and placeholder roles included; compared without regard to case.
  func entry(for name: RoleName) -> RoleEntry?

  /// Every role whose source type is `type` or a type that `type` is nested in.
  func entries(forSourcesOf type: ResourceType) -> [RoleEntry]

  /// Every role whose own name is `name`, whatever its source type; compared without regard to case.
  func entries(named name: String) -> [RoleEntry]

  /// The source types that current roles exist for, without duplicates.
  var sourceTypes: [ResourceType] { get }

  /// The roles whose names are nearest to `text`, nearest first: current ones only, at most `limit`.
  func nearest(to text: String, limit: Int) -> [RoleEntry]
}

/// A role and where it stands in its life.
public struct RoleEntry: Hashable, Sendable {
  /// The role.
  public var role: Role

  /// Where it stands in its life.
  public var lifecycle: RoleLifecycle

  /// Creates an entry.
  public init(role: Role, lifecycle: RoleLifecycle) {
    self.role = role
    self.lifecycle = lifecycle
  }
}

/// Where a role stands in its life.
public enum RoleLifecycle: Hashable, Sendable {
  /// Listed today.
  case current

  /// Once listed, and no more. `lastListed` is the date (`YYYY-MM-DD`) of the last list that held it.
  case retired(lastListed: String)

  /// Listed only to subscriptions of Microsoft's own tests (azure-cli pull request 28171).
  case internalTest

  /// Stands in documentation or in examples only; never a real role.
  case placeholder
}

/// Where a role list comes from, and how old it is.
public struct RoleProvenance: Hashable, Sendable {
  /// How the list reached us.
  public enum Origin: String, Sendable {
    /// It came with this program.
    case bundled
    /// It was fetched earlier and kept on disk.
    case cached
    /// It was fetched from the service, and has not outlived its freshness.
    case live
  }

  /// How the list reached us.
  public var origin: Origin

  /// When the list was fetched or, for a bundled one, recorded.
  public var fetchedAt: Timestamp

  /// For how long from `fetchedAt` the list counts as fresh, in milliseconds; 0 for a bundled one.
  public var timeToLive: Int64

  /// The Azure location that the list is for, `eastus`.
  public var location: String

  /// Creates a provenance.
  public init(origin: Origin, fetchedAt: Timestamp, timeToLive: Int64, location: String) {
    self.origin = origin
    self.fetchedAt = fetchedAt
    self.timeToLive = timeToLive
    self.location = location
  }
}
