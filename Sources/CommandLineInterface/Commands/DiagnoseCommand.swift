import JSON

extension Command {
  static let diagnose = Command(
    "diagnose", "Check what the program depends on, and say what can be done", details: "Ends with 1 if a check failed."
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "server/diagnose")
    let view = View(
      rows: "checks",
      columns: [
        .init("Check", "name"), .init("Status", "status"), .init("Message", "message"), .init("Remedy", "remedy"),
      ])
    console.show(result, as: view, arguments)
    return result["healthy"]?.boolean == true ? 0 : 1
  }
}
