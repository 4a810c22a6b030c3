/// A draft with its texts read once for all rules.
///
/// A name or a role that holds a placeholder is unknown, and stands here as if it had not been given: no rule can flag it.
/// Of an ID that holds some, what stands between them is known.
package struct DraftReading: Sendable {
  /// The binding's name.
  let name: String?

  /// The cluster's ID.
  let cluster: IDReading?

  /// The source's ID.
  let source: IDReading?

  /// The roles that are known, with their places in the list; `nil` if the list is not known.
  let roles: [RoleReading]?

  /// The roles whose texts are role names, in the list's order.
  let namedRoles: [NamedRole]

  /// How many roles the list has, unknown ones included; `nil` if the list is not known.
  let roleCount: Int?

  /// What the draft is for.
  let operation: BindingDraft.Operation

  /// Reads `draft` and looks its roles up. Cost: the length of its texts.
  package init(_ draft: BindingDraft, roles directory: any RoleDirectory) {
    let known = { (text: String) in Placeholder.all(in: text).isEmpty }
    name = draft.name.flatMap { known($0) ? $0 : nil }
    cluster = draft.cluster.map(IDReading.init)
    source = draft.source.map(IDReading.init)
    roles = draft.roles?.enumerated().filter { known($0.element) }.map {
      RoleReading(place: $0.offset, text: $0.element)
    }
    var first: [RoleName: Int] = [:]
    namedRoles = (roles ?? []).compactMap { role in
      guard let name = role.name else { return nil }
      let earlier = first.updateValue(role.place, forKey: name)
      if let earlier { first[name] = earlier }
      return NamedRole(place: role.place, name: name, entry: directory.entry(for: name), earlierPlace: earlier)
    }
    roleCount = draft.roles?.count
    operation = draft.operation
  }

  /// The type of the source, if it is known.
  var sourceType: ResourceType? { source?.type }

  /// A resource ID as written, and as read.
  struct IDReading: Sendable {
    let text: String
    /// The ID; `nil` if the text is none, or holds a placeholder.
    let id: ResourceID?
    /// The ID as far as its names and types are known: a placeholder may stand for a value, and for nothing else. `nil` if
    /// its form is wrong.
    let shape: ResourceID?
    /// The type of what the ID names; of the ID put right, if its form is wrong.
    let type: ResourceType?
    /// What is wrong with it as an ID; its names are the name rules' matter.
    let problems: [ResourceIDProblem]

    init(_ text: String) {
      self.text = text
      let placeholders = Placeholder.all(in: text)
      let diagnosis = ResourceIDDiagnosis(text)
      let parsed = try? ResourceID(text)
      id = placeholders.isEmpty ? parsed : nil
      let wrong = diagnosis.problems.filter { $0.severity < .information && $0.code != "invalid-name" }
      // What a placeholder stands for may make right what looks wrong beside it.
      problems = placeholders.isEmpty ? wrong : []
      let isWrong = wrong.contains { $0.severity == .error }
      shape = isWrong || parsed?.isKnown(but: placeholders) == false ? nil : parsed
      type = isWrong && placeholders.isEmpty ? diagnosis.correction.flatMap { try? ResourceID($0) }?.type : shape?.type
    }
  }

  /// A role whose text is a role name.
  struct NamedRole: Sendable {
    /// The role's place in the list.
    let place: Int
    let name: RoleName
    /// What is known of the role; `nil` if it is unknown.
    let entry: RoleEntry?
    /// The place of the first of the list, if this is that role again.
    let earlierPlace: Int?

    /// The name as written.
    var text: String { name.text }
  }

  /// One role of the list as written, and as read.
  struct RoleReading: Sendable {
    /// The role's place in the list.
    let place: Int
    let text: String
    /// The roles' texts between separators; several, or one that is shorter than the text, if there are separators.
    let parts: [String]
    /// The name; `nil` if the text is none, or has separators.
    let name: RoleName?

    init(place: Int, text: String) {
      self.place = place
      self.text = text
      parts =
        text.utf8.contains(where: \.isRoleSeparator)
        ? text.utf8.split(whereSeparator: \.isRoleSeparator).map { String(Substring($0)) } : text.isEmpty ? [] : [text]
      name = parts == [text] ? RoleName(text) : nil
    }

    /// Whether the text has separators around or between roles.
    var hasSeparators: Bool { parts != [text] && !text.isEmpty }
  }
}

extension ResourceID {
  /// Whether all but values is known, with `placeholders` in the text: nothing that may stand for several segments, and a
  /// resource of a provider, whose type tells where the ID ends.
  fileprivate func isKnown(but placeholders: [Placeholder]) -> Bool {
    guard !placeholders.isEmpty else { return true }
    guard anatomy.segments.contains(where: { $0.kind == .namespace }) else { return false }
    return placeholders.allSatisfy { placeholder in
      placeholder.form != .ellipsis
        && anatomy.segments.contains { segment in
          segment.kind.isValue && segment.range.lowerBound <= placeholder.range.lowerBound
            && placeholder.range.upperBound <= segment.range.upperBound
        }
    }
  }
}

extension UInt8 {
  /// Whether authors put this byte between roles; no role name has it.
  var isRoleSeparator: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): true
    default: false
    }
  }
}
