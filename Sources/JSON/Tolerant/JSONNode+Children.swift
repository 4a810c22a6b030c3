extension JSONNode {
  /// The members of an object, the elements of an array or what a document has, and the stray characters among them, in
  /// the order of the text. In a broken document an array and the document itself may have members too. Empty for other
  /// kinds. A walk allocates nothing.
  package var children: JSONChildren { JSONChildren(of: self) }

  /// A member's name; `missing` where there is none.
  package var name: JSONNode? { kind == .member ? JSONNode(storage, index) : nil }

  /// A member's value; `missing` where there is none.
  package var value: JSONNode? { kind == .member ? JSONNode(storage, index + 1) : nil }

  /// The node that it is in; `nil` for the document. Costs the logarithm of the number of containers, and the depth.
  package var parent: JSONNode? {
    guard index > 0 else { return nil }
    if isName { return JSONNode(storage, index, isMember: true) }
    if kind != .member, storage.tape[index - 1].has(.name) { return JSONNode(storage, index - 1, isMember: true) }
    return JSONNode(storage, storage.container(around: index))
  }

  /// The member of that name, the last if there are several, as it is for those who read templates; `nil` if there is none.
  /// Looks at every name, and allocates nothing unless one is written with escapes.
  ///
  /// - Parameter ignoringCase: whether a–z and A–Z are the same, as they are to Azure Resource Manager.
  package func member(named name: String, ignoringCase: Bool = false) -> JSONNode? {
    guard kind != .member, word.isContainer else { return nil }
    let utf8 = name.utf8
    let wanted = utf8.span.bytes
    var found: Int?
    var next = index + 2
    let end = word.high
    while next < end {
      if storage.tape[next].has(.name) {
        if storage.isText(next, wanted, ignoringCase: ignoringCase) { found = next }
        next += 1
      }
      next = storage.endIndex(of: next)
    }
    return found.map { JSONNode(storage, $0, isMember: true) }
  }

  /// The members whose name occurs further on in the same object: they do not count.
  ///
  /// - Parameter ignoringCase: whether a–z and A–Z are the same.
  package func duplicateMembers(ignoringCase: Bool = false) -> [JSONNode] {
    var seen: Set<[UInt8]> = []
    var duplicates: [JSONNode] = []
    for member in children.reversed() {
      guard let name = member.name, let contents = name.contents else { continue }
      let key = ignoringCase ? contents.bytes.map(lowercased) : contents.bytes
      if !seen.insert(key).inserted { duplicates.append(member) }
    }
    return duplicates.reversed()
  }
}
