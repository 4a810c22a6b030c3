/// Options that commands share, so that one name means one thing everywhere. The names are the Azure CLI's where it has one.
enum Options {
  // MARK: Of every command

  static let help = Option("--help", short: "-h", "Show this help")
  static let version = Option("--version", "Show the program's version")
  static let output = Option(
    "--output", short: "-o", value: "FORMAT", "How the result is printed; json if left out",
    choices: OutputFormat.allCases.map(\.rawValue))
  static let store = Option(
    "--store", value: "DIR", "The folder of the local store", offers: .folders)
  static let offline = Option("--offline", "Ask no live source of role lists")
  static let roleListTimeToLive = Option(
    "--role-list-ttl", value: "DURATION",
    "For how long a fetched role list counts as fresh: 90s, 30m, 24h, 7d; 24h if left out")
  static let onlyShowErrors = Option("--only-show-errors", "Print no warnings")

  /// Those that say what a command works with.
  static let ofContext = [store, offline, roleListTimeToLive]

  static let ofEveryCommand = [output] + ofContext + [onlyShowErrors, help] + ofAzureCLI

  /// Options of the Azure CLI that change nothing here, or that there is another way for.
  private static let ofAzureCLI = [
    Option("--debug", "Increase logging verbosity").hidden,
    Option("--verbose", "Increase logging verbosity").hidden,
    Option("--acquire-policy-token", "Acquire an Azure Policy token").hidden,
    Option("--change-reference", value: "ID", "The related change").hidden,
    Option("--query", value: "JMESPATH", "Select parts of the result")
      .refused("--query is not supported: print JSON, as it is without --output, and select with jq"),
  ]

  // MARK: What is meant

  static let resourceGroup = Option(
    "--resource-group", short: "-g", value: "NAME", "The cluster's resource group")
  static let clusterName = Option(
    "--cluster-name", value: "NAME", "The cluster's name",
    offers: .output(of: "clusters list -o tsv", passing: [store]))
  static let subscription = Option(
    "--subscription", value: "ID", "The cluster's subscription; found among the registered clusters if left out")
  static let cluster = Option(
    "--cluster", value: "ID", "The cluster's resource ID, instead of its names",
    offers: .output(of: "resource-ids complete --expect cluster -o tsv", takesWord: true, passing: [store]))
  /// A cluster that a command works on.
  static let clusterOptions = [resourceGroup, clusterName, subscription, cluster]

  /// A cluster that is the command's own subject: 'az aks create' calls its name so.
  static let ownClusterOptions = [
    resourceGroup,
    Option(
      "--cluster-name", aliases: ["--name"], short: "-n", value: clusterName.value, clusterName.summary,
      offers: clusterName.offers),
    Option("--subscription", value: "ID", "The cluster's subscription"), cluster,
  ]

  static let bindingName = Option(
    "--name", short: "-n", value: "NAME", "The binding's name",
    offers: .output(of: "bindings list -o tsv", passing: clusterOptions + [store]))
  static let newBindingName = Option("--name", short: "-n", value: "NAME", "The binding's name")
  static let source = Option(
    "--source-resource-id", value: "ID", "The resource that is given the roles",
    offers: .output(of: "resource-ids complete --expect source -o tsv", takesWord: true, passing: [store]))
  static let roles = Option(
    "--roles", value: "ROLES", "The roles, with commas between; may be given several times", isList: true,
    offers: rolesForSource)
  /// Roles by what is typed of them, and by what they are for where that is known.
  static let rolesForSource = Offers.output(of: "roles complete -o tsv", takesWord: true, passing: [source, location])
  static let location = Option(
    "--location", short: "-l", value: "LOCATION", "An Azure location, eastus",
    offers: .output(of: "catalog status -o tsv", passing: []))
  static let sourceType = Option("--source-type", value: "TYPE", "Only roles for sources of this type")

  // MARK: How a change is made

  static let dryRun = Option("--dry-run", "Only check the change, and print what it would give")
  static let yes = Option("--yes", short: "-y", "Do not ask before deleting")
  static let ifMatch = Option("--if-match", value: "ETAG", "Change the binding only if it still has this etag")
  static let force = Option("--force", "Take the cluster out together with its bindings")
}
