import BindingDocuments
import Testing

struct TextMapTests {
  @Test func tellsWhereBytesStand() {
    // "  ab\n  cd" without its indentation.
    var map = TextMap()
    map.append(3, from: 2)
    map.append(2, from: 7)
    #expect(map.length == 5)
    #expect((0...5).map(map.original) == [2, 3, 4, 7, 8, 9])
    #expect(map.original(1..<3) == 3..<5)
    #expect(map.original(1..<4) == 3..<8)
    #expect(map.original(3..<3) == 7..<7)
    #expect(map.original(-1) == 2 && map.original(9) == 9)
  }

  @Test func joinsWhatStandsTogether() {
    var map = TextMap(2, at: 5)
    map.append(3, from: 7)
    #expect(map == TextMap(5, at: 5))
  }
}
