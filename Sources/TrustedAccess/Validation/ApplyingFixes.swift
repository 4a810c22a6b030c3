extension BindingDraft {
  /// The draft after `fix`. An edit that does not fit the draft, as it can be when the draft changed since, is left out.
  public func applying(_ fix: Fix) -> BindingDraft {
    var draft = self
    // Later places first, so that the places of earlier roles stay right.
    for edit in fix.edits.sorted(by: { $0.field.place > $1.field.place }) { draft.apply(edit) }
    return draft
  }

  private mutating func apply(_ edit: FieldEdit) {
    switch edit.field {
    case .name: name = edit.change.applied(to: name)
    case .cluster: cluster = edit.change.applied(to: cluster)
    case .source: source = edit.change.applied(to: source)
    case .roles:
      switch edit.change {
      case .replaceWithRoles(let texts): roles = texts
      case .remove: roles = nil
      case .replace, .replaceRange: break
      }
    case .role(let place):
      guard let list = roles, list.indices.contains(place) else { return }
      switch edit.change {
      case .replaceWithRoles(let texts): roles?.replaceSubrange(place...place, with: texts)
      case .remove: roles?.remove(at: place)
      case .replace, .replaceRange: roles?[place] = edit.change.applied(to: list[place]) ?? list[place]
      }
    }
  }
}

extension FieldEdit.Change {
  fileprivate func applied(to text: String?) -> String? {
    switch self {
    case .replace(let new): return new
    case .replaceRange(let range, let new):
      guard let text else { return nil }
      let bytes = Array(text.utf8)
      guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return text }
      let edited = bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...]
      // Not text any more if an end of the range lies within a character.
      return String(validating: edited, as: UTF8.self) ?? text
    case .remove: return nil
    case .replaceWithRoles: return text
    }
  }
}

extension BindingField {
  /// The role's place in the list; -1 for other fields.
  fileprivate var place: Int {
    if case .role(let place) = self { return place }
    return -1
  }
}
