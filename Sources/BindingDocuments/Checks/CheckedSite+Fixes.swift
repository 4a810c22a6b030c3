import SourceText
import TrustedAccess

/// The domain's fixes as edits of the document.
extension CheckedSite {
  /// A fix as the document's edits; `nil` if a part of it cannot be written: what a reference stands for is not mended
  /// where the reference is.
  func documentFix(_ fix: Fix) -> DocumentFix? {
    var edits: [TextEdit] = []
    for edit in fix.edits {
      guard let edit = textEdit(edit) else { return nil }
      edits.append(edit)
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return edits.isEmpty ? nil : DocumentFix(title: fix.title, edits: edits)
  }

  /// Whether a fix changes only what is written where it stands: not a reference, which may have other uses.
  func isOfWritten(_ fix: DocumentFix) -> Bool {
    let values = site.words + site.arguments.flatMap { [$0.name] + $0.values }
    return !values.contains { value in
      value.parts.contains { part in part.isFollowed && fix.edits.contains { $0.range.overlaps(part.range) } }
    }
  }

  private func textEdit(_ edit: FieldEdit) -> TextEdit? {
    switch edit.change {
    case .replace(let text): replacing(edit.field, text)
    case .replaceRange(let range, let text): replacing(edit.field, text, in: range)
    case .replaceWithRoles(let roles): replacing(edit.field, withRoles: roles)
    case .remove: removing(edit.field)
    }
  }

  private func replacing(_ field: BindingField, _ text: String) -> TextEdit? {
    guard let old = self.text(of: field), old.isWritten() else { return nil }
    return spelled(text, old.expression.quoting, at: old.expression.range)
  }

  private func replacing(_ field: BindingField, _ text: String, in range: Range<Int>) -> TextEdit? {
    guard let old = self.text(of: field) else { return nil }
    if old.isWritten(range), let place = old.place(of: range), !range.isEmpty, text.isEmpty || text.asPiece != nil {
      return TextEdit(range: place, text: Array(text.utf8))
    }
    let bytes = Array(old.text.utf8)
    let whole = bytes[..<range.lowerBound] + text.utf8 + bytes[range.upperBound...]
    return replacing(field, String(decoding: whole, as: UTF8.self))
  }

  private func replacing(_ field: BindingField, withRoles roles: [String]) -> TextEdit? {
    switch (field, site.roles?.form) {
    case (.role, .commas):
      return replacing(field, roles.joined(separator: ","))
    case (.role(let place), .array):
      guard roles.count > 1 else { return replacing(field, roles.joined()) }
      guard joinsByCommas, let old = self.roles?[place], old.isWritten(), old.expression.quoting != .none,
        let text = list(of: roles, as: old.expression.quoting)
      else { return nil }
      return TextEdit(range: old.expression.range, text: Array(text.utf8))
    case (.roles, .array):
      // Two bytes without an element are the brackets.
      guard let list = site.roles, list.elements.isEmpty, list.range.count == 2,
        let text = self.list(of: roles, as: usualQuoting)
      else { return nil }
      return TextEdit(range: list.range.lowerBound + 1..<list.range.lowerBound + 1, text: Array(text.utf8))
    default:
      return nil
    }
  }

  private func list(of roles: [String], as quoting: Quoting) -> String? {
    let spelled = roles.compactMap { spelling(of: $0, as: quoting) }
    return spelled.count == roles.count ? spelled.joined(separator: ", ") : nil
  }

  /// Takes a role out of the list, with what stands between it and the one before it, or behind it for the first.
  private func removing(_ field: BindingField) -> TextEdit? {
    guard case .role(let place) = field, let elements = site.roles?.elements, elements.count > 1,
      place < elements.count, isWrittenOrEmpty(place), isWrittenOrEmpty(place > 0 ? place - 1 : 1)
    else { return nil }
    let range =
      place > 0
      ? elements[place - 1].range.upperBound..<elements[place].range.upperBound
      : elements[0].range.lowerBound..<elements[1].range.lowerBound
    return range.isEmpty ? nil : TextEdit(range: range, text: [])
  }

  /// Whether a role stands in the list as it is; one that is empty stands between commas.
  private func isWrittenOrEmpty(_ place: Int) -> Bool {
    guard let role = roles?[place] else { return false }
    return role.isWritten() || role.text.isEmpty && site.roles?.form == .commas && role.expression.range.lowerBound > 0
  }

  private func spelled(_ text: String, _ quoting: Quoting, at range: Range<Int>) -> TextEdit? {
    spelling(of: text, as: quoting).map { TextEdit(range: range, text: Array($0.utf8)) }
  }
}
