import JSON

/// What a method takes under one name: how it is checked, documented and completed.
package struct ParameterDeclaration: Sendable {
  /// The parameter's name.
  package var name: String

  /// What it says, in a sentence.
  package var summary: String

  /// The shape of its value.
  package var schema: Schema

  /// Whether it must be given.
  package var isRequired: Bool
}

/// A parameter together with the way to read its value.
struct Parameter<Value: Sendable>: Sendable {
  /// What the method declares.
  var declaration: ParameterDeclaration

  /// Reads a value that is of the declared shape.
  var read: @Sendable (JSONValue) -> Value?

  /// The same parameter, to be given always.
  var required: ParameterDeclaration {
    var required = declaration
    required.isRequired = true
    return required
  }

  /// The same parameter, which may be left out.
  var optional: ParameterDeclaration { declaration }

  private init(_ name: String, _ summary: String, _ schema: Schema, read: @escaping @Sendable (JSONValue) -> Value?) {
    declaration = ParameterDeclaration(name: name, summary: summary, schema: schema, isRequired: false)
    self.read = read
  }
}

extension Parameter<String> {
  static func string(
    _ name: String, _ summary: String, values: [String]? = nil, maximumLength: Int? = 65536, format: String? = nil
  ) -> Parameter {
    let schema = Schema.string(values: values, maximumLength: values == nil ? maximumLength : nil, format: format)
    return Parameter(name, summary, schema) { $0.string }
  }
}

extension Parameter<[String]> {
  static func strings(_ name: String, _ summary: String, maximumCount: Int) -> Parameter {
    let schema = Schema.array(of: .string(maximumLength: 65536), maximumCount: maximumCount)
    return Parameter(name, summary, schema) { $0.elements.compactMap(\.string) }
  }
}

extension Parameter<Bool> {
  static func boolean(_ name: String, _ summary: String) -> Parameter {
    Parameter(name, summary, .boolean) { $0.boolean }
  }
}

extension Parameter<Int> {
  static func integer(_ name: String, _ summary: String, in bounds: ClosedRange<Int>) -> Parameter {
    Parameter(name, summary, .integer(bounds)) { $0.integer }
  }
}
