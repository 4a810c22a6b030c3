import JSON

extension Command {
  static let catalog = Command(group: "catalog", "Role lists: bundled, cached, fetched") { [status, refresh, clear] }

  private static let status = Command("status", "Tell which role lists there are, and how old they are") {
    arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/status")
    for list in (result["lists"] ?? .null).elements {
      if let problem = list["problem"]?.string { console.warn(problem) }
    }
    var view = View(columns: [
      .init("Location", "location"), .init("Subscription", "subscription"), .init("Origin", "origin"),
      .init("FetchedAt", "fetchedAt"), .init("Fresh", "fresh"), .init("Roles", "roleCount"),
    ])
    view.rows = { [$0["bundled"] ?? .null] + ($0["lists"] ?? .null).elements }
    console.show(result, as: view, arguments)
    return 0
  }

  private static let refresh = Command(
    "refresh", "Fetch the role list of a location from the service",
    options: [Options.location.required, subscription, cloud]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/refresh") { writer in
      writer.member("location", arguments[Options.location] ?? "")
      writer.member("subscription", ifGiven: arguments[subscription])
      writer.member("cloud", ifGiven: arguments[cloud])
    }
    if let problem = result["cacheProblem"]?.string { console.warn(problem) }
    let view = View(columns: [
      .init("Roles", "roleCount"), .init("Added", "added"), .init("Removed", "removed"), .init("Changed", "changed"),
    ])
    console.show(result, as: view, arguments)
    return 0
  }

  private static let clear = Command(
    "clear", "Forget the cached role list of a location, or all of them",
    options: [Options.location, subscription, cloud]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "catalog/clear") { writer in
      writer.member("location", ifGiven: arguments[Options.location])
      writer.member("subscription", ifGiven: arguments[subscription])
      writer.member("cloud", ifGiven: arguments[cloud])
    }
    for problem in (result["problems"] ?? .null).elements { console.warn(problem.string ?? "") }
    let view = View(
      rows: "cleared", columns: [.init("Location", "location"), .init("Subscription", "subscription")])
    console.show(result, as: view, arguments)
    return 0
  }

  private static let subscription = Option(
    "--subscription", value: "ID", "The list as this subscription sees it; as all do if left out")
  private static let cloud = Option(
    "--cloud", value: "NAME", "The cloud, as the Azure CLI names it; AzureCloud if left out")
}
