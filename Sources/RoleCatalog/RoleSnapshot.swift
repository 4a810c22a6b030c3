package import TrustedAccess

/// The roles known for one key at one time: a list, and what is remembered of roles the list does not hold.
///
/// Cheap to copy; answers from memory alone and does not change.
package struct RoleSnapshot: RoleDirectory {
  package let provenance: RoleProvenance

  /// The list's roles.
  package let index: RoleIndex

  /// Roles the list does not hold and that yet are known: retired, internal and placeholder ones.
  private let remembered: RememberedRoles

  /// Creates a snapshot. What is remembered of a role that the list holds does not count: what is listed is current.
  package init(provenance: RoleProvenance, index: RoleIndex, remembered: RememberedRoles) {
    self.provenance = provenance
    self.index = index
    self.remembered = remembered
  }

  /// The roles the list does not hold, in the order of their names.
  package var entriesNotListed: [RoleEntry] { notListed { _ in true } }

  package func entry(for name: RoleName) -> RoleEntry? {
    index.entry(for: name) ?? remembered.entry(for: name)
  }

  package func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    index.entries(forSourcesOf: type) + notListed { $0.sourceType.isSameOrParent(of: type) }
  }

  package func entries(named name: String) -> [RoleEntry] {
    index.entries(named: name) + notListed { $0.name.isEqualIgnoringCase(to: name) }
  }

  package var sourceTypes: [ResourceType] { index.sourceTypes }

  package func nearest(to text: String, limit: Int) -> [RoleEntry] {
    index.nearest(to: text, limit: limit)
  }

  private func notListed(where isWanted: (RoleName) -> Bool) -> [RoleEntry] {
    remembered.entries.filter { isWanted($0.role.name) && index.entry(for: $0.role.name) == nil }
  }
}
