internal import TrustedAccess

// The subscription that the Azure CLI works on where a command names none.

extension AzureCommandLine {
  /// The name that stands for it among a document's definitions; no variable has a blank in its name.
  package static let account = "az account"

  /// A reference to it.
  static func account(at place: Int) -> Expression {
    Expression([.init(.reference, account, at: place..<place)], range: place..<place, quoting: .none)
  }

  /// What a command makes of it: `az account set` chooses it, and behind `az login` and its kin it is another. So it is
  /// behind what makes or deletes clusters and groups, for a cluster of the same name is another one then. `nil` for
  /// commands that leave it as it is.
  ///
  /// - Parameter words: the command's words from `az` on.
  static func changeOfAccount(by words: [Expression]) -> Definition? {
    guard let program = words.first, isProgram(program), words.count > 1 else { return nil }
    let texts = words.dropFirst().prefix(2).map { ($0.literal ?? "").lowercased() }
    let range = program.range.lowerBound..<Swift.max(program.range.upperBound, words[1].range.upperBound)
    switch (texts[0], texts.last) {
    case ("account", "set"):
      let value = AzureArguments(words.dropFirst(3)) { AzureOption.named($0, among: accountOptions) }
        .values { $0.meaning == .subscription }?.first
      return Definition(account, value.flatMap { $0.isSubscriptionID ? $0 : nil }, at: range)
    case ("login", _), ("logout", _), ("account", "clear"), ("cloud", "set"), ("configure", _), ("config", "set"),
      ("aks", "create"), ("aks", "delete"), ("group", "create"), ("group", "delete"):
      return Definition(account, nil, at: range)
    default: return nil
    }
  }

  private static let accountOptions = [
    AzureOption("--subscription", "--name", "-n", "-s", meaning: .subscription)
  ]
}

extension Expression {
  /// Whether it is the ID of a subscription, or a variable that may hold one.
  fileprivate var isSubscriptionID: Bool {
    guard let text = literal else { return parts.count == 1 && parts[0].kind == .reference }
    return text.utf8.count == 36 && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isHexadecimal }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 6 }
}
