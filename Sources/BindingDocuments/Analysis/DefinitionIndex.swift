/// The definitions of a document that changes, and who refers to them.
struct DefinitionIndex: Sendable {
  /// A place in the document: the order of a segment's content, and an offset in it.
  struct Place: Comparable, Sendable {
    var order: UInt64
    var offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.order, left.offset) < (right.order, right.offset)
    }
  }

  private struct Entry: Sendable {
    var place: Place
    var value: Expression?
  }

  private let scope: DefinitionScope
  /// By name, in the order of the document.
  private var entries: [String: [Entry]] = [:]
  /// The orders of the contents that refer to a name.
  private var referring: [String: Set<UInt64>] = [:]

  init(scope: DefinitionScope) {
    self.scope = scope
  }

  /// Takes in a content. Gives the names that it defines.
  mutating func insert(_ content: SegmentContent) -> Set<String> {
    for name in content.references { referring[name, default: []].insert(content.order) }
    for definition in content.reading.definitions {
      let place = Place(order: content.order, offset: definition.range.lowerBound)
      var list = entries[definition.name] ?? []
      list.insert(Entry(place: place, value: definition.value), at: Self.firstIndex(in: list, notBefore: place))
      entries[definition.name] = list
    }
    return Set(content.reading.definitions.map(\.name))
  }

  /// Forgets a content. Gives the names that it defined.
  mutating func remove(_ content: SegmentContent) -> Set<String> {
    for name in content.references {
      referring[name]?.remove(content.order)
      if referring[name]?.isEmpty == true { referring[name] = nil }
    }
    let names = Set(content.reading.definitions.map(\.name))
    for name in names {
      entries[name]?.removeAll { $0.place.order == content.order }
      if entries[name]?.isEmpty == true { entries[name] = nil }
    }
    return names
  }

  /// The orders of the contents that refer to one of `names`, directly or through what defines it.
  func contents(referringTo names: Set<String>) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for name in names { found.formUnion(referring[name] ?? []) }
    return found
  }

  /// Follows references from any place of the document.
  var resolution: Resolution<Place> {
    Resolution { name, place in self.definition(of: name, for: place).map { ($0.value, $0.place) } }
  }

  private func definition(of name: String, for place: Place) -> Entry? {
    guard let list = entries[name] else { return nil }
    switch scope {
    case .everywhere: return list.first
    case .fromThereOn:
      let next = Self.firstIndex(in: list, notBefore: place)
      return next > 0 ? list[next - 1] : nil
    }
  }

  /// Where the definition stands that a name means at a place; `nil` if there is none.
  func place(of name: String, for place: Place) -> Place? {
    definition(of: name, for: place)?.place
  }

  private static func firstIndex(in list: [Entry], notBefore place: Place) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
