import JSON

extension Command {
  static let clusters = Command(group: "clusters", aliases: ["cluster"], "Clusters of the local store") {
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
    if let text = view.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }

  private static let clustersRegister = Command(
    "register", "Register a cluster, so that bindings can be made on it in the local store",
    details: "Nothing is asked of Azure and nothing is changed there.",
    operands: [Operand(name: "ID", summary: "The cluster's resource ID", isRequired: true)],
    options: [Options.location.required, isPrivate, localAccountsOff, entra, ranges, Options.dryRun],
    example: """
      trusted-access-server clusters register -l eastus /subscriptions/SUB/resourceGroups/myGroup/providers/\
      Microsoft.ContainerService/managedClusters/myCluster
      """
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "clusters/register") { writer in
      writer.member("id", arguments.operands[0])
      writer.member("location", arguments[Options.location] ?? "")
      writer.member("enablePrivateCluster", arguments.has(isPrivate))
      writer.member("disableLocalAccounts", arguments.has(localAccountsOff))
      writer.member("enableAAD", arguments.has(entra))
      writer.member(
        "authorizedIPRanges", arguments.all(ranges).flatMap { $0.split(separator: ",") }.map(String.init))
      writer.member("dryRun", arguments.has(Options.dryRun))
    }
    if let text = changed.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }

  // The names of 'az aks create'.
  private static let isPrivate = Option("--enable-private-cluster", "The API server has a private address only")
  private static let localAccountsOff = Option("--disable-local-accounts", "Local accounts are off")
  private static let entra = Option("--enable-aad", "People sign in with Microsoft Entra ID")
  private static let ranges = Option(
    "--api-server-authorized-ip-ranges", value: "RANGES",
    "The ranges that may reach the API server, with commas between")

  private static let clustersUnregister = Command(
    "unregister", "Take a cluster out of the local store",
    operands: [
      Operand(
        name: "ID", summary: "The cluster's resource ID", isRequired: true,
        offers: .output(of: "resource-ids complete --expect cluster -o tsv", takesWord: true))
    ],
    options: [Options.force, Options.dryRun]
  ) { arguments, console throws(CommandFailure) in
    let result = try MethodCall(arguments).result(of: "clusters/unregister") { writer in
      writer.member("id", arguments.operands[0])
      writer.member("force", arguments.has(Options.force))
      writer.member("dryRun", arguments.has(Options.dryRun))
    }
    if let text = changed.text(of: result, as: arguments.format) { console.print(text) }
    return 0
  }
}
