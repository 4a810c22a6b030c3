import JSON

extension Command {
  static let call = Command(
    "call", "Call one method and print its result",
    operands: [
      Operand(
        name: "METHOD", summary: "A method's name; 'trustedAccess/' before it may be left out", isRequired: true,
        offers: .words { MethodCall.methodNames }),
      Operand(name: "PARAMS", summary: "Its parameters, JSON; '-' to read them from standard input", isRequired: false),
    ],
    example: #"trusted-access-server call roles/list '{"location": "eastus"}'"#
  ) { arguments, console throws(CommandFailure) in
    let text = arguments.operands.count > 1 ? arguments.operands[1] : nil
    let bytes = text.map { $0 == "-" ? console.input() : Array($0.utf8) }
    var params: JSONValue?
    do {
      params = try bytes.map { try JSONValue.parse($0) }
    } catch let error as JSONSyntaxError {
      throw .usage("PARAMS is not JSON: \(error)")
    } catch {
      throw .usage("PARAMS is not JSON")
    }
    if let params, params.kind != .object, params.kind != .array {
      throw .usage("PARAMS is neither an object nor an array")
    }
    let result = try MethodCall(arguments).result(of: arguments.operands[0], params)
    let view = View(columns: [View.Column("Result") { View.text(of: $0) }])
    console.show(result, as: view, arguments)
    return 0
  }
}
