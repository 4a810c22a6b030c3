import SeededRandom
import Testing

@testable import TrustedAccess

/// What holds for every text, tried on texts put together from pieces that matter, by a generator with a fixed seed.
struct ResourceIDPropertyTests {
  @Test(arguments: 0..<16)
  func holdForAnyText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<150 {
      let text = Self.text(&random)
      let expected = [nil, ResourceType.cluster, .binding].randomElement(using: &random) ?? nil
      check(text, expecting: expected)
    }
  }

  /// A plain ID is told at a glance; so it is, and a text near to one, what every check together says it is.
  @Test(arguments: 0..<16)
  func plainIDsAreDiagnosedAsStepByStep(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var plain = 0
    for _ in 0..<400 {
      let text = Self.nearlyPlainID(&random)
      let expected = [nil, ResourceType.cluster, .binding].randomElement(using: &random) ?? nil
      #expect(
        ResourceIDDiagnosis(text, expecting: expected) == ResourceIDDiagnosis(stepByStep: text, expecting: expected))
      if ResourceIDAnatomy(text).isPlain { plain += 1 }
    }
    #expect(plain > 100, "the generator hardly ever makes a plain ID: \(plain) of 400")
  }

  /// An ID of a resource, most often without a fault.
  private static func nearlyPlainID(_ random: inout SplitMix64) -> String {
    let names = [
      "aks", "a", "providers", "x.y", "xxx", "your-name", "__a__", "ä", "a_b-c", "-a", "overview", "subscriptions",
      "...",
      "Microsoft.A", "locations", "ws-train", "resourceGroups", "vault1",
    ]
    func name() -> String {
      Int.random(in: 0..<8, using: &random) == 0 ? names.randomElement(using: &random) ?? "" : "name1"
    }
    let types = [
      "Microsoft.ContainerService/managedClusters", "Microsoft.ContainerService/managedClusters/\(name())/agentPools",
      "Microsoft.MachineLearningServices/workspaces", "microsoft.security/pricings/\(name())/securityOperators",
      "Microsoft.DataProtection/backupVaults", "managedClusters", "A.B/c/\(name())/providers/C.D/e",
      "A.B/subscriptions",
    ]
    let guid = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
    let subscription = Int.random(in: 0..<16, using: &random) == 0 ? name() : guid
    let scope = Int.random(in: 0..<3, using: &random) == 0 ? "" : "/resourceGroups/\(name())"
    let type = Bool.random(using: &random) ? types[0] : types.randomElement(using: &random) ?? ""
    var text = "/subscriptions/\(subscription)\(scope)/providers/\(type)/\(name())"
    if Int.random(in: 0..<8, using: &random) == 0 {
      let pieces = ["/", "%2F", " ", "?", "#", "//", "e", "/providers", "/subscriptions/\(guid)", "\\", "'"]
      let place = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
      text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
    }
    return text
  }

  private func check(_ text: String, expecting expected: ResourceType?) {
    let count = text.utf8.count
    let anatomy = ResourceIDAnatomy(text)
    var end = 0
    for segment in anatomy.segments {
      #expect(segment.range.lowerBound >= end && !segment.range.isEmpty && segment.range.upperBound <= count, "\(text)")
      #expect(!anatomy.value(of: segment).contains("/"))
      end = segment.range.upperBound
    }
    for placeholder in Placeholder.all(in: text) {
      #expect(!placeholder.range.isEmpty && placeholder.range.upperBound <= count)
    }
    let id = try? ResourceID(text)
    if let id {
      let canonical = try? ResourceID(id.canonical)
      #expect(canonical == id && canonical?.canonical == id.canonical, "\(text)")
      #expect(id.parent.map { $0.anatomy.segments.count < anatomy.segments.count } ?? true)
    }
    _ = ResourceID.verdicts(for: text)
    let offset = count == 0 ? 0 : count / 2
    let expectation = ResourceIDExpectation(in: text, at: offset)
    #expect(!expectation.kinds.isEmpty && expectation.range.upperBound <= count)

    let diagnosis = ResourceIDDiagnosis(text, expecting: expected)
    for problem in diagnosis.problems {
      #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= count, "\(problem) in \(text)")
      #expect(isOnScalars(problem.range, of: text), "\(problem) in \(text)")
    }
    if id == nil, Placeholder.all(in: text).isEmpty {
      #expect(diagnosis.worst?.severity == .error, "\(text.debugDescription) is refused without a reason")
    }
    guard let correction = diagnosis.correction else { return }
    let again = ResourceIDDiagnosis(correction, expecting: expected)
    #expect(again.correction == nil, "\(text.debugDescription) → \(correction.debugDescription) \(again.problems)")
    if diagnosis.problems.allSatisfy({ $0.correction != nil }) {
      #expect(
        again.problems.allSatisfy { $0.severity == .information },
        "\(text.debugDescription) → \(correction.debugDescription) \(again.problems)")
      if Placeholder.all(in: correction).isEmpty {
        #expect((try? ResourceID(correction)) != nil, "\(text.debugDescription) → \(correction.debugDescription)")
      }
    }
  }

  private func isOnScalars(_ range: Range<Int>, of text: String) -> Bool {
    let bytes = Array(text.utf8)
    return [range.lowerBound, range.upperBound].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  private static let pieces = [
    "subscriptions", "resourceGroups", "providers", "locations", "SUBSCRIPTIONS", "resourcegroup", "provider",
    "subscription", "11111111-2222-3333-4444-555555555555", "0000", "rg1", "Microsoft.ContainerService",
    "managedClusters", "aks1", "trustedAccessRoleBindings", "b1", "Microsoft.Authorization", "locks", "overview",
    "eastus", "workspaces", "$SUB", "${x}", "<id>", "{", "}", "...", "…", "é", "\u{301}", "\u{A0}", "\u{200B}", " ",
    "\"", "?", "#", "%2F", "%252f", "%25", "\\", ",", "https://", "portal.azure.com", "http://", "@", "'", "xxxx", ".",
    "\n", "😀", "",
  ]

  private static let good = [
    "subscriptions", "11111111-2222-3333-4444-555555555555", "resourceGroups", "rg1", "providers",
    "Microsoft.ContainerService", "managedClusters", "aks1", "trustedAccessRoleBindings", "b1",
  ]

  /// A good ID with some pieces changed, or pieces alone, with or without slashes between.
  private static func text(_ random: inout SplitMix64) -> String {
    var parts: [String]
    if Bool.random(using: &random) {
      parts = Array(good.prefix(Int.random(in: 0...10, using: &random)))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        parts.insert(pieces.randomElement(using: &random) ?? "", at: Int.random(in: 0...parts.count, using: &random))
      }
      if Int.random(in: 0..<4, using: &random) == 0 { parts += [""] + good }
    } else {
      parts = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
    }
    return parts.reduce(into: "") { text, part in
      text += Int.random(in: 0..<8, using: &random) == 0 ? "" : "/"
      text += part
    }
  }
}
