/// Where a program keeps what it must not lose, and what it can fetch again.
///
/// Source: XDG Base Directory Specification 0.8. A path in a variable that is not absolute is ignored, as it says.
package struct StandardFolders: Sendable {
  /// For what must survive a restart: `$XDG_STATE_HOME`, or `$HOME/.local/state`; `nil` if neither is known.
  package let state: String?

  /// For what can be fetched again: `$XDG_CACHE_HOME`, or `$HOME/.cache`; `nil` if neither is known.
  package let cache: String?

  /// Reads the environment.
  ///
  /// - Parameter variable: the value of the environment variable of that name.
  package init(variable: (_ name: String) -> String?) {
    func folder(_ name: String, below suffix: String) -> String? {
      if let path = variable(name), path.hasPrefix("/") { return path }
      guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
      return home == "/" ? "/\(suffix)" : "\(home)/\(suffix)"
    }
    state = folder("XDG_STATE_HOME", below: ".local/state")
    cache = folder("XDG_CACHE_HOME", below: ".cache")
  }
}
