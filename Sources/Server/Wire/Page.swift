import JSON

/// A part of a list, as long as a client asked for, and where the next one starts.
///
/// A cursor is the key of the last element that was given out. So a list that changes between two pages shows each element
/// that stays just once, whatever comes and goes around it.
struct Page<Element> {
  /// The elements.
  var elements: ArraySlice<Element>

  /// What to ask for the next page with; `nil` if this is the last.
  var nextCursor: String?

  /// The page of `list` after `cursor`.
  ///
  /// - Parameters:
  ///   - list: the whole list, in rising order of its keys.
  ///   - key: what tells an element from all others; compared by its bytes, without regard to case.
  init(of list: [Element], after cursor: String?, limit: Int, key: (Element) -> String) {
    let start = cursor.map { cursor in
      let last = cursor.lowercased()
      return list.firstIndex { last.utf8.lexicographicallyPrecedes(key($0).lowercased().utf8) } ?? list.endIndex
    }
    let rest = list[(start ?? 0)...]
    elements = rest.prefix(limit)
    nextCursor = elements.count < rest.count ? elements.last.map(key) : nil
  }

  /// The member of results with the cursor of the next page.
  static var property: Schema.Property {
    .optional("nextCursor", .text, "What 'cursor' takes for the next page; absent on the last one.")
  }
}

extension JSONWriter {
  /// Writes the members of a result that is one page of a list.
  mutating func members<Element>(
    _ name: StaticString, _ page: Page<Element>, write: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array { writer in
      for element in page.elements { write(element, &writer) }
    }
    if let cursor = page.nextCursor { member("nextCursor", cursor) }
  }
}
