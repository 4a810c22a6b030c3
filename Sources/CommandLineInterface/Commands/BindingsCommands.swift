import JSON
import Server

extension Command {
  static let bindings = Command(
    group: "bindings", aliases: ["rolebinding", "binding"], "Role bindings: create, change, plan, render"
  ) {
    [
      bindingsList, bindingsShow, bindingsCreate, bindingsUpdate, bindingsDelete, bindingsPlan, bindingsValidate,
      render,
    ]
  }

  private static let bindingsList = Command(
    "list", "List the role bindings on a cluster",
    options: Options.clusterOptions,
    example: "trusted-access-server bindings list -g myGroup --cluster-name myCluster -o table"
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let result = try call.result(of: "roleBindings/list") { $0.member("cluster", cluster) }
    for deleted in (result["deleted"] ?? .null).elements {
      let end = deleted["effective"]?["effectiveAt"]?.string ?? ""
      console.warn("The deleted binding \(deleted["name"]?.string ?? "") is in effect until \(end).")
    }
    console.show(result, as: View.bindings, arguments)
    return 0
  }

  private static let bindingsShow = Command(
    "show", "Show a role binding", options: [Options.bindingName.required] + Options.clusterOptions
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let result = try call.result(of: "roleBindings/show") { writer in
      writer.member("cluster", cluster)
      writer.member("name", arguments[Options.bindingName] ?? "")
    }
    console.show(result, as: View.binding, arguments)
    return 0
  }

  private static let bindingsCreate = Command(
    "create", "Create a role binding",
    details: "Fails if it exists. The roles take effect when the cluster next reconciles, within five minutes.",
    options: [Options.newBindingName.required, Options.source.required, Options.roles.required]
      + Options.clusterOptions + [Options.dryRun],
    example: """
      trusted-access-server bindings create -g myGroup --cluster-name myCluster -n backup \
      --source-resource-id ID --roles Microsoft.DataProtection/backupVaults/backup-operator
      """
  ) { arguments, console throws(CommandFailure) in
    try change("roleBindings/create", arguments, console) { writer in
      writer.member("sourceResourceId", arguments[Options.source] ?? "")
      writer.member("roles", arguments.all(Options.roles))
    }
  }

  private static let bindingsUpdate = Command(
    "update", "Replace the roles of a role binding",
    options: [Options.bindingName.required, Options.roles.required] + Options.clusterOptions
      + [Options.ifMatch, Options.dryRun]
  ) { arguments, console throws(CommandFailure) in
    try change("roleBindings/update", arguments, console) { writer in
      writer.member("roles", arguments.all(Options.roles))
      writer.member("ifMatch", ifGiven: arguments[Options.ifMatch])
    }
  }

  private static func change(
    _ method: String, _ arguments: ParsedArguments, _ console: Console, _ params: (inout JSONWriter) -> Void
  ) throws(CommandFailure) -> Int32 {
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let result = try call.result(of: method) { writer in
      writer.member("cluster", cluster)
      writer.member("name", arguments[Options.bindingName] ?? "")
      params(&writer)
      writer.member("dryRun", arguments.has(Options.dryRun))
    }
    for finding in (result["findings"] ?? .null).elements where finding["severity"]?.string != "information" {
      console.warn("\(finding["message"]?.string ?? "")")
    }
    console.show(result, as: View.changedBinding, arguments)
    return 0
  }

  private static let bindingsPlan = Command(
    "plan", "Say what would change if a role binding were made as given, and who would gain or lose what",
    options: [Options.bindingName.required] + Options.clusterOptions
      + [Options.source, Options.roles, plannedDeletion]
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let result = try call.result(of: "roleBindings/plan") { writer in
      writer.member("cluster", cluster)
      writer.member("name", arguments[Options.bindingName] ?? "")
      writer.member("sourceResourceId", ifGiven: arguments[Options.source])
      if arguments.has(Options.roles) { writer.member("roles", arguments.all(Options.roles)) }
      if arguments.has(plannedDeletion) { writer.member("operation", "delete") }
    }
    let view = View(columns: [
      .init("Action", "action"), .init("RolesAdded", "rolesAdded"), .init("RolesRemoved", "rolesRemoved"),
      .init("EffectiveAt", "effectiveAt"),
    ])
    console.show(result, as: view, arguments)
    return 0
  }

  private static let plannedDeletion = Option("--delete", "Plan the binding's deletion")

  private static let bindingsValidate = Command(
    "validate", "Say what is wrong with a role binding before it is deployed",
    details: "Ends with 1 if an error was found. What is left out is not looked at.",
    options: [Options.bindingName] + Options.clusterOptions + [Options.source, Options.roles, Options.location]
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let hasCluster = Options.clusterOptions.contains { arguments.has($0) }
    let cluster = hasCluster ? try call.cluster(arguments) : nil
    let result = try call.result(of: "roleBindings/validate") { writer in
      writer.member("name", ifGiven: arguments[Options.bindingName])
      writer.member("cluster", ifGiven: cluster)
      writer.member("sourceResourceId", ifGiven: arguments[Options.source])
      if arguments.has(Options.roles) { writer.member("roles", arguments.all(Options.roles)) }
      writer.member("location", ifGiven: arguments[Options.location])
    }
    return console.show(findings: result, arguments)
  }

  private static let render = Command(
    "render", "Write a role binding in another language",
    details: "A binding that exists needs no more than its name; what else is given takes the place of what it has.",
    operands: [
      Operand(name: "FORMAT", summary: "The language", isRequired: true, choices: ServerContext.renderingFormats)
    ],
    options: [Options.bindingName.required] + Options.clusterOptions + [Options.source, Options.roles],
    example: "trusted-access-server bindings render bicep -g myGroup --cluster-name myCluster -n backup"
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let name = arguments[Options.bindingName] ?? ""
    let isWhole = arguments.has(Options.source) && arguments.has(Options.roles)
    let stored =
      isWhole
      ? .null
      : try call.result(of: "roleBindings/show") { writer in
        writer.member("cluster", cluster)
        writer.member("name", name)
      }
    let result = try call.result(of: "roleBindings/render") { writer in
      writer.member("cluster", cluster)
      writer.member("name", name)
      writer.member("format", arguments.operands[0])
      if let source = arguments[Options.source] {
        writer.member("sourceResourceId", source)
      } else {
        writer.member("sourceResourceId", stored["properties"]?["sourceResourceId"] ?? .null)
      }
      if arguments.has(Options.roles) {
        writer.member("roles", arguments.all(Options.roles))
      } else {
        writer.member("roles", stored["properties"]?["roles"] ?? .null)
      }
    }
    if arguments.has(Options.output) {
      let view = View(columns: [.init("Format", "format"), .init("Text", "text")])
      console.show(result, as: view, arguments)
    } else {
      console.print(result["text"]?.string ?? "")
    }
    return 0
  }
}

extension Console {
  /// Prints findings, and gives the status: 1 if one is an error.
  func show(findings result: JSONValue, _ arguments: ParsedArguments) -> Int32 {
    let view = View(
      rows: "findings",
      columns: [
        .init("Severity", "severity"), .init("Code", "code"), .init("Field", "field"), .init("Message", "message"),
      ])
    show(result, as: view, arguments)
    return result["valid"]?.boolean == true ? 0 : 1
  }
}
