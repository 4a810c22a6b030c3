/// A sequence of elements that is sought by sums over them and changed in any place, both in logarithmic time: a B-tree
/// whose nodes know the sum and the count of what is under them.
///
/// A value: a copy costs nothing, and a change after it copies the nodes from the root to the place and no others. Every
/// node but the root has 8 to 16 entries. Memory beside the elements: five bytes and a fifteenth of a summary for each.
///
/// All of it can be inlined into other modules, so that it is compiled for their elements: ten times as fast, measured.
@usableFromInline
package struct SumTree<Element: Summarized> {
  /// What the elements sum up to.
  @usableFromInline
  package typealias Summary = Element.Summary

  @usableFromInline
  var root: Node

  /// Creates an empty tree.
  @inlinable
  package init() {
    root = Node(elements: [])
  }

  /// Creates a tree of elements. Cost: linear.
  @inlinable
  package init(_ elements: [Element]) {
    root = Node(elements: elements)
    grow(root.splitting())
  }

  /// How many elements there are.
  @inlinable
  package var count: Int { root.count }

  /// Whether there is no element.
  @inlinable
  package var isEmpty: Bool { root.count == 0 }

  /// The sum over all elements.
  @inlinable
  package var summary: Summary { root.summary }
}

extension SumTree: Sendable where Element: Sendable {}

// MARK: Changes

extension SumTree {
  /// Replaces the elements of a range of indices, which must lie in the tree. Cost: logarithmic, and linear in the
  /// elements removed and added.
  @inlinable
  package mutating func replaceSubrange(_ range: Range<Int>, with elements: [Element]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements \(range) of \(count)")
    grow(root.replace(range, with: elements))
    while root.children.count == 1 { root = root.children[0] }
  }

  /// Changes the element of an index, which must lie in the tree. Cost: logarithmic.
  @inlinable
  package mutating func update<Result>(at index: Int, _ body: (inout Element) -> Result) -> Result {
    precondition(index >= 0 && index < count, "element \(index) of \(count)")
    return root.update(at: index, body).result
  }

  /// Puts the root and siblings that split off it under a new root, and so on.
  @inlinable
  mutating func grow(_ siblings: [Node]) {
    var siblings = siblings
    while !siblings.isEmpty {
      root = Node(children: [root] + siblings)
      siblings = root.splitting()
    }
  }
}
