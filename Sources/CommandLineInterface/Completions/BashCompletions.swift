import Server

/// Completions for bash: one function, which finds the command by its words and then offers what fits.
enum BashCompletions {
  static func text(for root: Command) -> String {
    let leaves = root.leaves()
    let groups = root.groups()
    let valueOptions = Set(leaves.flatMap { $0.command.allOptions }.filter { $0.value != nil }.flatMap(\.names))
      .sorted()
    return """
      # Completions of \(ServerInfo.name) for bash: source this file.
      # Offers the first column of what the program prints: what starts with the word or, if nothing does, the best match.
      _trusted_access_server_offer() {
        local line lines=()
        while read -r line; do lines+=("$line"); done < <("${COMP_WORDS[0]}" "$@" 2>/dev/null | cut -f1)
        local IFS=$'\\n'
        COMPREPLY=($(compgen -W "${lines[*]}" -- "$cur"))
        if [[ ${#COMPREPLY[@]} == 0 && ${#lines[@]} != 0 ]]; then COMPREPLY=("${lines[0]}"); fi
      }
      _trusted_access_server() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word skip= operands=0 i
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ $skip ]]; then skip=; continue; fi
          case $word in
            \(valueOptions.joined(separator: "|"))) skip=1 ;;
            -*) ;;
            *)
              case "$command $word" in
                \((groups.filter { !$0.path.isEmpty }.map(\.path) + leaves.map(\.path)).map { "' \($0.joined(separator: " "))'" }.joined(separator: "|"))) command="$command $word" ;;
                *) operands=$((operands + 1)) ;;
              esac ;;
          esac
        done
        case "$command:$prev" in
      \(leaves.flatMap { leaf in leaf.command.shownOptions.filter { $0.value != nil }.map { option in
          "    \(option.names.map { "' \(leaf.path.joined(separator: " ")):\($0)'" }.joined(separator: "|"))) \(reply(option.choices, option.offers)); return ;;"
        } }.joined(separator: "\n"))
        esac
        case "$command" in
      \(groups.map { path, group in
          "    '\(path.isEmpty ? "" : " " + path.joined(separator: " "))') \(reply(group.commands.filter { !$0.isHidden }.map(\.name) + ["--help"] + (path.isEmpty ? ["--version"] : []), .nothing)) ;;"
        }.joined(separator: "\n"))
      \(leaves.map { path, command in
          "    ' \(path.joined(separator: " "))')\n      if [[ $cur == -* ]]; then \(reply(command.shownOptions.flatMap(\.names), .nothing))\n"
          + command.operands.enumerated().map { index, operand in
            "      elif [[ $operands == \(index) ]]; then \(reply(operand.choices, operand.offers))\n"
          }.joined() + "      fi ;;"
        }.joined(separator: "\n"))
        esac
      }
      complete -F _trusted_access_server \(ServerInfo.name)
      """
  }

  /// The command that fills `COMPREPLY`.
  private static func reply(_ choices: [String], _ offers: Offers) -> String {
    if !choices.isEmpty {
      return "COMPREPLY=($(compgen -W $'\(choices.joined(separator: "\\n"))' -- \"$cur\"))"
    }
    switch offers {
    case .nothing: return "COMPREPLY=()"
    case .folders: return "COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .output(let command, let takesWord):
      let word = takesWord ? " -- \"$cur\"" : ""
      return "_trusted_access_server_offer \(command)\(word)"
    }
  }
}
