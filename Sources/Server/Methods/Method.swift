import JSON
package import JSONRPC

/// A method: everything that is known of it, in one place. What dispatches, what is documented and what is checked all
/// come from here.
package final class Method: Sendable {
  /// The method's name on the wire.
  package let name: String

  /// What it does, in a sentence without a full stop.
  package let summary: String

  /// What more there is to know; may be empty.
  package let details: String

  /// Where it is worked on.
  package let lane: Lane

  /// What it takes, required parameters first; by position in this order.
  package let parameters: [ParameterDeclaration]

  /// The shape of its result.
  package let result: Schema

  /// The faults of the domain that it may answer with.
  package let faults: [FaultCode]

  /// Does the work.
  let answer: @Sendable (MethodInvocation, inout JSONWriter) throws(ResponseError) -> Void

  init(
    _ name: String,
    _ summary: String,
    details: String = "",
    lane: Lane,
    parameters: [ParameterDeclaration] = [],
    result: Schema,
    faults: [FaultCode] = [],
    answer: @escaping @Sendable (MethodInvocation, inout JSONWriter) throws(ResponseError) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.lane = lane
    self.parameters = parameters
    self.result = result
    self.faults = faults
    self.answer = answer
  }
}

/// One call of a method: what it was given, and what it may work with.
struct MethodInvocation: Sendable {
  /// What was given; checked against the declarations.
  var arguments: Arguments

  /// What handlers work with.
  var context: ServerContext

  /// Whether the client still wants the answer.
  var cancellation: Cancellation
}
