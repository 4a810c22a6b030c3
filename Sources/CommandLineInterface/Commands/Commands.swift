import Server

extension Command {
  /// Every command.
  static var root: Command {
    Command(
      group: ServerInfo.name, "Grants Azure services access to AKS clusters: role bindings of AKS Trusted Access",
      details: """
        Without a command it serves JSON-RPC on standard input and output, for editors and programs. The commands do \
        the same work from a shell: on clusters that are registered in a store of this machine, which behaves as AKS \
        does. 'aks trustedaccess role' and 'aks trustedaccess rolebinding' are understood as the Azure CLI has them.
        """, notes: notes
    ) { all }
  }

  private static var all: [Command] {
    [
      .serve, .call, .check,
      .bindings, .roles, .clusters, .access, .resourceIDs, .catalog, .diagnose,
      .completions, .azureCLI,
    ]
  }

  private static var notes: [Note] {
    [
      Note(
        title: "Output",
        rows: [
          (
            "",
            """
            Results go to standard output, everything else to standard error. With '--output json', as without, role \
            bindings and roles have the shape that the Azure CLI prints; 'table' is for people, cut to the width of a \
            terminal; 'tsv' has the same columns without titles, one row a line, lists with commas between.
            """
          )
        ]),
      Note(
        title: "Exit status",
        rows: [
          ("0", "Done"),
          ("1", "The service or the store said no; or what was checked is not valid, allowed or healthy"),
          ("2", "The command line makes no sense"),
          ("3", "The cluster, binding, role or file is not there"),
        ]),
      Note(
        title: "Environment",
        rows: [
          ("XDG_STATE_HOME", "Where the store is, below '\(ServerInfo.name)/store'; ~/.local/state if not set"),
          ("XDG_CACHE_HOME", "Where fetched role lists are, below '\(ServerInfo.name)/roles'; ~/.cache if not set"),
          ("NO_COLOR", "If set and not empty, messages have no colours"),
        ]),
    ]
  }
}
