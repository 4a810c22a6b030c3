import Server

/// Completions for bash: one function, which finds the command by its words and then offers what fits.
struct BashCompletions {
  private let groups: [CommandPlace]
  private let leaves: [CommandPlace]

  /// Completions of everything below `root`.
  init(of root: Command) {
    groups = root.groups()
    leaves = root.leaves()
  }

  /// The script.
  var text: String {
    """
    # Completions of \(ServerInfo.name) for bash: source this file.
    \(Self.helpers)
    _trusted_access_server() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= skip= operands=0 given=() lines=() word i
      COMPREPLY=()
      # Bash takes --option=value for three words.
      if [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
      if [[ $cur == '=' ]]; then cur=; fi
      # Options alone are those of 'serve'.
      if [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} == -* ]]; then command=' serve'; fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == '=' ]]; then skip=1; continue; fi
        if [[ $skip ]]; then skip=; continue; fi
        case $word in
          \(namesOfOptionsWithValues.joined(separator: "|"))) skip=1 ;;
          -*) ;;
          *)
            case "$command $word" in
    \(lines(of: (groups.dropFirst() + leaves).map(walk), indent: 10))
              *) operands=$((operands + 1)) ;;
            esac ;;
        esac
      done
      case "$command:$prev" in
    \(lines(of: leaves.flatMap(values), indent: 4))
      esac
      if [[ $cur == -* ]]; then
        case "$command" in
    \(lines(of: (groups + leaves).map(options), indent: 6))
        esac
      else
        case "$command:$operands" in
    \(lines(of: groups.map(names) + leaves.flatMap(operands), indent: 6))
        esac
      fi
    }
    complete -F _trusted_access_server \(ServerInfo.name)
    """
  }

  // Zsh runs this too, with 'nounset', and has no 'compopt'.
  private static let helpers = #"""
    # Offers those of the words that start with the one that is typed.
    _trusted_access_server_match() {
      local candidate
      COMPREPLY=()
      for candidate in "$@"; do
        if [[ $candidate == "$cur"* ]]; then COMPREPLY+=("$candidate"); fi
      done
    }
    # Takes those of the options that stand on the command line already, with their values.
    _trusted_access_server_take() {
      local name value i
      given=()
      for ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do
        for name in "$@"; do
          if [[ ${COMP_WORDS[i]} == "$name="* ]]; then
            value=${COMP_WORDS[i]#*=}
          elif [[ ${COMP_WORDS[i]} != "$name" ]]; then
            continue
          elif [[ ${COMP_WORDS[i+1]-} == '=' ]]; then
            value=${COMP_WORDS[i+2]-}
          else
            value=${COMP_WORDS[i+1]-}
          fi
          # A word is as it is typed: with quotes, and a tilde for the home.
          value=${value//[\\\"\']/}
          given+=("$name" "${value/#\~\//$HOME/}")
        done
      done
    }
    # Offers the first column of what the program prints.
    _trusted_access_server_offer() {
      local line
      lines=()
      while read -r line; do lines+=("$line"); done < <("${COMP_WORDS[0]}" "$@" 2>/dev/null | cut -f1)
      if [[ ${#lines[@]} != 0 ]]; then _trusted_access_server_match "${lines[@]}"; fi
    }
    # Offers what the program finds for the word; if nothing of it starts with the word, the best match.
    _trusted_access_server_find() {
      _trusted_access_server_offer "$@" -- "$cur"
      if [[ ${#lines[@]} == 0 ]]; then return; fi
      if [[ ${#COMPREPLY[@]} == 0 ]]; then COMPREPLY=("${lines[0]}"); fi
      # A resource ID goes on behind a segment.
      if [[ ${COMPREPLY[0]} == /* ]]; then compopt -o nospace 2>/dev/null; fi
    }
    # The same for the last part of a list with commas.
    _trusted_access_server_find_part() {
      local whole=$cur
      local cur=${cur##*,}
      _trusted_access_server_find "$@"
      if [[ ${#COMPREPLY[@]} != 0 ]]; then COMPREPLY=("${COMPREPLY[@]/#/${whole%"$cur"}}"); fi
    }
    """#

  private var namesOfOptionsWithValues: [String] {
    Set(leaves.flatMap { $0.command.allOptions }.filter { $0.value != nil }.flatMap(\.names)).sorted()
  }

  /// Goes on from a group to one of its commands, by any of its names.
  private func walk(to place: CommandPlace) -> String {
    let parent = place.path.dropLast().map { " \($0)" }.joined()
    let names = ([place.command.name] + place.command.aliases).map { "'\(parent) \($0)'" }
    return "\(names.joined(separator: "|"))) command='\(place.words)' ;;"
  }

  /// Offers values of a command's options.
  private func values(of place: CommandPlace) -> [String] {
    place.command.shownOptions.filter { $0.value != nil }.map { option in
      let names = option.names.map { "'\(place.words):\($0)'" }
      return
        "\(names.joined(separator: "|"))) \(reply(option.choices, option.offers, isList: option.isList)); return ;;"
    }
  }

  /// Offers a group's commands.
  private func names(of place: CommandPlace) -> String {
    "'\(place.words):0') \(reply(place.command.commands.filter { !$0.isHidden }.map(\.name))) ;;"
  }

  /// Offers words for a command's operands.
  private func operands(of place: CommandPlace) -> [String] {
    place.command.operands.enumerated().map { index, operand in
      let number = operand.isRepeated ? "'*" : "\(index)'"
      return "'\(place.words):\(number)) \(reply(operand.choices, operand.offers)) ;;"
    }
  }

  /// Offers the options of a command or group.
  private func options(of place: CommandPlace) -> String {
    let isRoot = place.path.isEmpty
    let options = isRoot ? Command.serve.shownOptions + [Options.version] : place.command.shownOptions
    return "'\(place.words)') \(reply(options.flatMap(\.names))) ;;"
  }

  /// The command that fills `COMPREPLY`.
  private func reply(_ choices: [String], _ offers: Offers = .nothing, isList: Bool = false) -> String {
    if !choices.isEmpty { return "_trusted_access_server_match \(choices.joined(separator: " "))" }
    switch offers {
    case .nothing: return ":"
    case .words(let words): return reply(words())
    case .folders: return "COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .files: return "COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .output(let command, let takesWord, let passing):
      let verb = !takesWord ? "offer" : isList ? "find_part" : "find"
      let call = "_trusted_access_server_\(verb) \(command)"
      let names = passing.flatMap(\.names).joined(separator: " ")
      return names.isEmpty ? call : "_trusted_access_server_take \(names); \(call) \"${given[@]}\""
    }
  }

  private func lines(of lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
