package import JSON
package import JSONRPC

extension ServerContext {
  /// Calls a method by its name, as a session does with a request.
  ///
  /// - Throws: -32601 for a method that is not there, -32602 for parameters that it does not take, or its own fault.
  package func answer(
    _ name: String, _ params: JSONValue?, cancellation: Cancellation = Cancellation(), into result: inout JSONWriter
  ) throws(ResponseError) {
    try answer(method(named: name), params, cancellation: cancellation, into: &result)
  }

  /// Calls a method.
  ///
  /// - Throws: -32602 for parameters that it does not take, or its own fault.
  func answer(
    _ method: Method, _ params: JSONValue?, cancellation: Cancellation, into result: inout JSONWriter
  ) throws(ResponseError) {
    let arguments = try Arguments(params, for: method)
    let invocation = MethodInvocation(arguments: arguments, context: self, cancellation: cancellation)
    try method.answer(invocation, &result)
  }

  /// The method of that name.
  ///
  /// - Throws: -32601, with the name that was likely meant.
  func method(named name: String) throws(ResponseError) -> Method {
    if let method = registry.method(named: name) { return method }
    let near = registry.nameNear(name, length: name.utf8.count)
    throw ResponseError(.methodNotFound, "no method '\(name.shortened)': \(Self.remedy(near))")
  }

  /// The method that a message names.
  ///
  /// - Throws: -32601, with the name that was likely meant.
  func method(named name: MethodName) throws(ResponseError) -> Method {
    if let method = registry.method(named: name) { return method }
    guard name.length <= String.longestShown else { return try method(named: name.text) }
    throw ResponseError(noMethod: name, remedy: Self.remedy(registry.nameNear(name.text, length: name.length)))
  }

  private static func remedy(_ near: String?) -> String {
    near.map { "did you mean '\($0)'?" } ?? "'rpc.discover' lists the methods"
  }
}
