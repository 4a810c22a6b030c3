/// `az aks trustedaccess rolebinding` for a POSIX shell. Source: the help of azure-cli 2.91.0.
enum AzureCLI {
  static func render(_ binding: RenderedBinding) -> String {
    switch binding.operation {
    case .create: create(binding) + "\n"
    case .update: update(binding) + "\n"
    case .createOrUpdate:
      """
      if \(command("show", on: binding, [("--output", "none")])) 2>/dev/null
      then
      \(update(binding))
      else
      \(create(binding))
      fi

      """
    case .delete: command("delete", on: binding, [], flag: "--yes") + "\n"
    }
  }

  private static func create(_ binding: RenderedBinding) -> String {
    command("create", on: binding, [("--source-resource-id", binding.sourceID), roles(of: binding)])
  }

  private static func update(_ binding: RenderedBinding) -> String {
    command("update", on: binding, [roles(of: binding)])
  }

  /// One word, split at commas and not trimmed by the CLI.
  private static func roles(of binding: RenderedBinding) -> (String, String) {
    ("--roles", binding.roleNames.joined(separator: ","))
  }

  private static func command(
    _ verb: String, on binding: RenderedBinding, _ options: [(String, String)], flag: String? = nil
  ) -> String {
    let target = [
      ("--subscription", binding.subscriptionID),
      ("--resource-group", binding.resourceGroup),
      ("--cluster-name", binding.clusterName),
      ("--name", binding.bindingName),
    ]
    let words = (target + options).map { option($0, $1) } + (flag.map { [$0] } ?? [])
    return (["az aks trustedaccess rolebinding \(verb)"] + words).joined(separator: " \\\n  ")
  }

  /// An option with its value. A value that starts with a hyphen, as a binding's name may, must be joined to the option,
  /// or the CLI takes it for one.
  private static func option(_ name: String, _ value: String) -> String {
    name + (value.hasPrefix("-") ? "=" : " ") + word(value)
  }

  /// The value as one word of a POSIX shell.
  private static func word(_ value: String) -> String {
    if !value.isEmpty, value.utf8.allSatisfy({ $0.isPlainInShell }) { return value }
    return "'" + value.escapingScalars { $0 == "'" ? #"'\''"# : nil } + "'"
  }
}

extension UInt8 {
  /// Whether the byte means itself, outside of quotes, in every POSIX shell and zsh, wherever it stands.
  fileprivate var isPlainInShell: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
