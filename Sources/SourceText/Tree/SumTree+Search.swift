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
    isEmpty ? nil : root.place(afterIndex: 0, afterSum: .zero) { _, sum in isReached(sum) }
  }

  /// Finds the element of an index, which must lie in the tree. Cost: logarithmic.
  @inlinable
  package func place(at index: Int) -> Place {
    precondition(index >= 0 && index < count, "element \(index) of \(count)")
    return root.place(afterIndex: 0, afterSum: .zero) { end, _ in end > index }
  }
}

extension SumTree.Node {
  /// The first element up to the end of which the count and the sum satisfy a condition, else the last.
  ///
  /// - Parameters:
  ///   - index: the count of elements before this node.
  ///   - sum: the sum of elements before this node.
  @inlinable
  func place(
    afterIndex index: Int, afterSum sum: Element.Summary, where isReached: (Int, Element.Summary) -> Bool
  ) -> SumTree.Place {
    var index = index
    var before = sum
    if isLeaf {
      let last = elements.count - 1
      for element in 0..<last {
        let sum = before + elements[element].summary
        if isReached(index + element + 1, sum) {
          return SumTree.Place(index: index + element, before: before, element: elements[element])
        }
        before = sum
      }
      return SumTree.Place(index: index + last, before: before, element: elements[last])
    }
    let last = children.count - 1
    for child in 0..<last {
      let end = index + children[child].count
      let sum = before + children[child].summary
      if isReached(end, sum) {
        return children[child].place(afterIndex: index, afterSum: before, where: isReached)
      }
      index = end
      before = sum
    }
    return children[last].place(afterIndex: index, afterSum: before, where: isReached)
  }
}
