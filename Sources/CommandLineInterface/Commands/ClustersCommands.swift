import JSON

extension Command {
  static let clusters = Command(group: "clusters", aliases: ["cluster"], "Clusters of the local store: register, list")
  {
    [clustersList, clustersRegister, clustersUnregister]
  }

  private static let columns: [View.Column] = [
    .init("Name", "name"), .init("ResourceGroup", "resourceGroup"), .init("Location", "location"),
    .init("Bindings", "bindingCount"), .init("NextReconciliation", "nextReconciliation"), .init("Id", "id"),
  ]

  private static let changed = View(
    columns: columns.map { column in View.Column(column.title) { column.text($0["cluster"] ?? .null) } },
    write: { $1.write($0["cluster"] ?? .null) })

  private static let clustersList = Command(
    "list", "List the registered clusters", options: [Options.clusterName]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "clusters/list") { writer in
      writer.member("name", ifGiven: arguments[Options.clusterName])
    }
    for problem in (result["problems"] ?? .null).elements { console.warn(problem["message"]?.string ?? "") }
    let view = View(rows: "clusters", columns: columns, write: { $1.write($0["clusters"] ?? .null) })
    console.show(result, as: view, arguments)
    return 0
  }

  private static let clustersRegister = Command(
    "register", "Register a cluster, so that bindings can be made on it in the local store",
    details: "Nothing is asked of Azure and nothing is changed there.",
    options: Options.ownClusterOptions + [
      Options.location.required, isPrivate, localAccountsOff, entra, ranges, Options.dryRun,
    ],
    example: """
      trusted-access-server clusters register --subscription 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b -g myGroup \
      -n myCluster -l eastus
      """
  ) { arguments, console throws(CommandFailure) in
    let cluster = try arguments.newCluster()
    let result = try MethodCall(arguments).result(of: "clusters/register") { writer in
      writer.member("id", cluster)
      writer.member("location", arguments[Options.location] ?? "")
      writer.member("enablePrivateCluster", arguments.has(isPrivate))
      writer.member("disableLocalAccounts", arguments.has(localAccountsOff))
      writer.member("enableAAD", arguments.has(entra))
      writer.member("authorizedIPRanges", arguments.all(ranges))
      writer.member("dryRun", arguments.has(Options.dryRun))
    }
    console.show(result, as: changed, arguments)
    return 0
  }

  // The names of 'az aks create'.
  private static let isPrivate = Option("--enable-private-cluster", "The API server has a private address only")
  private static let localAccountsOff = Option("--disable-local-accounts", "Local accounts are off")
  private static let entra = Option("--enable-aad", "People sign in with Microsoft Entra ID")
  private static let ranges = Option(
    "--api-server-authorized-ip-ranges", value: "RANGES",
    "The ranges that may reach the API server, with commas between", isList: true)

  private static let clustersUnregister = Command(
    "unregister", "Take a cluster out of the local store",
    options: Options.ownClusterOptions + [Options.force, Options.dryRun]
  ) { arguments, console throws(CommandFailure) in
    let call = try MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    let result = try call.result(of: "clusters/unregister") { writer in
      writer.member("id", cluster)
      writer.member("force", arguments.has(Options.force))
      writer.member("dryRun", arguments.has(Options.dryRun))
    }
    console.show(result, as: changed, arguments)
    return 0
  }
}
