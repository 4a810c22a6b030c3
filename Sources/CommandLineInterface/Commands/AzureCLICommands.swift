extension Command {
  /// The commands as the Azure CLI spells them, `aks trustedaccess role list`, so that a script can put this program in
  /// its place.
  static let azureCLI = Command(group: "aks", "The commands as the Azure CLI spells them", isHidden: true) {
    [
      Command(group: "trustedaccess", "Trusted Access") {
        [
          Command(group: "role", "Roles") { Command.roles.commands },
          Command(group: "rolebinding", "Role bindings") { Command.bindings.commands },
        ]
      }
    ]
  }
}
