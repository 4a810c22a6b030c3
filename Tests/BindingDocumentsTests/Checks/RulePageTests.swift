import BindingDocuments
import Foundation
import Testing
import TrustedAccess

/// The pages of `protocol-spec/rules`: one for each code, and true.
struct RulePageTests {
  /// Codes that only an answer about a cluster has; what its bindings are, the sites of an example tell but for the last.
  private static let notOfDocuments: Set = ["changed-source", "escalating-role"]

  @Test func everyCodeHasAPageAndEveryPageACode() throws {
    let codes = Set(DocumentRuleDescription.catalog.map(\.code))
    #expect(try Set(RulePage.all().map(\.code)) == codes)
    let index = try RulePage.text(of: "README")
    let rows = index.split(separator: "\n").filter { $0.hasPrefix("| [") }
    #expect(rows.count == codes.count)
    for rule in DocumentRuleDescription.catalog {
      #expect(rows.contains { $0.hasPrefix("| [\(rule.code)](\(rule.code).md) | \(rule.severity) |") }, "\(rule.code)")
    }
  }

  @Test func examplesSayWhatTheyShould() throws {
    for page in try RulePage.all() {
      let bad = try codes(in: page.bad, page)
      #expect(bad.contains(page.code), "the bad example of \(page.code) gives \(bad)")
      #expect(Set(bad).count == 1 || bad == [page.code], "the bad example of \(page.code) gives \(bad)")
      #expect(try codes(in: page.good, page) == [], "the good example of \(page.code)")
      #expect(
        page.text.contains("\n## Why\n") && page.text.contains("\nSource: ") && page.text.contains("\n## Silence\n"))
    }
  }

  /// What a page says of silencing, before each site of its bad example.
  @Test func whatAPageSaysKeepsSilent() throws {
    for page in try RulePage.all()
    where !Self.notOfDocuments.contains(page.code) && page.code != "unneeded-silencing" {
      let analysis = try page.analysis(of: page.bad)
      #expect(page.silencing.hasSuffix("trusted-access: ignore \(page.code)"))
      var bytes = Array(page.bad.utf8)
      for site in analysis.sites.reversed() {
        let line = bytes[..<site.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        bytes.insert(contentsOf: Array("\(page.silencing)\n".utf8), at: line)
      }
      let roles = try RecordedRoles()
      let left = try page.analysis(of: String(decoding: bytes, as: UTF8.self)).findings { _ in roles }
      #expect(!left.contains { $0.code == page.code }, "\(page.code): \(left.map(\.code))")
    }
  }

  private func codes(in example: String, _ page: RulePage) throws -> [String] {
    let roles = try RecordedRoles()
    let analysis = try page.analysis(of: example)
    guard Self.notOfDocuments.contains(page.code) else { return analysis.findings { _ in roles }.map(\.code) }
    let drafts = analysis.sites.map { site in
      BindingDraft(
        name: site.name?.text, cluster: site.cluster?.text, source: site.source?.text, roles: site.roles?.map(\.text))
    }
    let cluster = try ResourceID(
      "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/prod/providers"
        + "/Microsoft.ContainerService/managedClusters/aks")
    let existing = drafts.dropLast().compactMap { draft -> RoleBinding? in
      guard let name = draft.name.flatMap({ BindingName($0) }), let source = try? ResourceID(draft.source ?? "") else {
        return nil
      }
      return RoleBinding(
        name: name, cluster: cluster, source: source, roles: draft.roles?.compactMap { RoleName($0) } ?? [],
        provisioningState: .succeeded)
    }
    let draft = try #require(drafts.last)
    return Validator.validate(draft, context: ValidationContext(roles: roles, existingBindings: existing)).map(\.code)
  }
}

/// A page about a rule.
private struct RulePage {
  let code: String
  let text: String
  let language: String
  let bad: String
  let good: String
  /// The comment that silences, as the page has it; empty if it has none.
  let silencing: String

  static func all() throws -> [RulePage] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { try RulePage(String($0.dropLast(3))) }
  }

  static func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../protocol-spec/rules")

  private init(_ code: String) throws {
    self.code = code
    text = try Self.text(of: code)
    let bad = try #require(Self.fence(below: "## Bad", in: text), "\(code)")
    let good = try #require(Self.fence(below: "## Good", in: text), "\(code)")
    #expect(bad.language == good.language)
    language = bad.language
    self.bad = bad.text
    self.good = good.text
    silencing = Self.fence(below: "## Silence", in: text)?.text.trimmingCharacters(in: .newlines) ?? ""
  }

  private static func fence(below heading: String, in text: String) -> (language: String, text: String)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }),
      let open = lines[start...].firstIndex(where: { $0.hasPrefix("```") }),
      let close = lines[(open + 1)...].firstIndex(of: "```")
    else { return nil }
    return (String(lines[open].dropFirst(3)), lines[(open + 1)..<close].map { $0 + "\n" }.joined())
  }

  func analysis(of example: String) throws -> DocumentAnalysis {
    let dialect = try #require(DialectName(languageID: language), "\(language)")
    return try #require(DocumentAnalysis(Array(example.utf8), as: dialect))
  }
}
