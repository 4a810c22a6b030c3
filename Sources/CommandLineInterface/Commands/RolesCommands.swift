import JSON

extension Command {
  static let roles = Command(group: "roles", aliases: ["role"], "Roles that bindings may name: list, explain, find") {
    [rolesList, rolesShow, rolesComplete, rolesValidate]
  }

  private static let rolesList = Command(
    "list", "List the roles of a location", options: [Options.location, Options.sourceType, includeRetired],
    example: "trusted-access-server roles list -l eastus -o table"
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "roles/list") { writer in
      writer.member("location", ifGiven: arguments[Options.location])
      writer.member("sourceType", ifGiven: arguments[Options.sourceType])
      writer.member("includeRetired", arguments.has(includeRetired))
    }
    if result["origin"]?.string == "bundled" {
      let date = result["fetchedAt"]?.string?.prefix(10) ?? ""
      console.warn("The list came with the program: recorded for \(result["location"]?.string ?? "") on \(date).")
    }
    console.show(result, as: View.roles, arguments)
    return 0
  }

  private static let includeRetired = Option("--include-retired", "List retired, internal and placeholder roles too")

  private static let rolesShow = Command(
    "show", "Explain a role: its rules in words, its risks, its names in the cluster",
    operands: [
      Operand(
        name: "ROLE", summary: "The role's name, with or without its source type", isRequired: true,
        offers: Options.rolesForSource)
    ],
    options: [Options.location]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "roles/show") { writer in
      writer.member("role", arguments.operands[0])
      writer.member("location", ifGiven: arguments[Options.location])
    }
    let view = View(columns: [
      .init("Name", "role", "qualifiedName"), .init("Lifecycle", "role", "lifecycle"),
      .init("Risks") {
        Array(($0["risks"] ?? .null).elements.compactMap { $0["code"]?.string }).unique.joined(separator: ",")
      },
    ])
    console.show(result, as: view, arguments)
    return 0
  }

  private static let rolesComplete = Command(
    "complete", "Find roles by a part of their names, best first",
    operands: [Operand(name: "TEXT", summary: "What has been typed so far", isRequired: false)],
    options: [Options.location, Options.sourceType, Options.source]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "roles/complete") { writer in
      writer.member("text", arguments.operands.first ?? "")
      writer.member("location", ifGiven: arguments[Options.location])
      writer.member("sourceType", ifGiven: arguments[Options.sourceType])
      writer.member("sourceResourceId", ifGiven: arguments[Options.source])
    }
    let view = View(
      rows: "items", columns: [.init("Name", "name"), .init("Match", "match"), .init("Permits", "inWords")])
    console.show(result, as: view, arguments)
    return 0
  }

  private static let rolesValidate = Command(
    "validate", "Say what is wrong with role names",
    details: "Ends with 1 if an error was found.",
    options: [Options.roles.required, Options.source, Options.location]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "roles/validate") { writer in
      writer.member("roles", arguments.all(Options.roles))
      writer.member("sourceResourceId", ifGiven: arguments[Options.source])
      writer.member("location", ifGiven: arguments[Options.location])
    }
    return console.show(findings: result, arguments)
  }
}

extension [String] {
  /// The texts, each once.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
