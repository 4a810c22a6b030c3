import BindingDocuments
package import JSON
import TrustedAccess

/// Settings as they were read, and what was wrong with them. What is wrong is passed over, and the rest counts.
package struct SettingsReading: Hashable, Sendable {
  /// The settings.
  package private(set) var settings = Settings()

  /// What is wrong, in the order of the text.
  package private(set) var problems: [SettingsProblem] = []

  /// Reads a file's text: JSON with comments.
  package init(_ text: [UInt8]) {
    let tree = JSONTree(text, dialect: .jsonc)
    if !tree.document.children.isEmpty { read(tree.root) }
    // What a text lacks as JSON explains what was not understood of it.
    let isEmpty = tree.document.children.allSatisfy { $0.kind == .missing }
    problems += (isEmpty ? [] : tree.faults).map {
      SettingsProblem(path: "", range: $0.range, message: $0.kind.message)
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reads a value that a client has sent; places are those in the value as it was written.
  package init(_ value: JSONValue) {
    self.init(Array(value.sourceText))
  }

  private mutating func read(_ node: JSONNode) {
    // Some clients have no other way to say that there is nothing.
    if node.kind == .null || node.kind == .array && node.children.isEmpty { return }
    for (key, name, value) in members(of: node, at: "") {
      switch Key(rawValue: key) {
      case .rules: readRules(value)
      case .location: settings.location = text(value, at: key) ?? settings.location
      case .exclude: settings.exclude = texts(value, at: key)
      case .include: readLanguages(value)
      case .schema: break
      case nil:
        tell("there is no setting '\(key)'" + proposal(for: key, among: Key.named), at: key, name)
      }
    }
  }

  /// The names that settings have.
  private enum Key: String, CaseIterable {
    case rules, location, exclude, include
    case schema = "$schema"

    static let named = allCases.filter { $0 != .schema }.map(\.rawValue)
  }

  private mutating func readRules(_ node: JSONNode) {
    let codes = DocumentRuleDescription.catalog.map(\.code)
    for (code, name, value) in members(of: node, at: Key.rules.rawValue) {
      let path = "\(Key.rules.rawValue).\(code)"
      if !codes.contains(code) { tell("there is no rule '\(code)'" + near(code, among: codes), at: path, name) }
      guard let text = text(value, at: path) else { continue }
      if let level = RuleLevel(rawValue: text) {
        settings.levels[code] = level
      } else {
        tell("'\(text)' is no level" + proposal(for: text, among: RuleLevel.allCases.map(\.rawValue)), at: path, value)
      }
    }
  }

  private mutating func readLanguages(_ node: JSONNode) {
    settings.include = []
    for (pattern, _, value) in members(of: node, at: Key.include.rawValue) {
      let path = "\(Key.include.rawValue).\(pattern)"
      guard let text = text(value, at: path) else { continue }
      if let dialect = DialectName(languageID: text) {
        settings.include.append(FileLanguage(pattern: pattern, dialect: dialect))
      } else {
        tell(
          "the language '\(text)' is not read" + proposal(for: text, among: DialectName.allCases.map(\.languageID)),
          at: path, value)
      }
    }
  }
}

// MARK: Values

extension SettingsReading {
  /// The members of an object whose values are there and not null: what is null is as if it were left out.
  private mutating func members(
    of node: JSONNode, at path: String
  ) -> [(key: String, name: JSONNode, value: JSONNode)] {
    guard node.kind == .object || node.kind == .document else {
      tell("expected an object", at: path, node)
      return []
    }
    return node.children.compactMap { member in
      guard let name = member.name, let value = member.value, let key = name.string, value.kind != .missing,
        value.kind != .null
      else { return nil }
      return (key, name, value)
    }
  }

  private mutating func text(_ node: JSONNode, at path: String) -> String? {
    guard node.kind == .string, let text = node.string else {
      tell("expected a text", at: path, node)
      return nil
    }
    return text
  }

  private mutating func texts(_ node: JSONNode, at path: String) -> [String] {
    guard node.kind == .array else {
      tell("expected an array of texts", at: path, node)
      return []
    }
    var texts: [String] = []
    for (index, element) in node.children.enumerated() where element.kind != .missing {
      if let text = text(element, at: "\(path)[\(index)]") { texts.append(text) }
    }
    return texts
  }

  /// The name that is likely meant, as the end of a message.
  private func near(_ name: String, among names: [String]) -> String {
    name.nearest(among: names).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The name that is likely meant, or else all of them.
  private func proposal(for name: String, among names: [String]) -> String {
    let near = near(name, among: names)
    return near.isEmpty ? "; expected \(names.joined(separator: ", "))" : near
  }

  private mutating func tell(_ message: String, at path: String, _ node: JSONNode) {
    problems.append(SettingsProblem(path: path, range: node.range, message: message))
  }
}

/// Something that is wrong with settings.
package struct SettingsProblem: Hashable, Sendable {
  /// Where, as names with dots between: `rules.unknown-role`. Empty for the whole, and for what is no JSON.
  package var path: String

  /// Where, in bytes of the text.
  package var range: Range<Int>

  /// What is wrong and what would be right, without a full stop.
  package var message: String

  /// Creates a problem.
  package init(path: String, range: Range<Int>, message: String) {
    self.path = path
    self.range = range
    self.message = message
  }
}
