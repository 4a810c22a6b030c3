package import TrustedAccess

extension EffectiveState {
  /// The state at a time that is not before the one that it was computed for, if nothing has been changed since.
  package func later(at time: Timestamp) -> EffectiveState {
    guard let effectiveAt, effectiveAt <= time else { return self }
    var state = self
    state.phase = upcoming == nil ? .removed : .effective
    state.grant = upcoming
    state.since = effectiveAt
    state.effectiveAt = nil
    state.upcoming = nil
    return state
  }

  /// The state in a few words.
  package var inWords: String {
    switch phase {
    case .pending: grant == nil ? "not yet in effect" : "a change is not yet in effect"
    case .effective: "in effect"
    case .drifted: "drifted"
    case .removed: "not in effect"
    }
  }
}
