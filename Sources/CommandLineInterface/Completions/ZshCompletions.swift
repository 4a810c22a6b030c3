import Server

/// Completions for zsh. Zsh runs bash's through its own `bashcompinit`, so that both offer the same. So the
/// script keeps to what both shells know, and off the names that zsh has given a meaning, `path` among them.
enum ZshCompletions {
  static func text(for root: Command) -> String {
    """
    #compdef \(ServerInfo.name)
    # Completions of \(ServerInfo.name) for zsh: source this file after 'compinit'.
    autoload -U +X bashcompinit && bashcompinit
    \(BashCompletions.text(for: root))
    """
  }
}
