/// A step of the way from a document's value to one within it.
package enum JSONPathStep: Sendable {
  /// Into the value of a member, by its name's node.
  case member(JSONNode)
  /// Into an element of an array, by how many children stand before it.
  case element(Int)
}

extension JSONNode {
  /// The way from the document to this node: a step for each member and each element around it, the outermost first.
  /// The document's own children are no steps. Costs the depth, and for each array the elements before.
  package var path: [JSONPathStep] {
    var steps: [JSONPathStep] = []
    var node = self
    while let parent = node.parent {
      if node.kind == .member {
        steps.append(.member(JSONNode(storage, node.index)))
      } else if parent.kind == .array {
        steps.append(.element(parent.children.prefix { $0 != node }.count))
      }
      node = parent
    }
    return steps.reversed()
  }
}
