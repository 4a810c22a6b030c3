import TrustedAccess

/// What a command was given.
struct ParsedArguments: Sendable {
  /// The command as it was called: `bindings create`.
  var path: [String]

  /// The values of options by their first names, in the order given; an option without a value has an empty one.
  var values: [String: [String]] = [:]

  /// The words that belong to no option.
  var operands: [String] = []

  /// The value of an option, the last one if it was given several times.
  subscript(option: Option) -> String? { values[option.key]?.last }

  /// All values of an option.
  func all(_ option: Option) -> [String] { values[option.key] ?? [] }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.key] != nil }
}

extension Command {
  /// What a command line asks for.
  enum Parsed {
    /// A command, with what it is given.
    case run(Command, ParsedArguments)
    /// The help of a command or group.
    case help(Command, path: [String])
  }

  /// Reads a command line, this command's own name left out: names of groups and commands, then options and words in any
  /// order. `--option=value` is the same as `--option value`, and `-ovalue` as `-o value`; after `--` nothing is an option.
  ///
  /// - Throws: what makes no sense, and what would.
  func parse(_ arguments: ArraySlice<String>, path: [String]) throws(CommandFailure) -> Parsed {
    if case .group = task {
      guard let first = arguments.first else { return .help(self, path: path) }
      if Options.help.names.contains(first) { return .help(self, path: path) }
      let commands = commands
      guard let command = commands.first(where: { $0.answers(to: first) }) else {
        let kind = first.hasPrefix("-") ? "option" : "command"
        let near = first.nearest(among: commands.filter { !$0.isHidden }.map(\.name))
        throw .usage("unknown \(kind) '\(first)'\(near.map { "; did you mean '\($0)'?" } ?? "")")
      }
      return try command.parse(arguments.dropFirst(), path: path + [command.name])
    }
    return try parseOptions(arguments, path: path)
  }

  private func parseOptions(_ arguments: ArraySlice<String>, path: [String]) throws(CommandFailure) -> Parsed {
    var parsed = ParsedArguments(path: path)
    var rest = arguments
    var isLiteral = false
    while let argument = rest.popFirst() {
      if isLiteral || !argument.hasPrefix("-") || argument == "-" {
        parsed.operands.append(argument)
      } else if argument == "--" {
        isLiteral = true
      } else {
        let (name, attached) = argument.nameAndValue
        let option = try option(named: name)
        if option.key == Options.help.key { return .help(self, path: path) }
        if let refusal = option.refusal { throw .usage(refusal) }
        if let placeholder = option.value {
          // A name that stands where a value belongs shows that the value was forgotten. '--name=--roles' forces it.
          let next = rest.first.flatMap { isOption($0) ? nil : $0 }
          guard let value = attached ?? next else { throw .usage("\(name) needs a value, \(placeholder)") }
          if attached == nil { rest.removeFirst() }
          parsed.values[option.key, default: []] += try option.values(in: value, given: name)
        } else {
          guard attached == nil else { throw .usage("\(name) takes no value") }
          parsed.values[option.key, default: []].append("")
        }
      }
    }
    try checkCompleteness(of: parsed)
    return .run(self, parsed)
  }

  private func isOption(_ argument: String) -> Bool {
    let name = argument.nameAndValue.name
    return allOptions.contains { $0.names.contains(name) }
  }

  private func option(named name: String) throws(CommandFailure) -> Option {
    if let option = allOptions.first(where: { $0.names.contains(name) }) { return option }
    let near = name.nearest(among: allOptions.filter { !$0.isHidden }.flatMap(\.names).filter { $0.hasPrefix("--") })
    throw .usage("unknown option '\(name)'\(near.map { "; did you mean '\($0)'?" } ?? "")")
  }

  private func checkCompleteness(of parsed: ParsedArguments) throws(CommandFailure) {
    let missing = options.filter { $0.isRequired && !parsed.has($0) }.map(\.spelling)
    // The Azure CLI's words, which scripts may look for.
    guard missing.isEmpty else {
      throw .usage("the following arguments are required: \(missing.joined(separator: ", "))")
    }
    let required = operands.filter(\.isRequired)
    guard parsed.operands.count >= required.count else {
      throw .usage("the following arguments are required: \(required[parsed.operands.count].name)")
    }
    guard parsed.operands.count <= operands.count || operands.last?.isRepeated == true else {
      throw .usage("unrecognized arguments: \(parsed.operands[operands.count...].joined(separator: " "))")
    }
    for (operand, value) in zip(operands, parsed.operands)
    where !operand.choices.isEmpty && !operand.choices.contains(value) {
      throw .usage("\(operand.name) is \(operand.choices.joined(separator: ", ")), not '\(value)'")
    }
  }
}

extension Option {
  /// The values in one text, checked.
  ///
  /// - Parameter name: the name that the option was given by.
  fileprivate func values(in text: String, given name: String) throws(CommandFailure) -> [String] {
    guard choices.isEmpty || choices.contains(text) else {
      throw .usage("\(name) takes \(choices.joined(separator: ", ")), not '\(text)'")
    }
    guard isList else { return [text] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.withoutBlanksAround)
    guard !parts.contains("") else {
      throw .usage("\(name) has an empty part in '\(text)': it takes \(value ?? "values") with one comma between two")
    }
    return parts
  }

  /// The names as a message gives them: `--resource-group/-g`.
  var spelling: String { names.joined(separator: "/") }
}

extension Substring {
  fileprivate var withoutBlanksAround: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  /// An option's name and the value that is attached to it: `--output=tsv`, `-o=tsv`, `-otsv`.
  fileprivate var nameAndValue: (name: String, value: String?) {
    let isLong = hasPrefix("--")
    let end = isLong ? firstIndex(of: "=") ?? endIndex : index(startIndex, offsetBy: 2, limitedBy: endIndex) ?? endIndex
    guard end < endIndex else { return (self, nil) }
    let value = self[end...]
    return (String(self[..<end]), String(value.first == "=" ? value.dropFirst() : value))
  }
}
