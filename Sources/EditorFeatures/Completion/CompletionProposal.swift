/// What may be typed at a place of a document.
package struct CompletionProposal: Hashable, Sendable {
  /// What a proposal is.
  package enum Kind: Hashable, Sendable {
    case role
    case resourceIDSegment
    case resourceID
    /// A name of something: of a binding, a cluster, a group.
    case name
    case commandWord
    /// An option of a command, or a property of a resource.
    case argument
    /// One of a few values.
    case value
  }

  /// What it is.
  package var kind: Kind

  /// What is shown, and compared with what is typed.
  package var label: String

  /// What is put into the document in the place of ``range``, if it is not the label.
  package var text: String?

  /// Whether ``text`` is a snippet of LSP, with places to be filled in.
  package var isSnippet = false

  /// What it replaces, in bytes of the document: on one line, with the place in it or at one of its ends.
  package var range: Range<Int>

  /// What is compared with what is typed, if not the label: it begins with that.
  package var filterText: String?

  /// What is told of it in a few words.
  package var detail: String?

  /// Whether there is no such role any more.
  package var isRetired = false

  /// Creates a proposal.
  init(_ kind: Kind, _ label: String, at range: Range<Int>) {
    self.kind = kind
    self.label = label
    self.range = range
  }
}

/// The proposals for one place, best first.
package struct CompletionProposals: Sendable {
  /// The proposals.
  package var proposals: [CompletionProposal] = []

  /// Whether there are more, or may be when more is typed.
  package var isIncomplete = false
}

/// What an editor can do with proposals.
package struct CompletionOptions: Hashable, Sendable {
  /// Whether it takes snippets.
  package var snippets = false

  /// Whether it shows that a role is retired; else none is proposed.
  package var retiredRoles = false

  /// An editor that can do nothing of that.
  package init() {}
}
