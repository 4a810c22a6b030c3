import JSON
import JSONRPC

/// What a call was given, by name or by position, checked against what its method declares.
struct Arguments: Sendable {
  private var params: JSONValue?
  private var declarations: [ParameterDeclaration]

  /// Checks `params`.
  ///
  /// - Throws: -32602, naming the parameter and what it takes.
  init(_ params: JSONValue?, for method: Method) throws(ResponseError) {
    self.params = params
    declarations = method.parameters
    switch params?.kind {
    case .object?: try checkNames(method)
    case .array?: try checkCount(method)
    default: break
    }
    for declaration in declarations {
      guard let value = value(of: declaration.name) else {
        if declaration.isRequired { throw Self.missing(declaration, of: method) }
        continue
      }
      do throws(SchemaMismatch) {
        try declaration.schema.check(value, at: declaration.name)
      } catch {
        throw Self.invalid("'\(error.path)' \(error.message)", at: error.path)
      }
    }
  }

  /// The value of an optional parameter; `nil` if it was left out or is null.
  subscript<Value>(parameter: Parameter<Value>) -> Value? {
    value(of: parameter.declaration.name).flatMap(parameter.read)
  }

  /// The value of a required parameter.
  func required<Value>(_ parameter: Parameter<Value>) throws(ResponseError) -> Value {
    guard let value = self[parameter] else {
      throw Self.invalid(
        "'\(parameter.declaration.name)' is missing: expected \(parameter.declaration.schema.expectation)",
        at: parameter.declaration.name)
    }
    return value
  }

  /// An optional parameter that is null counts as left out: callers with a record of optional fields send it so.
  private func value(of name: String) -> JSONValue? {
    guard let params else { return nil }
    let value: JSONValue?
    if params.kind == .array {
      value = declarations.firstIndex { $0.name == name }.flatMap { index in
        index < params.count ? params.elements.dropFirst(index).first { _ in true } : nil
      }
    } else {
      value = params[name]
    }
    return value?.kind == .null ? nil : value
  }

  private func checkNames(_ method: Method) throws(ResponseError) {
    guard let params else { return }
    for (name, _) in params.members where !declarations.contains(where: { $0.name == name }) {
      throw Self.invalid("unknown parameter '\(name.shortened)': \(Self.takes(method))", at: name.shortened)
    }
  }

  private func checkCount(_ method: Method) throws(ResponseError) {
    guard let params, params.count > declarations.count else { return }
    throw Self.invalid("\(params.count) parameters by position: \(Self.takes(method))", at: "params")
  }

  private static func missing(_ declaration: ParameterDeclaration, of method: Method) -> ResponseError {
    invalid(
      "'\(declaration.name)' is missing (\(declaration.summary)): expected \(declaration.schema.expectation)",
      at: declaration.name)
  }

  private static func takes(_ method: Method) -> String {
    guard !method.parameters.isEmpty else { return "\(method.name) takes none" }
    let names = method.parameters.map { $0.isRequired ? $0.name : "\($0.name)?" }
    return "\(method.name) takes \(names.joined(separator: ", "))"
  }

  /// A parameter that is not what the method takes.
  static func invalid(_ message: String, at target: String) -> ResponseError {
    ResponseError(.invalidParams, message) { writer in
      FaultData(code: "InvalidParams", message: message, target: target).write(to: &writer)
    }
  }
}
