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
    var elements: [Expression]?
    var isDefault: Bool
  }

  private let scope: DefinitionScope
  /// By name, in the order of the document.
  private var entries: [String: [Entry]] = [:]
  /// The orders of the contents that refer to a name.
  private var referring: [String: Set<UInt64>] = [:]
  /// The names that a content defines by others.
  private var derived: [UInt64: Set<String>] = [:]

  init(scope: DefinitionScope) {
    self.scope = scope
  }

  /// Takes in a content. Gives the names that it defines.
  mutating func insert(_ content: SegmentContent) -> Set<String> {
    for name in content.references { referring[name, default: []].insert(content.order) }
    for definition in content.reading.definitions {
      let place = Place(order: content.order, offset: definition.range.lowerBound)
      var list = entries[definition.name] ?? []
      let entry = Entry(
        place: place, value: definition.value, elements: definition.elements, isDefault: definition.isDefault)
      list.insert(entry, at: Self.firstIndex(in: list, notBefore: place))
      entries[definition.name] = list
    }
    let derived = content.reading.namesDefinedByOthers
    if !derived.isEmpty { self.derived[content.order] = derived }
    return Set(content.reading.definitions.map(\.name))
  }

  /// Forgets a content. Gives the names that it defined.
  mutating func remove(_ content: SegmentContent) -> Set<String> {
    for name in content.references {
      referring[name]?.remove(content.order)
      if referring[name]?.isEmpty == true { referring[name] = nil }
    }
    derived[content.order] = nil
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
    var pending = names
    var seen = names
    while let name = pending.popFirst() {
      for order in referring[name] ?? [] where found.insert(order).inserted {
        for name in derived[order] ?? [] where seen.insert(name).inserted { pending.insert(name) }
      }
    }
    return found
  }

  /// Follows references from any place of the document.
  var resolution: Resolution<Place> {
    Resolution(
      meaning: { name, place in
        self.definition(of: name, for: place).map { found in
          .init(value: found.value, elements: found.elements, isDefault: found.isDefault, place: found.place)
        }
      }, isLast: true)
  }

  private func definition(of name: String, for place: Place) -> Entry? {
    guard let list = entries[name] else { return nil }
    switch scope {
    case .everywhere: return list.first { !$0.isDefault } ?? list.first
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

extension BlockReading {
  /// The names whose values hang on those of other names.
  fileprivate var namesDefinedByOthers: Set<String> {
    Set(
      definitions.lazy.filter { definition in
        definition.value?.hasReferences == true || definition.elements?.contains(where: \.hasReferences) == true
      }.map(\.name))
  }
}
