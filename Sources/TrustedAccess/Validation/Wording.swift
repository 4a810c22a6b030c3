extension Timestamp {
  /// The date, `2025-11-07`, in UTC.
  ///
  /// Source of the arithmetic: the proleptic Gregorian calendar, whose 400 years have 146 097 days; counted from
  /// 0000-03-01, so that the leap day ends a year.
  package var date: String {
    let days = millisecondsSinceEpoch / 86_400_000 - (millisecondsSinceEpoch % 86_400_000 < 0 ? 1 : 0) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month >= 10 ? month - 9 : month + 3, 2))-\(padded(day, 2))"
  }
}

/// `number` with zeros before it up to `width` digits.
private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension RoleProvenance {
  /// Whether the list is the service's own today, so that what is not in it does not exist.
  var isLive: Bool { origin == .live }

  /// The list in a sentence: `the role list of eastus of 2025-11-07`.
  var inWords: String {
    isLive ? "the role list of \(location)" : "the role list of \(location) of \(fetchedAt.date)"
  }
}

extension Fix {
  /// Puts `text` in a field's place.
  static func use(_ text: String, at field: BindingField) -> Fix {
    Fix(title: "Use '\(text)'", edits: [FieldEdit(field: field, change: .replace(text))])
  }

  /// Takes a role out of the list.
  static func removeRole(at place: Int, titled title: String) -> Fix {
    Fix(title: title, edits: [FieldEdit(field: .role(place), change: .remove)])
  }
}

extension RoleDirectory {
  /// Current roles near to `text`, nearest first, those that a source of type `type` may have before others; at most
  /// three.
  func suggestions(for text: String, sourceType type: ResourceType?) -> [RoleName] {
    let near = nearest(to: text, limit: 8).map(\.role.name)
    guard let type else { return Array(near.prefix(3)) }
    let fitting = near.filter { $0.sourceType.isSameOrParent(of: type) }
    // Roles of another type would be wrong all the same, so they are offered only if the type has none.
    let candidates = fitting.isEmpty ? current(forSourcesOf: type) : fitting
    return Array((candidates.isEmpty ? near : candidates).prefix(3))
  }

  /// The current roles that a source of type `type` may have.
  func current(forSourcesOf type: ResourceType) -> [RoleName] {
    entries(forSourcesOf: type).filter { $0.lifecycle == .current }.map(\.role.name)
  }
}
