import Testing
import TrustedAccess

struct ResourceIDExpectationTests {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  /// Marks: the start of the segment, the cursor, the end of the segment.
  static let places: [(String, [Kind])] = [
    ("‸‸‸", [.subscriptions, .providers]),
    ("/‸‸‸", [.subscriptions, .providers]),
    ("/‸sub‸scr‸", [.subscriptions, .providers]),
    ("/subscriptions/‸‸‸", [.subscriptionID]),
    ("/subscriptions/‸12‸‸/resourceGroups/g", [.subscriptionID]),
    ("/subscriptions/s/‸r‸‸", [.resourceGroups, .providers, .locations]),
    ("/subscriptions/s/resourceGroups/‸‸‸", [.resourceGroupName]),
    ("/subscriptions/s/resourceGroups/g/‸‸‸", [.providers]),
    ("/subscriptions/s/resourceGroups/g/providers/‸M‸‸", [.namespace]),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/‸‸‸", [.type, .locations]),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/c/‸‸‸", [.name]),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/c/d/‸‸‸", [.type, .providers]),
    ("/subscriptions/s/providers/A.B/locations/‸‸‸", [.location]),
  ]

  @Test(arguments: places)
  func saysWhatComesNext(marked: String, kinds: [Kind]) {
    let marked = MarkedText(marked)
    let expectation = ResourceIDExpectation(in: marked.text, at: marked.marks[1])
    #expect(expectation.kinds == kinds)
    #expect(expectation.range == marked.range)
    #expect(expectation.typed.utf8.count == marked.marks[1] - marked.marks[0])
    #expect(expectation.needsSlash == (marked.marks[0] == 0))
  }

  @Test func knowsWhatLeadsThere() throws {
    let text = "/subscriptions/s/resourceGroups/g/providers/A.B/c/d/e/"
    let expectation = ResourceIDExpectation(in: text, at: text.utf8.count)
    #expect(expectation.subscriptionID == "s")
    #expect(expectation.resourceGroup == "g")
    #expect(expectation.namespace == "A.B")
    #expect(expectation.type == ResourceType("A.B/c/e"))
  }
}
