// Lists: what stands for any number of values.

extension Resolution {
  /// The elements of a list, their references followed.
  private struct List {
    var elements: [Expression] = []
    /// Whether these are all.
    var isComplete = true
  }

  /// The roles with the lists spread out that stand among them. One that is not known is left as it is, and the roles are
  /// not all then.
  func resolve(_ roles: RoleList, at place: Place) -> RoleList {
    var resolved = roles
    resolved.elements = []
    var steps = Self.mostSteps
    for element in roles.elements {
      guard let name = element.listName else {
        resolved.elements.append(resolve(element, at: place, depth: Self.depth, &steps))
        continue
      }
      let list = list(named: name, at: place, depth: Self.depth, &steps)
      resolved.elements += list?.elements.map { $0.standing(inPlaceOf: element) } ?? [element]
      if list.map({ !$0.isComplete }) ?? isLast { resolved.isComplete = false }
    }
    return resolved
  }

  /// The words that a word of a command comes to: a list's elements, and what a shell makes of blanks in a variable.
  func words(for word: Expression, in dialect: DialectName?, at place: Place) -> [Expression] {
    guard word.hasReferences else { return [word] }
    var steps = Self.mostSteps
    let words: [Expression]
    if let name = word.listName ?? listName(of: word, in: dialect, at: place) {
      guard let list = list(named: name, at: place, depth: Self.depth, &steps) else { return [word] }
      words = list.elements.map { $0.standing(inPlaceOf: word) }
    } else {
      words = [resolve(word, at: place, depth: Self.depth, &steps)]
    }
    let isSplit = (dialect == .shell || dialect == .batch) && word.isBare
    return isSplit ? words.flatMap(\.splitAtFollowedBlanks) : words
  }

  /// PowerShell passes a variable that holds a list on as many words.
  private func listName(of word: Expression, in dialect: DialectName?, at place: Place) -> String? {
    guard dialect == .powerShell, word.isBare, word.parts.count == 1, let name = word.parts.first?.text,
      meaning(name, place)?.elements != nil
    else { return nil }
    return name
  }

  /// The list that a name means at a place: its elements, or the one value that it has; `nil` if that is not known.
  private func list(named name: String, at place: Place, depth: Int, _ steps: inout Int) -> List? {
    steps -= 1
    guard depth > 0, steps > 0, let found = meaning(name, place) else { return nil }
    guard let elements = found.elements else {
      guard let value = found.value else { return nil }
      guard value.parts.count == 1, value.parts[0].kind != .text, value.parts[0].fallback == nil else {
        return List(elements: [resolve(value, at: found.place, depth: depth - 1, &steps)], isComplete: !found.isDefault)
      }
      // Another name for a list.
      guard value.parts[0].kind == .reference else { return nil }
      let other = value.listName ?? value.parts[0].text
      var list = list(named: other, at: found.place, depth: depth - 1, &steps)
      if found.isDefault { list?.isComplete = false }
      return list
    }
    var list = List(isComplete: !found.isDefault)
    for element in elements {
      if let name = element.listName {
        let inner = self.list(named: name, at: found.place, depth: depth - 1, &steps)
        list.elements += inner?.elements ?? [element]
        if inner?.isComplete != true { list.isComplete = false }
      } else {
        list.elements.append(resolve(element, at: found.place, depth: depth - 1, &steps))
      }
      guard list.elements.count <= Self.longest else { return nil }
    }
    return list
  }
}

extension Expression {
  /// Whether something in it is to be looked up.
  var hasReferences: Bool { parts.contains { $0.kind == .reference } }

  /// Whether it stands without any quotes or escapes.
  fileprivate var isBare: Bool { quoting == .none && parts.joinedRange == range }

  /// An element of the list that a splat stands for.
  fileprivate func standing(inPlaceOf splat: Expression) -> Expression {
    let parts = parts.map { part in
      var part = part
      part.range = splat.range
      part.isFollowed = true
      return part
    }
    return Expression(parts, range: splat.range, quoting: splat.quoting)
  }

  /// The words that a shell makes of a word without quotes: blanks in what variables hold end one. Itself if there are
  /// quotes in that, which shells do not agree on.
  fileprivate var splitAtFollowedBlanks: [Expression] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let followed = parts.filter { $0.isFollowed && $0.kind == .text }
    guard
      followed.contains(where: { $0.text.isEmpty || $0.text.utf8.contains(where: isBlank) }) || parts.isEmpty,
      !followed.contains(where: { $0.text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } })
    else { return [self] }
    var words: [[Part]] = [[]]
    for part in parts {
      guard part.isFollowed, part.kind == .text else {
        words[words.count - 1].append(part)
        continue
      }
      for (index, piece) in part.text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isBlank).enumerated()
      {
        if index > 0 { words.append([]) }
        guard !piece.isEmpty else { continue }
        var word = part
        word.text = String(Substring(piece))
        words[words.count - 1].append(word)
      }
    }
    return words.filter { !$0.isEmpty }.map { Expression($0, range: range, quoting: .none) }
  }
}
