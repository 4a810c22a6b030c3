import SeededRandom
import Testing

@testable import SourceText

/// An element that is told from others by its name, and has a length.
private struct Item: Summarized, Hashable, Sendable {
  var name: Int
  var length: Int

  var summary: Total { Total(length: length, longest: length > 5 ? 1 : 0) }

  struct Total: AdditiveArithmetic, Sendable {
    var length = 0
    /// How many items are longer than 5.
    var longest = 0

    static let zero = Total()
    static func + (left: Self, right: Self) -> Self {
      Self(length: left.length + right.length, longest: left.longest + right.longest)
    }
    static func - (left: Self, right: Self) -> Self {
      Self(length: left.length - right.length, longest: left.longest - right.longest)
    }
  }
}

@Suite struct SumTreeAgainstArrays {
  private var random = SplitMix64(seed: 20)

  private mutating func items(_ count: Int) -> [Item] {
    (0..<count).map { _ in
      Item(name: Int.random(in: 0..<1_000_000, using: &random), length: Int.random(in: 0..<10, using: &random))
    }
  }

  @Test(arguments: [0, 1, 8, 15, 16, 17, 31, 32, 33, 255, 256, 257, 272, 4096, 4097, 10_000])
  mutating func isBuilt(_ count: Int) {
    let items = items(count)
    let tree = SumTree(items)
    #expect(Array(tree) == items)
    #expect(tree.count == count)
    #expect(tree.isEmpty == (count == 0))
    #expect(tree.faults == [])
  }

  @Test mutating func isSoughtByAnyPartOfTheSum() throws {
    let items = items(300)
    let tree = SumTree(items)
    #expect(tree.summary.length == items.reduce(0) { $0 + $1.length })
    for part in [\Item.Total.length, \.longest] {
      for sought in -1...(tree.summary[keyPath: part] + 1) {
        var before = Item.Total.zero
        var index = 0
        while index < items.count - 1, (before + items[index].summary)[keyPath: part] < sought {
          before += items[index].summary
          index += 1
        }
        let place = try #require(tree.place { $0[keyPath: part] >= sought })
        #expect(place.index == index)
        #expect(place.before == before)
        #expect(place.element == items[index])
      }
    }
  }

  @Test mutating func findsElementsByIndex() {
    let items = items(600)
    let tree = SumTree(items)
    var before = Item.Total.zero
    for (index, item) in items.enumerated() {
      let place = tree.place(at: index)
      #expect(place.index == index)
      #expect(place.before == before)
      #expect(place.element == item)
      before += item.summary
    }
  }

  @Test mutating func givesElementsFromAnyPlaceOn() {
    let items = items(600)
    let tree = SumTree(items)
    for start in 0...items.count {
      #expect(Array(tree.suffix(from: start)) == Array(items[start...]))
    }
  }

  @Test func isSoughtInVainWhenEmpty() {
    #expect(SumTree<Item>().place { _ in true } == nil)
    #expect(Array(SumTree<Item>()) == [])
  }

  /// Replacements of all sizes at all places, growing for a while and then shrinking to nothing.
  @Test(arguments: [(most: 3, rounds: 1500), (most: 40, rounds: 300), (most: 3000, rounds: 40)])
  mutating func isReplacedIn(_ most: Int, _ rounds: Int) {
    var items: [Item] = []
    var tree = SumTree<Item>()
    for round in 0..<rounds {
      let isGrowing = round < rounds * 2 / 3
      let start = Int.random(in: 0...items.count, using: &random)
      let removed = Int.random(in: 0...(isGrowing ? most : 2 * most), using: &random)
      let range = start..<min(start + removed, items.count)
      let added = self.items(Int.random(in: 0...(isGrowing ? 2 * most : most), using: &random))
      let (oldItems, oldTree) = (items, tree)
      items.replaceSubrange(range, with: added)
      tree.replaceSubrange(range, with: added)
      #expect(tree.faults == [])
      #expect(Array(tree) == items)
      if round % 10 == 0 { #expect(Array(oldTree) == oldItems, "a copy has changed") }
    }
    tree.replaceSubrange(0..<items.count, with: [])
    #expect(tree.isEmpty)
    #expect(tree.faults == [])
  }

  @Test mutating func isUpdatedInPlace() {
    var items = items(1000)
    var tree = SumTree(items)
    let old = tree
    for index in items.indices {
      items[index].length = Int.random(in: 0..<10, using: &random)
      let name = tree.update(at: index) { item in
        item.length = items[index].length
        return item.name
      }
      #expect(name == items[index].name)
      if index % 100 == 0 { #expect(tree.faults == []) }
    }
    #expect(tree.faults == [])
    #expect(Array(tree) == items)
    #expect(Array(old) != items)
  }
}
