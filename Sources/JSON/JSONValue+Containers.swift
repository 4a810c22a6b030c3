extension JSONValue {
  /// How many elements or members an array or object has; 0 for other kinds. Known without a walk.
  package var count: Int {
    switch word.token {
    case .array, .object: text.tape[index &+ 1].high
    default: 0
    }
  }

  /// The elements of an array; empty for other kinds.
  package var elements: JSONElements { JSONElements(of: self) }

  /// The members of an object in the order written, duplicates included; empty for other kinds.
  package var members: JSONMembers { JSONMembers(entries: entries) }

  /// The members of an object in the order written, duplicates included, with their names as values, so that a walk
  /// makes no strings: `entry.name.equals("roles")`. Empty for other kinds.
  package var entries: JSONEntries { JSONEntries(of: self) }

  /// Walks the members of an object in the order written, duplicates included, and makes nothing on the way: names come
  /// as short texts, `nil` if they are longer, and values as places, to be looked at with ``subscript(_:)-(JSONIndex)``.
  package func forEachMember(_ body: (_ name: ShortText?, _ value: JSONIndex) -> Void) {
    let word = word
    guard word.token == .object else { return }
    let source = text.bytes
    let bytes = source.span.bytes
    var next = index &+ 2
    while next < word.high {
      let name = text.tape[next]
      body(
        name.token == .plainString ? ShortText(name, in: bytes) : ShortText(text, at: next), JSONIndex(word: next &+ 1))
      next = JSONValue.endIndex(of: next &+ 1, on: text.tape)
    }
  }

  /// The string at a place in the same text, if it is a short one.
  package func shortText(at place: JSONIndex) -> ShortText? { ShortText(text, at: place.word) }

  /// The value at a place in the same text.
  package subscript(place: JSONIndex) -> JSONValue { JSONValue(text: text, index: place.word) }

  /// The member of that name, the last if there are several; `nil` if there is none or this is no object.
  ///
  /// Looks at every name, for the last one wins. Allocates nothing, unless a name is written with escapes.
  package subscript(name: String) -> JSONValue? {
    guard word.token == .object else { return nil }
    let utf8 = name.utf8
    let wanted = utf8.span.bytes
    var found: Int?
    var next = index &+ 2
    let end = word.high
    while next < end {
      if JSONValue(text: text, index: next).equals(wanted) { found = next &+ 1 }
      next = JSONValue.endIndex(of: next &+ 1, on: text.tape)
    }
    return found.map { JSONValue(text: text, index: $0) }
  }

  /// The element at a position of an array; `nil` outside it or if this is no array. Walks there.
  package subscript(position: Int) -> JSONValue? {
    let elements = elements
    guard position >= 0, position < elements.count else { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: position)]
  }
}

/// A place in an array's elements or an object's members.
package struct JSONIndex: Comparable, Sendable {
  /// The index on the tape.
  let word: Int

  /// Orders by place.
  package static func < (left: JSONIndex, right: JSONIndex) -> Bool { left.word < right.word }
}

/// The elements of an array. A step costs the same whatever the elements hold.
package struct JSONElements: Collection, Sendable {
  private let array: JSONValue
  /// The first element's place.
  package let startIndex: JSONIndex
  /// The place behind the last element.
  package let endIndex: JSONIndex

  init(of value: JSONValue) {
    array = value
    let isArray = value.word.token == .array
    startIndex = JSONIndex(word: isArray ? value.index &+ 2 : 0)
    endIndex = JSONIndex(word: isArray ? value.word.high : 0)
  }

  /// How many elements there are; known without a walk.
  package var count: Int { isEmpty ? 0 : array.count }

  /// The element at a place.
  package subscript(index: JSONIndex) -> JSONValue { JSONValue(text: array.text, index: index.word) }

  /// The next element's place.
  package func index(after index: JSONIndex) -> JSONIndex {
    JSONIndex(word: JSONValue.endIndex(of: index.word, on: array.text.tape))
  }
}

/// The members of an object, each with its name as a value. A step costs the same whatever the members hold.
package struct JSONEntries: Collection, Sendable {
  private let object: JSONValue
  /// The first member's place.
  package let startIndex: JSONIndex
  /// The place behind the last member.
  package let endIndex: JSONIndex

  init(of value: JSONValue) {
    object = value
    let isObject = value.word.token == .object
    startIndex = JSONIndex(word: isObject ? value.index &+ 2 : 0)
    endIndex = JSONIndex(word: isObject ? value.word.high : 0)
  }

  /// How many members there are; known without a walk.
  package var count: Int { isEmpty ? 0 : object.count }

  /// The member at a place.
  package subscript(index: JSONIndex) -> (name: JSONValue, value: JSONValue) {
    (
      JSONValue(text: object.text, index: index.word),
      JSONValue(text: object.text, index: index.word &+ 1)
    )
  }

  /// The next member's place.
  package func index(after index: JSONIndex) -> JSONIndex {
    JSONIndex(word: JSONValue.endIndex(of: index.word &+ 1, on: object.text.tape))
  }
}

/// The members of an object, each with its name as a string.
package struct JSONMembers: Collection, Sendable {
  let entries: JSONEntries

  /// The first member's place.
  package var startIndex: JSONIndex { entries.startIndex }
  /// The place behind the last member.
  package var endIndex: JSONIndex { entries.endIndex }
  /// How many members there are; known without a walk.
  package var count: Int { entries.count }

  /// The member at a place.
  package subscript(index: JSONIndex) -> (name: String, value: JSONValue) {
    let (name, value) = entries[index]
    return (name.string ?? "", value)
  }

  /// The next member's place.
  package func index(after index: JSONIndex) -> JSONIndex { entries.index(after: index) }
}
