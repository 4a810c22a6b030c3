/// The definitions of one text, to be looked up.
struct DefinitionList {
  private let scope: DefinitionScope
  /// By name, in the order of the text.
  private var byName: [String: [Definition]] = [:]

  init(_ definitions: [Definition], scope: DefinitionScope) {
    self.scope = scope
    for definition in definitions { byName[definition.name, default: []].append(definition) }
  }

  /// The site with what its references mean put in their place, as far as this list knows.
  func resolving(_ site: BindingSite) -> BindingSite {
    guard !byName.isEmpty else { return site }
    let resolution = Resolution<Int>(
      meaning: { name, place in
        definition(of: name, for: place).map { found in
          .init(
            value: found.value, elements: found.elements, isDefault: found.isDefault, place: found.range.lowerBound)
        }
      }, isLast: false)
    return resolution.resolve(site, at: site.range.lowerBound)
  }

  /// The definition that a reference at `place` means; `nil` if there is none.
  private func definition(of name: String, for place: Int) -> Definition? {
    guard let definitions = byName[name] else { return nil }
    switch scope {
    case .everywhere: return definitions.first { !$0.isDefault } ?? definitions.first
    case .fromThereOn: return definitions.last { $0.range.lowerBound < place }
    }
  }
}
