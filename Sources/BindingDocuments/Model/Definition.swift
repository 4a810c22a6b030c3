/// A name that a document gives a value: a variable, a parameter's default, a local, an attribute of a resource.
package struct Definition: Hashable, Sendable {
  /// The name as ``Expression/Part/Kind/reference`` parts of the same dialect have it: `RG`, `var.location`,
  /// `azurerm_kubernetes_cluster.edge.id`.
  package var name: String

  /// The value; `nil` if it is not known: set by what is read or computed, or a parameter without a default.
  package var value: Expression?

  /// The elements, if it is a list: each is a word of its own where the list is spread out, see ``Expression/isSplat``. One
  /// that is a splat itself stands for the elements of another list, or of the same as it was before.
  package var elements: [Expression]?

  /// Whether it holds only where nothing else is given, a parameter's default: another definition of the name comes before
  /// it, and so does whoever runs or deploys the document.
  package var isDefault = false

  /// Where the name stands.
  package var range: Range<Int>

  /// Creates a definition.
  package init(_ name: String, _ value: Expression?, elements: [Expression]? = nil, at range: Range<Int>) {
    self.name = name
    self.value = value
    self.elements = elements
    self.range = range
  }
}

/// From where on a dialect's definitions hold.
package enum DefinitionScope: Sendable {
  /// From where they stand, until the next of the same name: scripts.
  case fromThereOn
  /// Everywhere in the document, and in its module: templates.
  case everywhere
}
