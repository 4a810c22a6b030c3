/// Puts what references mean in their place.
struct Resolution<Place> {
  /// What a definition says of a name.
  struct Meaning {
    /// The value; `nil` if it is not known, or a list.
    var value: Expression?
    /// The elements of a list.
    var elements: [Expression]?
    /// See ``Definition/isDefault``.
    var isDefault: Bool
    /// Where the definition stands.
    var place: Place
  }

  /// Gives the definition that a reference at a place means; `nil` if there is none.
  let meaning: (_ name: String, _ place: Place) -> Meaning?

  /// Whether nothing else will be asked for what has no definition here.
  let isLast: Bool

  /// How far a chain of definitions is followed.
  static var depth: Int { 16 }

  /// How many parts a value may come to, and how many elements a list.
  static var longest: Int { 256 }

  /// How many definitions are looked up for one value: those that name each other many times over would have no end.
  static var mostSteps: Int { 1024 }

  /// The value with its references followed, at any depth. What a part of it was found to mean stands where the reference
  /// does; a reference to nothing is left as it is.
  func resolve(_ expression: Expression, at place: Place) -> Expression {
    guard expression.hasReferences else { return expression }
    var steps = Self.mostSteps
    return resolve(expression, at: place, depth: Self.depth, &steps)
  }

  /// The site with every reference followed. A command is read as its words are then.
  func resolve(_ site: BindingSite, at place: Place) -> BindingSite {
    var resolved = site
    resolved.name = site.name.map { resolve($0, at: place) }
    resolved.cluster = site.cluster.map { resolve($0, at: place) }
    resolved.source = site.source.map { resolve($0, at: place) }
    resolved.location = site.location.map { resolve($0, at: place) }
    if let roles = site.roles { resolved.roles = resolve(roles, at: place) }
    resolved = AzureCommandLine.site(resolved) { words(for: $0, in: site.dialect, at: place) }
    resolved.account = resolved.account.map { resolve($0, at: place) }
    return resolved
  }

  func resolve(_ expression: Expression, at place: Place, depth: Int, _ steps: inout Int) -> Expression {
    var resolved = expression
    resolved.parts = []
    append(expression.parts, at: place, standingAt: nil, to: &resolved.parts, depth: depth, &steps)
    return resolved
  }

  private func append(
    _ parts: [Expression.Part], at place: Place, standingAt range: Range<Int>?, to resolved: inout [Expression.Part],
    depth: Int, _ steps: inout Int
  ) {
    for part in parts {
      var part = part
      if let range {
        part.range = range
        part.isFollowed = true
      }
      guard part.kind == .reference else {
        resolved.append(part)
        continue
      }
      steps -= 1
      guard let found = meaning(part.text, place) else {
        if let fallback = part.fallback { part = followed(.text, fallback, part) }
        resolved.append(part)
        continue
      }
      guard let value = found.value, depth > 0, steps > 0, resolved.count + value.parts.count <= Self.longest else {
        resolved.append(followed(.opaque, part.text, part))
        continue
      }
      append(value.parts, at: found.place, standingAt: part.range, to: &resolved, depth: depth - 1, &steps)
    }
  }

  private func followed(_ kind: Expression.Part.Kind, _ text: String, _ part: Expression.Part) -> Expression.Part {
    var followed = Expression.Part(kind, text, at: part.range)
    followed.isFollowed = true
    return followed
  }
}
