import JSON

extension Command {
  static let catalog = Command(group: "catalog", "Role lists: bundled, cached, fetched") { [status, refresh, clear] }

  private static let status = Command("status", "Tell which role lists there are, and how old they are") {
    arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/status")
    let view = View(
      rows: "lists",
      columns: [
        .init("Location", "location"), .init("Subscription", "subscription"), .init("Origin", "origin"),
        .init("FetchedAt", "fetchedAt"), .init("Fresh", "fresh"), .init("Roles", "roleCount"),
      ])
    if let text = view.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }

  private static let refresh = Command(
    "refresh", "Fetch the role list of a location from the service",
    options: [Options.location.required, Options.subscription]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/refresh") { writer in
      writer.member("location", arguments[Options.location] ?? "")
      writer.member("subscription", ifGiven: arguments[Options.subscription])
    }
    let view = View(columns: [
      .init("Roles", "roleCount"), .init("Added", "added"), .init("Removed", "removed"), .init("Changed", "changed"),
    ])
    if let text = view.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }

  private static let clear = Command(
    "clear", "Forget the cached role list of a location, or all of them",
    options: [Options.location, Options.subscription]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/clear") { writer in
      writer.member("location", ifGiven: arguments[Options.location])
      writer.member("subscription", ifGiven: arguments[Options.subscription])
    }
    for problem in (result["problems"] ?? .null).elements { console.warn(problem.string ?? "") }
    let view = View(
      rows: "cleared", columns: [.init("Location", "location"), .init("Subscription", "subscription")])
    if let text = view.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }
}
