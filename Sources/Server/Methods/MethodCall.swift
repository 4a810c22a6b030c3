package import JSON
package import JSONRPC

extension ServerContext {
  /// Answers one call of a method, as a session does once it has let the call in.
  ///
  /// - Throws: -32601 for a method that is not there, -32602 for parameters that it does not take, or its own fault.
  package func answer(
    _ name: String, _ params: JSONValue?, cancellation: Cancellation = Cancellation(), into result: inout JSONWriter
  ) throws(ResponseError) {
    let method = try method(named: name)
    let arguments = try Arguments(params, for: method)
    let invocation = MethodInvocation(arguments: arguments, context: self, cancellation: cancellation)
    try method.answer(invocation, &result)
  }

  /// The method of that name.
  ///
  /// - Throws: -32601, with the name that was likely meant.
  func method(named name: String) throws(ResponseError) -> Method {
    if let method = registry.method(named: name) { return method }
    let remedy = registry.nameNear(name).map { "did you mean '\($0)'?" } ?? "'rpc.discover' lists the methods"
    throw ResponseError(.methodNotFound, String(joining: "no method '", name.shortened, "': ", remedy))
  }
}
