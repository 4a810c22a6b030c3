/// What a binding gives: roles on its cluster, to a source.
public struct BindingGrant: Hashable, Sendable {
  /// The resource that is given the roles.
  public var source: ResourceID

  /// The roles, in the order in which they were given.
  public var roles: [RoleName]

  /// Creates a grant.
  public init(source: ResourceID, roles: [RoleName]) {
    self.source = source
    self.roles = roles
  }

  /// Whether both give the same: the order of roles, repeats and case do not matter.
  public func givesSame(as other: BindingGrant) -> Bool {
    source == other.source && (roles == other.roles || Set(roles) == Set(other.roles))
  }
}

/// A change of a binding that the service has accepted.
public struct BindingChange: Hashable, Sendable {
  /// What the clock said when the change was accepted.
  public var acceptedAt: Timestamp

  /// What the binding is to give from now on; `nil` for a deletion.
  public var desired: BindingGrant?

  /// Creates a change.
  public init(acceptedAt: Timestamp, desired: BindingGrant?) {
    self.acceptedAt = acceptedAt
    self.desired = desired
  }
}

/// What somebody saw in the cluster itself, where the roles of a binding are cluster roles and their bindings.
public struct BindingObservation: Hashable, Sendable {
  /// What the clock said.
  public var observedAt: Timestamp

  /// What was there; `nil` for nothing.
  public var grant: BindingGrant?

  /// Creates an observation.
  public init(observedAt: Timestamp, grant: BindingGrant?) {
    self.observedAt = observedAt
    self.grant = grant
  }
}

/// The stored facts of one binding, all that its effective state is computed from.
public struct BindingHistory: Hashable, Sendable {
  /// The outcome of changes that took effect long ago and are no longer kept one by one.
  public struct Settled: Hashable, Sendable {
    /// The newest of those changes.
    public var change: BindingChange

    /// Since when the binding gives what that change asked for.
    public var since: Timestamp

    /// Creates an outcome.
    public init(change: BindingChange, since: Timestamp) {
      self.change = change
      self.since = since
    }
  }

  /// What the changes before ``changes`` came to; `nil` if there were none. In effect at every time that is asked for:
  /// a clock set back does not undo it.
  public var settled: Settled?

  /// The changes since, in the order in which they were accepted.
  ///
  /// That order is the truth and the times are only what a clock said: if the clock was set back, a later change can bear
  /// an earlier time.
  public var changes: [BindingChange]

  /// The newest look into the cluster, if there was one.
  public var observation: BindingObservation?

  /// Creates a history.
  public init(settled: Settled? = nil, changes: [BindingChange] = [], observation: BindingObservation? = nil) {
    self.settled = settled
    self.changes = changes
    self.observation = observation
  }

  /// The newest change; `nil` if there never was one.
  public var newestChange: BindingChange? { changes.last ?? settled?.change }

  /// How far the service is at `time` with the newest change, if it takes `duration` milliseconds for one; `nil` if
  /// there is no binding any more, or never was.
  ///
  /// Provisioning and effect are two things: a binding can be `Succeeded` and not yet effective. Between 13 s and 6 min
  /// were recorded against AKS. With a clock that is set back, the change stays under way until the clock is there again.
  public func provisioningState(at time: Timestamp, duration: Int64) -> ProvisioningState? {
    guard let change = newestChange else { return nil }
    let isUnderWay = time < change.acceptedAt.advanced(byMilliseconds: duration)
    if change.desired == nil { return isUnderWay ? .deleting : nil }
    return isUnderWay ? .updating : .succeeded
  }
}
