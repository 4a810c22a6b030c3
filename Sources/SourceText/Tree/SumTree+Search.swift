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
    isEmpty ? nil : root.place(afterIndex: 0, afterSum: .zero, where: isReached)
  }
}

extension SumTree.Node {
  /// As ``SumTree/place(where:)``, with what is before this node.
  @inlinable
  func place(
    afterIndex start: Int, afterSum sum: Element.Summary, where isReached: (Element.Summary) -> Bool
  ) -> SumTree.Place {
    var index = start
    var before = sum
    if isLeaf {
      let last = elements.count - 1
      for element in 0..<last {
        let sum = before + elements[element].summary
        if isReached(sum) {
          return SumTree.Place(index: index + element, before: before, element: elements[element])
        }
        before = sum
      }
      return SumTree.Place(index: index + last, before: before, element: elements[last])
    }
    let last = children.count - 1
    for child in 0..<last {
      let sum = before + children[child].summary
      if isReached(sum) {
        return children[child].place(afterIndex: index, afterSum: before, where: isReached)
      }
      before = sum
      index += children[child].count
    }
    return children[last].place(afterIndex: index, afterSum: before, where: isReached)
  }
}
