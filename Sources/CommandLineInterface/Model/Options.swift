/// Options that commands share, so that one name means one thing everywhere. The names are the Azure CLI's where it has one.
enum Options {
  // MARK: Of every command

  static let help = Option("--help", short: "-h", "Show this help")
  static let output = Option(
    "--output", short: "-o", value: "FORMAT", "How the result is printed; json if left out",
    choices: OutputFormat.allCases.map(\.rawValue))
  static let store = Option(
    "--store", value: "DIR", "The folder of the local store", offers: .folders)
  static let offline = Option("--offline", "Ask no live source of role lists")
  static let onlyShowErrors = Option("--only-show-errors", "Print no warnings")

  static let ofEveryCommand = [output, store, offline, onlyShowErrors, help]

  // MARK: What is meant

  static let resourceGroup = Option(
    "--resource-group", short: "-g", value: "NAME", "The cluster's resource group")
  static let clusterName = Option(
    "--cluster-name", value: "NAME", "The cluster's name",
    offers: .output(of: "clusters list -o tsv", takesWord: false))
  static let subscription = Option(
    "--subscription", value: "ID", "The cluster's subscription; found among the registered clusters if left out")
  static let cluster = Option(
    "--cluster", value: "ID", "The cluster's resource ID, instead of its name and group",
    offers: .output(of: "resource-ids complete --expect cluster -o tsv", takesWord: true))
  static let clusterOptions = [resourceGroup, clusterName, subscription, cluster]

  static let bindingName = Option("--name", short: "-n", value: "NAME", "The binding's name")
  static let source = Option(
    "--source-resource-id", value: "ID", "The resource that is given the roles",
    offers: .output(of: "resource-ids complete --expect source -o tsv", takesWord: true))
  static let roles = Option(
    "--roles", value: "ROLES", "The roles, separated by commas",
    offers: .output(of: "roles complete -o tsv", takesWord: true))
  static let location = Option("--location", short: "-l", value: "LOCATION", "An Azure location, eastus")
  static let sourceType = Option("--source-type", value: "TYPE", "Only roles for sources of this type")

  // MARK: How a change is made

  static let dryRun = Option("--dry-run", "Only check the change, and print what it would give")
  static let yes = Option("--yes", short: "-y", "Do not ask before deleting")
  static let ifMatch = Option("--if-match", value: "ETAG", "Change the binding only if it still has this etag")
  static let force = Option("--force", "Take the cluster out together with its bindings")
}
