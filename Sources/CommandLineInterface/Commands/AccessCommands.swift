import JSON

extension Command {
  static let access = Command(group: "access", "What a source may do on a cluster, and why") { [review] }

  private static let review = Command(
    "review", "Say whether a source may do something on a cluster, and by which rule",
    details: "Ends with 1 if it may not.",
    operands: [
      Operand(name: "VERB", summary: "The verb, get", isRequired: true),
      Operand(name: "RESOURCE", summary: "The resource, pods/log; or a path, /healthz", isRequired: true),
    ],
    options: Options.clusterOptions + [Options.bindingName, Options.source, group, name, time],
    example: "trusted-access-server access review get pods/log -g myGroup --cluster-name myCluster -n backup"
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let target = arguments.operands[1]
    let result = try call.result(of: "access/review") { writer in
      writer.member("cluster", cluster)
      writer.member("verb", arguments.operands[0])
      writer.member(named: target.hasPrefix("/") ? "nonResourceURL" : "resource") { $0.write(target) }
      writer.member("apiGroup", ifGiven: arguments[group])
      writer.member("resourceName", ifGiven: arguments[name])
      writer.member("name", ifGiven: arguments[Options.bindingName])
      writer.member("sourceResourceId", ifGiven: arguments[Options.source])
      writer.member("time", ifGiven: arguments[time])
    }
    let view = View(columns: [
      .init("Allowed", "allowed"), .init("Request", "request"), .init("Time", "time"),
      .init("Rule") { ($0["allowedBy"] ?? $0["nearest"])?["inWords"]?.string ?? "" },
      .init("Lacks") { $0["nearest"]?["lacks"].map { View.text(of: $0) } ?? "" },
    ])
    console.show(result, as: view, arguments)
    return result["allowed"]?.boolean == true ? 0 : 1
  }

  private static let group = Option(
    "--api-group", value: "GROUP", "The resource's API group; the core group if left out")
  private static let name = Option("--resource-name", value: "NAME", "The name of the object")
  private static let time = Option("--time", value: "TIME", "The time to answer for, RFC 3339; now if left out")
}
