extension SumTree {
  /// Elements in a row, or nodes of one height in a row; arrays, which are copied when they are changed while shared.
  @usableFromInline
  struct Node {
    /// The most entries of a node.
    @inlinable
    static var most: Int { 16 }
    /// The fewest entries of a node that has siblings.
    @inlinable
    static var least: Int { most / 2 }

    /// The elements of a leaf; none in an inner node.
    @usableFromInline
    var elements: [Element]
    /// The nodes of an inner node; none in a leaf.
    @usableFromInline
    var children: [Node]
    /// How many elements are under this node.
    @usableFromInline
    var count: Int
    /// What they sum up to.
    @usableFromInline
    var summary: Summary

    @inlinable
    init(elements: [Element]) {
      self.elements = elements
      children = []
      count = 0
      summary = .zero
      sumUp()
    }

    @inlinable
    init(children: [Node]) {
      elements = []
      self.children = children
      count = 0
      summary = .zero
      sumUp()
    }

    @inlinable
    var isLeaf: Bool { children.isEmpty }

    /// Whether this node has too few entries to have siblings.
    @inlinable
    var isShort: Bool { Swift.max(elements.count, children.count) < Self.least }

    @inlinable
    mutating func sumUp() {
      var sum = Summary.zero
      if isLeaf {
        count = elements.count
        for element in elements { sum += element.summary }
      } else {
        count = 0
        for child in children {
          count += child.count
          sum += child.summary
        }
      }
      summary = sum
    }
  }
}

extension SumTree.Node: Sendable where Element: Sendable {}

// MARK: Changes

extension SumTree.Node {
  /// Changes the element of an index, and the sums above it by as much as its own.
  @inlinable
  mutating func update<Result>(
    at index: Int, _ body: (inout Element) -> Result
  ) -> (result: Result, removed: Element.Summary, added: Element.Summary) {
    let outcome: (result: Result, removed: Element.Summary, added: Element.Summary)
    if isLeaf {
      let removed = elements[index].summary
      let result = body(&elements[index])
      outcome = (result, removed, elements[index].summary)
    } else {
      let (child, start) = child(holding: index)
      outcome = children[child].update(at: index - start, body)
    }
    summary += outcome.added
    summary -= outcome.removed
    return outcome
  }

  /// Replaces elements.
  ///
  /// - Returns: nodes of the same height that belong behind this one, which else had too many entries. This one may be
  ///   left with too few.
  @inlinable
  mutating func replace(_ range: Range<Int>, with new: [Element]) -> [Self] {
    if isLeaf {
      elements.replaceSubrange(range, with: new)
    } else {
      let (first, start) = child(holding: range.lowerBound)
      let inFirst = range.lowerBound - start..<Swift.min(range.upperBound - start, children[first].count)
      let inOthers = range.upperBound - start - inFirst.upperBound
      removeFirst(inOthers, fromChild: first + 1)
      let siblings = children[first].replace(inFirst, with: new)
      children.insert(contentsOf: siblings, at: first + 1)
      mend(first..<Swift.min(first + siblings.count + 2, children.count))
    }
    return splitting()
  }

  /// Removes the first elements from a child on, and the children that this leaves empty.
  @inlinable
  mutating func removeFirst(_ count: Int, fromChild first: Int) {
    var rest = count
    var end = first
    while end < children.count, children[end].count <= rest {
      rest -= children[end].count
      end += 1
    }
    if rest > 0 {
      // Taking away leaves nothing to split off.
      _ = children[end].replace(0..<rest, with: [])
    }
    children.removeSubrange(first..<end)
  }

  /// Merges children of a range that have too few entries with a neighbour.
  @inlinable
  mutating func mend(_ range: Range<Int>) {
    for index in range.reversed() where children.count > 1 && children[index].isShort {
      let left = Swift.max(index - 1, 0)
      let right = children.remove(at: left + 1)
      children.insert(contentsOf: children[left].absorb(right), at: left + 1)
    }
  }

  /// Appends the entries of a node of the same height.
  ///
  /// - Returns: as ``replace(_:with:)``.
  @inlinable
  mutating func absorb(_ right: Self) -> [Self] {
    elements += right.elements
    let seam = children.count
    children += right.children
    mend(Swift.max(seam - 1, 0)..<Swift.min(seam + 1, children.count))
    return splitting()
  }

  /// Sums up what there is now, leaving to this node no more entries than it may have.
  ///
  /// - Returns: nodes of the same height for the rest, as full as this one.
  @inlinable
  mutating func splitting() -> [Self] {
    let entries = Swift.max(elements.count, children.count)
    guard entries > Self.most else {
      sumUp()
      return []
    }
    let parts = (entries + Self.most - 1) / Self.most
    var nodes = (0..<parts).map { part in
      let range = entries * part / parts..<entries * (part + 1) / parts
      return isLeaf ? Self(elements: Array(elements[range])) : Self(children: Array(children[range]))
    }
    self = nodes.removeFirst()
    return nodes
  }
}

// MARK: Search

extension SumTree.Node {
  /// The child under which the element of an index is, else the last, and the index of its first element.
  @inlinable
  func child(holding index: Int) -> (child: Int, start: Int) {
    var start = 0
    for child in 0..<children.count - 1 {
      let end = start + children[child].count
      if index < end { return (child, start) }
      start = end
    }
    return (children.count - 1, start)
  }
}
