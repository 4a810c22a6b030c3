import Server

/// Completions for zsh. Zsh runs bash's through its own `bashcompinit`, so that both offer the same. So the
/// script keeps to what both shells know, and off the names that zsh has given a meaning, `path` among them.
struct ZshCompletions {
  private let root: Command

  /// Completions of everything below `root`.
  init(of root: Command) {
    self.root = root
  }

  /// The script.
  var text: String {
    """
    #compdef \(ServerInfo.name)
    # Completions of \(ServerInfo.name) for zsh: source this file after 'compinit'.
    autoload -U +X bashcompinit && bashcompinit
    \(BashCompletions(of: root).text)
    """
  }
}
