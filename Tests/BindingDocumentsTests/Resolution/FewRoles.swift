import BindingDocuments
import SourceText
import TrustedAccess

/// The two roles of machine learning's workspaces.
struct FewRoles: RoleDirectory {
  private let roles = ["mlworkload", "inference-v1"].compactMap {
    RoleName("Microsoft.MachineLearningServices/workspaces/\($0)")
  }
  .map { RoleEntry(role: Role(name: $0, rules: []), lifecycle: .current) }

  var provenance: RoleProvenance {
    RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 0), timeToLive: 0, location: "eastus")
  }
  var sourceTypes: [ResourceType] { roles.map(\.role.name.sourceType) }

  func entry(for name: RoleName) -> RoleEntry? { roles.first { $0.role.name == name } }
  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    roles.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
  }
  func entries(named name: String) -> [RoleEntry] { roles.filter { $0.role.name.name == name } }
  func nearest(to text: String, limit: Int) -> [RoleEntry] { Array(roles.prefix(limit)) }
}

/// What a document says when its references are followed: a line for each site, with its name, source and roles, and one for
/// each finding, with where it stands and its fixes. `M/` stands for machine learning's workspaces.
func said(_ dialect: DialectName, _ text: String) -> [String] {
  guard let analysis = DocumentAnalysis(Array(text.utf8), as: dialect) else { return [] }
  let sites = analysis.sites.map { site in
    [
      site.name.map { "name=\($0.text)" }, site.cluster.map { "cluster=\($0.text.split(separator: "/").last ?? "")" },
      site.source.map { "source=\($0.text)" },
      site.roles.map { "roles=\($0.map(\.text).joined(separator: " | "))" },
    ].compactMap { $0 }.joined(separator: " ")
  }
  let findings = analysis.findings { _ in FewRoles() }.map { finding in
    let written = String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
    let fixes = finding.fixes.map { " → \(String(decoding: $0.edits[0].text, as: UTF8.self))" }.joined()
    return "\(finding.code) at \(written)\(fixes)"
  }
  return (sites + findings).map { $0.replacing("Microsoft.MachineLearningServices/workspaces/", with: "M/") }
}
