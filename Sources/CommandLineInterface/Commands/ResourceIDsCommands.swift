import JSON

extension Command {
  static let resourceIDs = Command(
    group: "resource-ids", aliases: ["resource-id"], "Azure resource IDs: take apart, mend, complete"
  ) {
    [parse, validate, complete]
  }

  private static let id = Operand(name: "ID", summary: "The resource ID", isRequired: true)

  private static func expect(_ values: [String]) -> Option {
    Option("--expect", value: "WHAT", "What the ID is to name", choices: values)
  }

  private static let parse = Command("parse", "Take a resource ID apart", operands: [id]) {
    arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "resourceIds/parse") { $0.member("id", arguments.operands[0]) }
    let view = View(
      rows: "segments", columns: [.init("Kind", "kind"), .init("Value", "value")], write: { $1.write($0) })
    console.show(result, as: view, arguments)
    return 0
  }

  private static let validated = expect(["any", "cluster", "binding"])

  private static let validate = Command(
    "validate", "Say what is wrong with a resource ID, and what would be right",
    details: "Ends with 1 if something is.", operands: [id], options: [validated]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "resourceIds/validate") { writer in
      writer.member("id", arguments.operands[0])
      writer.member("expect", ifGiven: arguments[validated])
    }
    let view = View(
      rows: "problems",
      columns: [
        .init("Severity", "severity"), .init("Code", "code"), .init("Message", "message"),
        .init("Correction", "correction"),
      ])
    console.show(result, as: view, arguments)
    return result["valid"]?.boolean == true ? 0 : 1
  }

  private static let completed = expect(["any", "cluster", "binding", "source"])

  private static let complete = Command(
    "complete", "Propose how a resource ID may go on",
    operands: [Operand(name: "TEXT", summary: "The ID as far as it is typed", isRequired: false)],
    options: [completed]
  ) { arguments, console throws(CommandFailure) in
    let text = arguments.operands.first ?? ""
    let result = try MethodCall(arguments).result(of: "resourceIds/complete") { writer in
      writer.member("text", text)
      writer.member("expect", ifGiven: arguments[completed])
    }
    let kept = String(decoding: text.utf8.prefix(result["start"]?.integer ?? 0), as: UTF8.self)
    let view = View(
      rows: "items",
      columns: [
        .init("Text") { kept + ($0["newText"]?.string ?? "") }, .init("Kind", "kind"), .init("Extent", "extent"),
      ])
    console.show(result, as: view, arguments)
    return 0
  }
}
