import BindingDocuments
import SourceText
import Testing
import TrustedAccess

/// What the rules have to say of a text: for each finding the text that it is about, its code, and behind `←` the lines of
/// its related places.
func findings(in text: String, as dialect: DialectName) throws -> [String] {
  let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: dialect))
  return analysis.findings { _ in Roles() }.map { shown($0, in: text) }
}

/// A finding as tests compare it.
func shown(_ finding: DocumentFinding, in text: String) -> String {
  let bytes = Array(text.utf8)
  let related = finding.related.map { place in
    place.document ?? "\(1 + bytes[..<place.range.lowerBound].count { $0 == 0x0A })"
  }
  return "\(String(decoding: bytes[finding.range], as: UTF8.self)) \(finding.code)"
    + (related.isEmpty ? "" : " ← \(related.joined(separator: " "))")
}

/// The text with the first fix of every finding made.
func mended(_ text: String, as dialect: DialectName) throws -> String {
  let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: dialect))
  var source = SourceText(Array(text.utf8))
  let edits = analysis.findings { _ in Roles() }.compactMap(\.fixes.first).flatMap(\.edits)
  _ = try source.apply(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  return String(decoding: source.bytes(in: 0..<source.byteCount), as: UTF8.self)
}

/// Two roles for machine learning's workspaces.
struct Roles: RoleDirectory {
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
