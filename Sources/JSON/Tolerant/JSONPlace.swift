/// What stands at an offset of a document, and what may be typed there.
package struct JSONPlace: Sendable {
  /// The innermost object, array or document that the offset is in.
  package let container: JSONNode
  /// What belongs there.
  package let role: Role
  /// The member that the offset is in the name or value of, or whose colon or value belongs there.
  package let member: JSONNode?
  /// The string, number or other word that what is typed there becomes part of.
  package let token: JSONNode?
  /// The way to what belongs there: that of the container, and the member or the element's number.
  package var path: [JSONPathStep] {
    var steps = container.path
    if let name = member?.name {
      steps.append(.member(name))
    } else if container.kind == .array {
      steps.append(.element(elementsBefore))
    }
    return steps
  }
  /// Where what belongs there begins: the token, or the gap behind the punctuation that makes room for it.
  let start: Int

  /// What belongs at an offset.
  package enum Role: Hashable, Sendable {
    /// A member's name: the offset is in one, or one may begin there.
    case name
    /// A colon, behind a name.
    case colon
    /// A value: the offset is in one, or one may begin there.
    case value
    /// A comma or the closing bracket.
    case separator
    /// The text of a comment.
    case comment
  }

  private var elementsBefore: Int {
    container.children.prefix { child in child.range.lowerBound < start }.count
  }
}

extension JSONTree {
  /// What stands at an offset, in bytes; outside of the document, at its nearest end. Costs a binary search, the depth, and
  /// the white space and comments before the offset.
  package func place(at offset: Int) -> JSONPlace {
    let offset = Swift.min(Swift.max(offset, 0), bytes.count)
    let container = storage.container(at: offset)
    let previous = storage.lastChild(of: container, before: offset)
    if comments.isInComment(offset) { return place(.comment, in: container, start: offset) }
    if let token = storage.token(at: offset, in: container, behind: previous) {
      let word = storage.tape[token]
      return place(
        word.has(.name) ? .name : .value, in: container, start: word.low, storage.member(of: token), token)
    }
    let gap = storage.gap(at: offset, in: container, behind: previous)
    let isInMember = gap.role == .colon || gap.role == .value
    return place(
      gap.role, in: container, start: gap.role == .separator ? offset : gap.start,
      isInMember ? previous.flatMap(storage.unfinishedMember) : nil)
  }

  /// The innermost node at an offset: the token there, else the container. See ``place(at:)``.
  package func node(at offset: Int) -> JSONNode {
    let place = place(at: offset)
    return place.token ?? place.container
  }

  private func place(
    _ role: JSONPlace.Role, in container: Int, start: Int, _ member: Int? = nil, _ token: Int? = nil
  ) -> JSONPlace {
    JSONPlace(
      container: JSONNode(storage, container), role: role,
      member: member.map { JSONNode(storage, $0, isMember: true) }, token: token.map { JSONNode(storage, $0) },
      start: start)
  }
}
