import Server

extension ParsedArguments {
  /// What the server's methods work with: the user's own folders, unless the command line says otherwise.
  func configuration() throws(CommandFailure) -> ServerContext.Configuration {
    var configuration = ServerContext.Configuration.standard
    if let store = self[Options.store] { configuration.store = store }
    configuration.isOffline = has(Options.offline)
    if let text = self[Options.roleListTimeToLive] {
      guard let duration = milliseconds(of: text) else {
        throw .usage("\(Options.roleListTimeToLive.key) takes a duration such as 90s, 30m, 24h or 7d, not '\(text)'")
      }
      configuration.roleListTimeToLive = duration
    }
    return configuration
  }
}

/// A duration in milliseconds: a whole number and one of `s`, `m`, `h` and `d`; `nil` for another text, and where it does
/// not fit.
private func milliseconds(of text: String) -> Int64? {
  let units: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
  guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), number >= 0 else {
    return nil
  }
  let (duration, overflow) = number.multipliedReportingOverflow(by: unit)
  return overflow ? nil : duration
}
