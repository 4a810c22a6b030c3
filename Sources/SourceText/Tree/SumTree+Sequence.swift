extension SumTree: Sequence {
  /// Gives the elements in order.
  @inlinable
  package func makeIterator() -> Iterator {
    Iterator(root, from: 0)
  }

  /// The elements from an index on, which must not be behind the end. Cost: logarithmic; an element more costs as little
  /// as in an array.
  @inlinable
  package func suffix(from index: Int) -> IteratorSequence<Iterator> {
    precondition(index >= 0 && index <= count, "element \(index) of \(count)")
    return IteratorSequence(Iterator(root, from: index))
  }

  /// The elements of a tree from some index on, as they were when it was made.
  @usableFromInline
  package struct Iterator: IteratorProtocol {
    @usableFromInline
    let root: Node
    /// The elements of one leaf, and the place in it of the next one.
    @usableFromInline
    var leaf: [Element]
    @usableFromInline
    var place: Int
    /// The index of the first element behind the leaf.
    @usableFromInline
    var end: Int

    @inlinable
    init(_ root: Node, from index: Int) {
      self.root = root
      let (leaf, start) = root.leaf(holding: index)
      self.leaf = leaf
      place = index - start
      end = start + leaf.count
    }

    /// Gives the next element.
    @inlinable
    package mutating func next() -> Element? {
      if place == leaf.count {
        guard end < root.count else { return nil }
        // From the root again, once a leaf: no path has to be kept.
        self = Self(root, from: end)
      }
      defer { place += 1 }
      return leaf[place]
    }
  }
}

extension SumTree.Node {
  /// The elements of the leaf that holds an index, else of the last, and the index of the first of them.
  @inlinable
  func leaf(holding index: Int) -> (elements: [Element], start: Int) {
    if isLeaf { return (elements, 0) }
    let (child, start) = child(holding: index)
    let (elements, startInChild) = children[child].leaf(holding: index - start)
    return (elements, start + startInChild)
  }
}
