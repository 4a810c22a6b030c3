import TrustedAccess

extension RoleSnapshot {
  /// The roles of the newest list that came with the program, and of older ones what is remembered.
  package static let bundled: RoleSnapshot = {
    let newest = RoleBundle.recorded.newest
    let provenance = RoleProvenance(
      origin: .bundled,
      fetchedAt: newest?.recordedAt ?? Timestamp(millisecondsSinceEpoch: 0),
      timeToLive: 0,
      location: newest?.location ?? "")
    return RoleSnapshot(
      provenance: provenance, index: RoleIndex(newest?.roles ?? []), remembered: rememberedByBundle)
  }()

  /// What the bundle knows of roles that a list does not hold.
  static let rememberedByBundle = RememberedRoles(RoleBundle.recorded.remembered)
}
