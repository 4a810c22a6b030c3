package import JSON

/// A call of a method: a request, or a notification if it has no id. JSON-RPC 2.0 §4.
///
/// An object, since each is handed on a dozen times.
package final class Call: Sendable {
  /// What ties the response to the request; `nil` makes a notification, which is never answered.
  package let id: RequestID?

  /// The method's name.
  package let method: MethodName

  /// The parameters, an array or an object; `nil` if there are none.
  package let params: JSONValue?

  init(id: RequestID?, method: MethodName, params: JSONValue?) {
    self.id = id
    self.method = method
    self.params = params
  }
}

/// One message, as its shape tells it.
enum Message {
  case call(Call)
  /// An answer to a request of ours: all of it.
  case response(JSONValue)
  /// No message of JSON-RPC 2.0: the error to answer with, and the id if it has a legible one.
  indirect case invalid(RequestID, ResponseError)

  /// Tells what `value` is, by JSON-RPC 2.0 §4 to §5.
  ///
  /// `"params": null` counts as none: some editors send it with `shutdown` and `exit`.
  init(_ value: JSONValue) {
    guard case .object = value.kind else {
      self = .invalid(.null, ResponseError(.invalidRequest, "a message is \(value.kind.described): expected an object"))
      return
    }
    let members = Members(of: value)
    let id = members.id.map { RequestID(value[$0]) }
    func invalid(_ message: String) -> Message {
      .invalid((id ?? nil) ?? .null, ResponseError(.invalidRequest, message))
    }
    if let place = members.id, id == .some(.none) {
      self = invalid("'id' is \(value[place].kind.described): expected a string, a number or null")
      return
    }
    guard let version = members.version, value.shortText(at: version) == MemberValue.version else {
      self = invalid(
        "\(members.version == nil ? "'jsonrpc' is missing" : "'jsonrpc' is not \"2.0\""): expected \"jsonrpc\":\"2.0\"")
      return
    }
    guard let method = members.method else {
      self = members.isResponse ? .response(value) : invalid("'method' is missing: expected a string")
      return
    }
    guard let name = MethodName(value[method]) else {
      self = invalid("'method' is \(value[method].kind.described): expected a string")
      return
    }
    let params = members.params.map { value[$0] }
    switch params?.kind {
    case .array, .object:
      self = .call(Call(id: id ?? nil, method: name, params: params))
    case nil, .null:
      self = .call(Call(id: id ?? nil, method: name, params: nil))
    case .boolean, .number, .string:
      self = invalid("'params' is \(params?.kind.described ?? ""): expected an array or an object")
    }
  }
}

/// Where in a message its members stand.
private struct Members {
  var version: JSONIndex?
  var id: JSONIndex?
  var method: JSONIndex?
  var params: JSONIndex?
  var isResponse = false

  init(of message: JSONValue) {
    let names = MemberNames.all
    message.forEachMember { name, value in
      switch name {
      case names.jsonrpc: version = value
      case names.id: id = value
      case names.method: method = value
      case names.params: params = value
      case names.result, names.error: isResponse = true
      default: break
      }
    }
  }
}

/// The members that a message may have.
private struct MemberNames {
  let jsonrpc = ShortText("jsonrpc")
  let id = ShortText("id")
  let method = ShortText("method")
  let params = ShortText("params")
  let result = ShortText("result")
  let error = ShortText("error")

  static let all = MemberNames()
}

private enum MemberValue {
  static let version = ShortText("2.0")
}

extension JSONValue.Kind {
  /// The kind with its article, as it stands in a message.
  package var described: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
