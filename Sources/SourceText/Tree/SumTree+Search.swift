extension SumTree {
  /// An element found in a tree.
  @usableFromInline
  package struct Place {
    /// Its index.
    @usableFromInline
    package var index: Int
    /// The sum of the elements before it.
    @usableFromInline
    package var before: Summary
    /// The element.
    @usableFromInline
    package var element: Element

    /// Creates a place.
    @inlinable
    package init(index: Int, before: Summary, element: Element) {
      self.index = index
      self.before = before
      self.element = element
    }
  }

  /// Finds the first element up to the end of which the sum satisfies a condition, else the last element.
  ///
  /// - Parameter isReached: holds for no sum, or from some element on for all.
  /// - Returns: `nil` if the tree is empty. Cost: logarithmic.
  @inlinable
  package func place(where isReached: (Summary) -> Bool) -> Place? {
    isEmpty ? nil : place { _, sum in isReached(sum) }
  }

  /// Finds the element of an index, which must lie in the tree. Cost: logarithmic.
  @inlinable
  package func place(at index: Int) -> Place {
    precondition(index >= 0 && index < count, "element \(index) of \(count)")
    return place { end, _ in end > index }
  }

  /// The first element up to the end of which the count and the sum satisfy a condition, else the last. There is one.
  // In line and not recursive, so that the condition is compiled into the loops.
  @inlinable
  @inline(__always)
  func place(where isReached: (Int, Summary) -> Bool) -> Place {
    var index = 0
    var before = Summary.zero
    var elements = root.elements
    var nodes = root.children
    while !nodes.isEmpty {
      var child = 0
      while child < nodes.count - 1 {
        let end = index + nodes[child].count
        let sum = before + nodes[child].summary
        if isReached(end, sum) { break }
        index = end
        before = sum
        child += 1
      }
      elements = nodes[child].elements
      nodes = nodes[child].children
    }
    var element = 0
    while element < elements.count - 1 {
      let sum = before + elements[element].summary
      if isReached(index + element + 1, sum) { break }
      before = sum
      element += 1
    }
    return Place(index: index + element, before: before, element: elements[element])
  }
}
