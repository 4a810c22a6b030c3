// Reconciliation as a pure function of stored facts and a time. No thread waits for a tick: whoever asks computes.
//
// Each change takes effect at the first tick after it was accepted; until then what was effective stays so. A binding's
// history is therefore a staircase: a list of ticks, and what the binding gives from each on. Times that run backwards
// are put right first: a change was accepted no later than any change that follows it. So the newest change always wins,
// and none is effective before the clock has passed its acceptance.

/// What a binding really gives at a time, and what is still to come.
public struct EffectiveState: Hashable, Sendable {
  /// How what is given relates to what was asked for.
  public enum Phase: String, Sendable, CaseIterable {
    /// A change is accepted and takes effect at ``EffectiveState/effectiveAt``; until then the older state holds.
    case pending
    /// The cluster does what was asked for.
    case effective
    /// Somebody saw another state in the cluster; ``EffectiveState/effectiveAt`` is when the cluster mends it.
    case drifted
    /// The binding gives nothing, and nothing is to come.
    case removed
  }

  /// How what is given relates to what was asked for.
  public var phase: Phase

  /// What the binding gives; `nil` for nothing.
  public var grant: BindingGrant?

  /// Since when it does without interruption, as far as is known; `nil` if no change of the binding was ever in effect.
  ///
  /// A drift that was seen is an interruption: what the cluster mends holds since it did.
  public var since: Timestamp?

  /// When that changes, as far as is known; `nil` if nothing is to come.
  public var effectiveAt: Timestamp?

  /// What the binding gives from ``effectiveAt`` on; `nil` for nothing, and if nothing is to come.
  public var upcoming: BindingGrant?

  /// The roles that are effective.
  public var roles: [RoleName] { grant?.roles ?? [] }

  /// The source that has the roles, if any is effective.
  public var source: ResourceID? { grant?.source }
}

extension BindingHistory {
  /// What the binding gives at `time` on a cluster that reconciles by `schedule`. Cost: the number of changes kept.
  ///
  /// Every fact counts, whatever `time` is: asked for a time before a change was accepted, the change is still to come.
  public func effectiveState(at time: Timestamp, on schedule: ReconciliationSchedule) -> EffectiveState {
    let staircase = Staircase(of: self, on: schedule)
    var state = staircase.state(at: time)
    guard let observation, observation.observedAt <= time else { return state }
    let mendedAt = schedule.firstTick(after: observation.observedAt)
    guard time < mendedAt else {
      state.since = state.since.map { uninterrupted(since: $0, of: state.grant, on: staircase, mendedAt: mendedAt) }
      return state
    }
    guard !same(observation.grant, state.grant) else { return state }
    let mended = staircase.state(at: mendedAt)
    state.grant = observation.grant
    state.since = observation.observedAt
    if same(observation.grant, mended.grant) {
      // Somebody, or a reconciliation out of turn, was faster than the schedule.
      state.phase = mended.phase
      state.effectiveAt = mended.effectiveAt
      state.upcoming = mended.upcoming
    } else {
      state.phase = .drifted
      state.effectiveAt = mendedAt
      state.upcoming = mended.grant
    }
    return state
  }

  /// Since when `grant` holds, if the changes alone say since `start`: later if a drift interrupted it, which was mended
  /// at `mendedAt`, and earlier if it was seen before its tick, which was then `mendedAt`.
  private func uninterrupted(
    since start: Timestamp, of grant: BindingGrant?, on staircase: Staircase, mendedAt: Timestamp
  ) -> Timestamp {
    guard let observation, start <= mendedAt,
      !same(observation.grant, staircase.state(at: observation.observedAt).grant)
    else { return start }
    return start == mendedAt && same(observation.grant, grant) ? observation.observedAt : mendedAt
  }

  /// The same history without the facts that no answer for `time` or later depends on.
  ///
  /// For every time from `time` on, ``effectiveState(at:on:)`` and ``provisioningState(at:duration:)`` give the same as
  /// before. What was in effect at `time` is settled, so that it holds for earlier times too, should the clock be set
  /// back. What is left is at most one change per coming tick: with a clock that runs forward, one.
  public func compacted(at time: Timestamp, on schedule: ReconciliationSchedule) -> BindingHistory {
    let staircase = Staircase(of: self, on: schedule)
    var compact = self
    if let index = staircase.steps.lastIndex(where: { $0.tick <= time }) {
      let step = staircase.steps[index]
      compact.settled = staircase.change(of: step).map {
        Settled(change: $0, since: staircase.start(ofRunEndingAt: index))
      }
    }
    compact.changes = staircase.steps.filter { $0.tick > time }.compactMap(staircase.change(of:))
    if let observation, case let mendedAt = schedule.firstTick(after: observation.observedAt), mendedAt <= time {
      compact.settled = compact.settled.map { settled in
        let since = uninterrupted(
          since: settled.since, of: settled.change.desired, on: staircase, mendedAt: mendedAt)
        return Settled(change: settled.change, since: since)
      }
      compact.observation = nil
    }
    return compact
  }

  /// Whether at `time` the binding gives nothing and nothing is to come, so that a store may forget it once the service
  /// has done with it too (``provisioningState(at:duration:)`` is `nil`).
  public func isGone(at time: Timestamp, on schedule: ReconciliationSchedule) -> Bool {
    effectiveState(at: time, on: schedule).phase == .removed
  }
}

/// A history as the ticks at which the binding changes what it gives.
private struct Staircase {
  /// One tick, and the change in force from it on.
  struct Step {
    var tick: Timestamp
    /// Since when the step's grant holds, if the steps before it are no longer known.
    var settledSince: Timestamp?
    /// The change's place in the history; `nil` for the settled one.
    var place: Int?
  }

  private let history: BindingHistory

  /// The steps, their ticks strictly rising; the settled outcome is the first and holds from the beginning of time.
  var steps: [Step] = []

  init(of history: BindingHistory, on schedule: ReconciliationSchedule) {
    self.history = history
    // Newest first: the bound on acceptance times comes from later changes, and of changes at one tick the newest counts.
    var earliest = Timestamp(millisecondsSinceEpoch: .max)
    steps.reserveCapacity(history.changes.count + 1)
    for place in history.changes.indices.reversed() {
      earliest = min(earliest, history.changes[place].acceptedAt)
      let tick = schedule.firstTick(after: earliest)
      if tick != steps.last?.tick { steps.append(Step(tick: tick, place: place)) }
    }
    if let settled = history.settled {
      let beginning = Timestamp(millisecondsSinceEpoch: .min)
      steps.append(Step(tick: beginning, settledSince: settled.since))
    }
    steps.reverse()
  }

  /// The change in force from a step on.
  func change(of step: Step) -> BindingChange? {
    guard let place = step.place else { return history.settled?.change }
    return history.changes[place]
  }

  private func desired(at step: Step) -> BindingGrant? {
    guard let place = step.place else { return history.settled?.change.desired }
    return history.changes[place].desired
  }

  /// Since when the binding gives what it gives at step `index`: the first of the steps before it that give the same.
  func start(ofRunEndingAt index: Int) -> Timestamp {
    var first = index
    while first > 0, same(desired(at: steps[first - 1]), desired(at: steps[index])) { first -= 1 }
    return steps[first].settledSince ?? steps[first].tick
  }

  /// What the staircase says for `time`.
  func state(at time: Timestamp) -> EffectiveState {
    let current = steps.lastIndex { $0.tick <= time }
    let grant = current.flatMap { desired(at: steps[$0]) }
    let next = steps.first { $0.tick > time && !same(desired(at: $0), grant) }
    return EffectiveState(
      phase: next != nil ? .pending : grant != nil ? .effective : .removed,
      grant: grant,
      since: current.map { min(start(ofRunEndingAt: $0), time) },
      effectiveAt: next?.tick,
      upcoming: next.flatMap(desired(at:))
    )
  }
}

/// Whether both give the same, where nothing is a grant too.
private func same(_ left: BindingGrant?, _ right: BindingGrant?) -> Bool {
  switch (left, right) {
  case (nil, nil): true
  case (let left?, let right?): left.givesSame(as: right)
  default: false
  }
}
