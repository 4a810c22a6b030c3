import TrustedAccess

extension PolicyRule {
  /// A rule in short: verbs, a blank, and either `groups:resources`, with `@names` behind, or paths; each a list with
  /// commas. `get,list :pods,pods/log@web` is for the core group.
  init(_ short: String) {
    let list = { (text: Substring) in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let parts = short.split(separator: " ", maxSplits: 1)
    let (verbs, target) = (list(parts[0]), parts[1])
    guard !target.hasPrefix("/") else {
      self.init(verbs: verbs, nonResourceURLs: list(target))
      return
    }
    let colon = target.firstIndex(of: ":") ?? target.startIndex
    let at = target.firstIndex(of: "@") ?? target.endIndex
    self.init(
      verbs: verbs, apiGroups: list(target[..<colon]), resources: list(target[target.index(after: colon)..<at]),
      resourceNames: at == target.endIndex ? [] : list(target[target.index(after: at)...]))
  }
}
