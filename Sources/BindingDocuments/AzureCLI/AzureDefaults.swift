internal import TrustedAccess

// The group and the location that the Azure CLI takes where a command names none.

extension AzureCommandLine {
  /// The variable that holds the default group; `az configure --defaults group=…` does the same. Source: Azure CLI docs,
  /// "Azure CLI configuration", "CLI configuration values and environment variables".
  static let defaultGroup = "AZURE_DEFAULTS_GROUP"

  /// The variable that holds the default location.
  static let defaultLocation = "AZURE_DEFAULTS_LOCATION"

  /// A reference to a default.
  static func reference(to name: String, at place: Int) -> Expression {
    Expression([.init(.reference, name, at: place..<place)], range: place..<place, quoting: .none)
  }

  /// Everything that a command defines for those behind it: its account, and defaults.
  ///
  /// - Parameter words: the command's words from `az` on.
  package static func definitions(by words: [Expression]) -> [Definition] {
    guard let program = words.first, isProgram(program) else { return [] }
    return (changeOfAccount(by: words).map { [$0] } ?? []) + defaults(by: words)
  }

  /// What `az configure --defaults group=… location=…` and `az config set defaults.group=…` set.
  private static func defaults(by words: [Expression]) -> [Definition] {
    let texts = words.dropFirst().prefix(2).map { $0.literal ?? "" }
    let prefix: String
    switch (texts.first, texts.last) {
    case ("configure", _): prefix = ""
    case ("config", "set"): prefix = "defaults."
    default: return []
    }
    return words.dropFirst(2).flatMap { word in
      [("group", defaultGroup), ("location", defaultLocation)].compactMap { key, name in
        let text = ExpressionText(word)
        let start = Array("\(prefix)\(key)=".utf8)
        guard text.bytes.starts(with: start) else { return nil }
        let value = text.expression(start.count..<text.bytes.count)
        return Definition(name, value.literal == "" ? nil : value, at: word.range)
      }
    }
  }
}
