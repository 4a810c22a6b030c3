/// Puts what references mean in their place.
struct Resolution<Place> {
  /// Gives the definition that a reference at a place means, and where that one stands; `nil` if there is none. Its value
  /// is `nil` if it is not known.
  let definition: (_ name: String, _ place: Place) -> (value: Expression?, place: Place)?

  /// How far a chain of definitions is followed.
  private static var depth: Int { 16 }

  /// How many parts a value may come to: definitions that double each other would have no end.
  private static var longest: Int { 256 }

  /// The value with its references followed, at any depth. What a part of it was found to mean stands where the reference
  /// does; a reference to nothing is left as it is.
  func resolve(_ expression: Expression, at place: Place) -> Expression {
    guard expression.parts.contains(where: { $0.kind == .reference }) else { return expression }
    var resolved = expression
    resolved.parts = []
    append(expression.parts, at: place, standingAt: nil, to: &resolved.parts, depth: Self.depth)
    return resolved
  }

  /// The site with every reference followed.
  func resolve(_ site: BindingSite, at place: Place) -> BindingSite {
    var resolved = site
    resolved.name = site.name.map { resolve($0, at: place) }
    resolved.cluster = site.cluster.map { resolve($0, at: place) }
    resolved.source = site.source.map { resolve($0, at: place) }
    resolved.location = site.location.map { resolve($0, at: place) }
    resolved.account = site.account.map { resolve($0, at: place) }
    if let roles = site.roles { resolved.roles = resolve(roles, at: place) }
    return resolved
  }

  private func resolve(_ roles: RoleList, at place: Place) -> RoleList {
    var resolved = roles
    resolved.elements = roles.elements.map { resolve($0, at: place) }
    return resolved
  }

  private func append(
    _ parts: [Expression.Part], at place: Place, standingAt range: Range<Int>?, to resolved: inout [Expression.Part],
    depth: Int
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
      guard let found = definition(part.text, place) else {
        if let fallback = part.fallback { part = followed(.text, fallback, part) }
        resolved.append(part)
        continue
      }
      guard let value = found.value, depth > 0, resolved.count + value.parts.count <= Self.longest else {
        resolved.append(followed(.opaque, part.text, part))
        continue
      }
      append(value.parts, at: found.place, standingAt: part.range, to: &resolved, depth: depth - 1)
    }
  }

  private func followed(_ kind: Expression.Part.Kind, _ text: String, _ part: Expression.Part) -> Expression.Part {
    var followed = Expression.Part(kind, text, at: part.range)
    followed.isFollowed = true
    return followed
  }
}
