import JSON
import JSONRPC
import Server

/// One call of a method in this process, on behalf of a command.
struct MethodCall {
  private let context: ServerContext

  /// The names of all methods, as short as they may be given.
  static var methodNames: [String] {
    ServerContext().registry.methods.map { method in
      method.name.hasPrefix(prefix) ? String(method.name.dropFirst(prefix.count)) : method.name
    }
  }

  private static let prefix = "trustedAccess/"

  /// Prepares for calls, on the store that the command line names.
  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    context = ServerContext(try arguments.configuration())
  }

  /// Calls a method of `trustedAccess/`.
  ///
  /// - Parameter params: writes the members of the parameters.
  func result(
    of method: String, _ params: (inout JSONWriter) -> Void = { _ in }
  ) throws(CommandFailure) -> JSONValue {
    try result(of: method, JSONWriter.object(params))
  }

  /// Calls a method of `trustedAccess/` with parameters as they are.
  func result(of method: String, _ params: JSONValue?) throws(CommandFailure) -> JSONValue {
    do throws(ResponseError) {
      return try answer(method, params)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Calls a method of `trustedAccess/`, or one by its whole name.
  func answer(_ method: String, _ params: JSONValue?) throws(ResponseError) -> JSONValue {
    var writer = JSONWriter()
    let isWhole = method.hasPrefix("rpc.") || method.hasPrefix(Self.prefix)
    let name = isWhole ? method : Self.prefix + method
    try context.answer(name, params, into: &writer)
    return JSONValue.parsed(writer.finish())
  }
}

extension JSONWriter {
  /// The object whose members `write` writes.
  static func object(_ write: (inout JSONWriter) -> Void) -> JSONValue {
    var writer = JSONWriter()
    writer.object { write(&$0) }
    return JSONValue.parsed(writer.finish())
  }

  /// Writes a member whose value may be missing, and nothing then.
  mutating func member(_ name: StaticString, ifGiven value: String?) {
    if let value { member(name, value) }
  }
}

extension JSONValue {
  /// What our own writer wrote, which is always JSON.
  fileprivate static func parsed(_ bytes: [UInt8]) -> JSONValue { (try? parse(bytes)) ?? .null }
}

extension CommandFailure {
  /// The failure that an error of a method is on the command line. The statuses are the Azure CLI's: 3 if something is
  /// not there, 2 if the command line is at fault, else 1.
  init(_ error: ResponseError) {
    var writer = JSONWriter()
    writer.object { $0.member("data") { (writer: inout JSONWriter) in error.data?(&writer) } }
    let data = (try? JSONValue.parse(writer.finish()))?["data"]
    let status: Int32 =
      switch error.code {
      case ErrorCode(rawValue: FaultCode.notFound.rawValue): 3
      case .methodNotFound, .invalidParams, .parseError: 2
      default: 1
      }
    self = .refused(
      code: data?["code"]?.string ?? String(error.code.rawValue), message: error.message,
      remedy: data?["remedy"]?.string, status: status)
  }
}
