// Readings of a part of a text, told in the offsets of the whole.

extension BlockReading {
  /// The reading with every range put through `move`, which keeps their order.
  func moved(_ move: (Range<Int>) -> Range<Int>) -> BlockReading {
    var moved = self
    moved.sites = sites.map { $0.moved(move) }
    moved.definitions = definitions.map { $0.moved(move) }
    moved.silencings = silencings.map { silencing in
      Silencing(codes: silencing.codes, range: move(silencing.range), scope: move(silencing.scope))
    }
    return moved
  }
}

extension BindingSite {
  /// The site with every range put through `move`.
  func moved(_ move: (Range<Int>) -> Range<Int>) -> BindingSite {
    var moved = self
    moved.range = move(range)
    moved.heading = move(heading)
    moved.name = name?.moved(move)
    moved.cluster = cluster?.moved(move)
    moved.source = source?.moved(move)
    moved.location = location?.moved(move)
    moved.account = account?.moved(move)
    moved.script = script.map(move)
    moved.words = words.map { $0.moved(move) }
    moved.arguments = arguments.map { argument in
      Argument(argument.name.moved(move), argument.values.map { $0.moved(move) })
    }
    if let roles {
      moved.roles = RoleList(
        roles.elements.map { $0.moved(move) }, range: move(roles.range), isComplete: roles.isComplete,
        form: roles.form)
    }
    return moved
  }
}

extension Definition {
  /// The definition with every range put through `move`.
  func moved(_ move: (Range<Int>) -> Range<Int>) -> Definition {
    var moved = self
    moved.value = value?.moved(move)
    moved.elements = elements?.map { $0.moved(move) }
    moved.range = move(range)
    return moved
  }
}

extension Expression {
  /// The value with every range put through `move`.
  func moved(_ move: (Range<Int>) -> Range<Int>) -> Expression {
    var moved = self
    moved.range = move(range)
    for place in parts.indices { moved.parts[place].range = move(parts[place].range) }
    return moved
  }
}
