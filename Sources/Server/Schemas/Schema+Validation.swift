import JSON
import JSONRPC

/// Where a value is not of the shape that was asked for.
struct SchemaMismatch: Error {
  /// The place, from the value's root: `roles[1]`, `rule.verbs`.
  var path: String
  /// What is wrong and what would be right, to follow the place in a sentence.
  var message: String
}

extension Schema {
  /// Holds `value` to the schema.
  ///
  /// - Parameter path: the place of `value`, for the message.
  /// - Throws: the first mismatch.
  func check(_ value: JSONValue, at path: String) throws(SchemaMismatch) {
    switch self {
    case .any:
      return
    case .null:
      guard value.kind == .null else { throw mismatch(value, at: path) }
    case .boolean:
      guard value.kind == .boolean else { throw mismatch(value, at: path) }
    case .integer(let bounds):
      guard let number = value.integer else { throw mismatch(value, at: path) }
      guard bounds.contains(number) else {
        throw SchemaMismatch(path: path, message: "is \(number): expected \(expectation)")
      }
    case .string(let values, let maximumLength, _):
      guard let text = value.string else { throw mismatch(value, at: path) }
      if let values, !values.contains(text) {
        throw SchemaMismatch(path: path, message: "is '\(text.shortened)': expected \(expectation)")
      }
      if let maximumLength, text.utf8.count > maximumLength {
        throw SchemaMismatch(path: path, message: "has \(text.utf8.count) bytes: expected at most \(maximumLength)")
      }
    case .array(let element, let maximumCount):
      guard value.kind == .array else { throw mismatch(value, at: path) }
      if let maximumCount, value.count > maximumCount {
        throw SchemaMismatch(path: path, message: "has \(value.count) elements: expected at most \(maximumCount)")
      }
      var index = 0
      for item in value.elements {
        try element.check(item, at: "\(path)[\(index)]")
        index += 1
      }
    case .object(let properties, let isOpen):
      try check(value, at: path, properties, isOpen: isOpen)
    case .anyOf(let schemas):
      for schema in schemas {
        if (try? schema.check(value, at: path)) != nil { return }
      }
      throw mismatch(value, at: path)
    case .named(_, let schema):
      try schema.check(value, at: path)
    }
  }

  private func check(
    _ value: JSONValue, at path: String, _ properties: [Property], isOpen: Bool
  ) throws(SchemaMismatch) {
    guard value.kind == .object else { throw mismatch(value, at: path) }
    for (name, member) in value.members {
      if let property = properties.first(where: { $0.name == name }) {
        try property.schema.check(member, at: "\(path).\(name)")
      } else if !isOpen {
        let names = properties.map { "'\($0.name)'" }.joined(separator: ", ")
        throw SchemaMismatch(path: path, message: "has an unknown member '\(name.shortened)': it takes \(names)")
      }
    }
    for property in properties where !property.isOptional && value[property.name] == nil {
      throw SchemaMismatch(
        path: path, message: "lacks '\(property.name)' (\(property.summary)): expected \(property.schema.expectation)")
    }
  }

  private func mismatch(_ value: JSONValue, at path: String) -> SchemaMismatch {
    SchemaMismatch(path: path, message: "is \(value.kind.described): expected \(expectation)")
  }

  /// The shape in words, as it follows "expected".
  package var expectation: String {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .boolean: "true or false"
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .string(let values?, _, _): "one of " + values.map { "'\($0)'" }.joined(separator: ", ")
    case .string(nil, _, "date-time"?): "a time such as '2026-11-24T10:00:00Z'"
    case .string: "a string"
    case .array(.string, _): "an array of strings"
    case .array: "an array"
    case .object: "an object"
    case .anyOf(let schemas): schemas.map(\.expectation).joined(separator: " or ")
    case .named(_, let schema): schema.expectation
    }
  }
}

extension String {
  /// The text, cut where it would drown a message.
  var shortened: String {
    utf8.count > Self.longestShown && count > Self.longestShown ? prefix(Self.longestShown) + "…" : self
  }

  /// A text of so many characters is shown whole.
  static let longestShown = 60
}
