import Testing

@Suite("Command lines that make no sense")
struct UsageTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  static let mistakes: [(line: String, message: String)] = [
    ("bindngs list", "unknown command 'bindngs'; did you mean 'bindings'?"),
    ("bindings delet", "unknown command 'delet'; did you mean 'delete'?"),
    ("nonsense", "unknown command 'nonsense'"),
    ("--nonsense", "unknown option '--nonsense'"),
    ("roles list --locaton eastus", "unknown option '--locaton'; did you mean '--location'?"),
    ("roles list --output yaml", "--output takes json, table, tsv, none, not 'yaml'"),
    ("roles list --output", "--output needs a value, FORMAT"),
    ("roles list -l --output json", "-l needs a value, LOCATION"),
    ("roles list --offline=yes", "--offline takes no value"),
    ("roles list east us", "unrecognized arguments: east us"),
    ("roles list --role-list-ttl soon", "--role-list-ttl takes a duration such as 90s, 30m, 24h or 7d, not 'soon'"),
    ("roles list --role-list-ttl 9223372036854775807d", "--role-list-ttl takes a duration"),
    ("roles list --query [].name", "--query is not supported"),
    ("roles show", "the following arguments are required: ROLE"),
    ("roles validate --roles a,,b", "--roles has an empty part in 'a,,b'"),
    ("roles validate --roles a,", "--roles has an empty part in 'a,'"),
    ("bindings create --cluster x", "the following arguments are required: --name/-n, --source-resource-id, --roles"),
    ("bindings list", "the following arguments are required: --resource-group/-g, --cluster-name, or --cluster"),
    ("bindings list -g rg", "the following arguments are required: --cluster-name, or --cluster"),
    ("bindings list --cluster x -g rg", "--cluster says it all: leave out --resource-group"),
    ("clusters register -g rg -n aks -l eastus", "the following arguments are required: --subscription, or --cluster"),
    ("bindings render cobol -n ml --cluster x", "FORMAT is az, powershell, "),
    ("completions tcsh", "SHELL is bash, zsh, fish, not 'tcsh'"),
    ("call", "the following arguments are required: METHOD"),
    ("call roles/list 3", "PARAMS is neither an object nor an array"),
    ("call roles/list {", "PARAMS is not JSON: "),
    ("serve --framing morse", "--framing takes headers, lines, not 'morse'"),
    ("serve --message-limit 1K", "--message-limit takes a number of bytes, not '1K'"),
    ("serve --message-limit 0", "--message-limit takes a number of bytes, not '0'"),
    ("serve --clientProcessId me", "--clientProcessId takes the number of a process, not 'me'"),
  ]

  @Test(
    "Each ends with 2, and one line says what was wrong, what would be right, and where help is", arguments: mistakes)
  func mistake(line: String, message: String) throws {
    let outcome = try program.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("ERROR: \(message)"), "\(outcome.errors)")
    #expect(outcome.errors.contains("--help' tells more)"))
  }

  @Test("An option's value may be attached, and may start with a hyphen then")
  func attachedValues() throws {
    for option in ["-otsv", "-o=tsv", "--output=tsv"] {
      let outcome = try program.run("roles", "list", option)
      #expect(outcome.outputLines.first == "backup-operator\tMicrosoft.DataProtection/backupVaults")
    }
    try program.register()
    let shown = try program.run(["bindings", "show", "--name=-odd-"] + Program.cluster)
    #expect(shown.status == 3)
    #expect(shown.errors.contains("binding -odd- in"))
    #expect(try program.run("roles", "show", "-o", "tsv", "--", "mlworkload").status == 0)
    #expect(try program.run("resource-ids", "validate", "--", "--help").status == 1)
  }
}
