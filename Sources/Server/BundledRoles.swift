import RoleCatalog
import TrustedAccess

extension RoleSnapshot {
  /// The roles of the newest list that came with the program, and of older ones what is remembered.
  static let bundled: RoleSnapshot = {
    let bundle = RoleBundle.recorded
    let newest = bundle.newest
    let provenance = RoleProvenance(
      origin: .bundled,
      fetchedAt: newest?.recordedAt ?? Timestamp(millisecondsSinceEpoch: 0),
      timeToLive: 0,
      location: newest?.location ?? "")
    return RoleSnapshot(
      provenance: provenance, index: RoleIndex(newest?.roles ?? []), remembered: bundle.remembered)
  }()
}
