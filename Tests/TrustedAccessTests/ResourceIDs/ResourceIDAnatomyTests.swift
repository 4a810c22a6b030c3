import Testing
import TrustedAccess

struct ResourceIDAnatomyTests {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  static let readings: [(String, [Kind])] = [
    ("", []),
    ("//", []),
    (
      "/subscriptions/s/resourceGroups/g/providers/A.B/c/d",
      [.subscriptions, .subscriptionID, .resourceGroups, .resourceGroupName, .providers, .namespace, .type, .name]
    ),
    ("/SUBSCRIPTIONS//s/", [.subscriptions, .subscriptionID]),
    ("/providers/A.B/locations/l/t", [.providers, .namespace, .locations, .location, .type]),
    ("/providers/A.B/c/subscriptions/subscriptions/d", [.providers, .namespace, .type, .name, .type, .name]),
    ("/subscription/s/resourceGroups/g", [.unknown, .unknown, .resourceGroups, .resourceGroupName]),
    ("11111111-2222-3333-4444-555555555555/providers", [.subscriptionID, .providers]),
  ]

  @Test(arguments: readings)
  func tellsWhatEachSegmentStandsFor(text: String, kinds: [Kind]) {
    let anatomy = ResourceIDAnatomy(text)
    #expect(anatomy.segments.map(\.kind) == kinds)
    #expect(anatomy.segments.map { anatomy.value(of: $0) } == text.split(separator: "/"))
  }

  @Test func rangesAreUTF8OffsetsWithoutSlashes() {
    #expect(ResourceIDAnatomy("/subscriptions//é/").segments.map(\.range) == [1..<14, 16..<18])
  }

  @Test func theErrorOfARefusedIDSaysWhatWouldBeRight() {
    let error = #expect(throws: ResourceIDError.self) { try ResourceID("subscriptions/s") }
    #expect(error?.problem.code == "missing-leading-slash")
    #expect(error?.problem.correction == "/subscriptions/s")
    #expect(error?.message == "A resource ID starts with '/'.")
  }
}
