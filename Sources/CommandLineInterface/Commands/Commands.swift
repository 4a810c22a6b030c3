import Server

extension Command {
  /// Every command.
  static var root: Command {
    Command(group: ServerInfo.name, "Role bindings, roles and resource IDs of AKS Trusted Access") { all }
  }

  private static var all: [Command] {
    [
      .serve, .call,
      .bindings, .roles, .clusters, .access, .resourceIDs, .catalog, .diagnose,
      .completions, .azureCLI,
    ]
  }
}
