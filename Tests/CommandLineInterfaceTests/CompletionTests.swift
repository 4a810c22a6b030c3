import Foundation
import Testing

@Suite("Completions")
struct CompletionTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  /// Command lines whose last word is typed so far, and what is offered for it.
  static let cases: [(line: String, offers: [String])] = [
    ("bi", ["bindings"]),
    ("catalog ", ["clear", "refresh", "status"]),
    ("bindings create --so", ["--source-resource-id"]),
    ("rolebinding create --so", ["--source-resource-id"]),
    ("bindings show -n ml -o t", ["table", "tsv"]),
    ("bindings list --cluster-name ", ["aks"]),
    ("bindings list --cluster \(Sample.providers)/Microsoft.ContainerService/managedClusters/a", [Sample.cluster]),
    ("roles show mlw", [Sample.workload]),
    ("bindings create --roles mlw", [Sample.workload]),
    ("bindings create --roles a,mlw", ["a,\(Sample.workload)"]),
    ("call roleBindings/cr", ["roleBindings/create"]),
    ("bindings render te", ["terraform-azapi", "terraform-azurerm"]),
    ("bindings show \(named) -n ", ["backup", "ml"]),
    ("bindings show \(named) -n m", ["ml"]),
    ("bindings update --cluster \(Sample.cluster) --name ", ["backup", "ml"]),
    ("bindings delete \(named) --subscription \(Sample.subscription) -n b", ["backup"]),
    ("bindings delete -n ", []),
    ("bindings delete -g other --cluster-name aks -n ", []),
    ("bindings create \(named) -n ", []),
    ("bindings list --cluster-name other", []),
    ("bindings show --cluster=\(Sample.cluster) -n ", ["backup", "ml"]),
    ("roles list -l ", ["eastus"]),
    ("roles list --location w", []),
    ("bindings create --source-resource-id \(Sample.workspace) --roles Microsoft.Da", []),
    ("completions z", ["zsh"]),
    ("--fr", ["--framing"]),
    ("--framing li", ["lines"]),
  ]

  private static let named = "-g rg --cluster-name aks"

  /// Registers a cluster with two bindings.
  private func setUp() throws {
    try program.register()
    try program.create()
    try program.run(
      ["bindings", "create", "-n", "backup", "--source-resource-id", Sample.workspace, "--roles", Sample.inference]
        + Program.cluster)
  }

  @Test("Bash offers what fits", arguments: cases)
  func bash(line: String, offers: [String]) throws {
    try #expect(complete(line) == offers)
  }

  @Test("Bash takes an option with an equals sign for three words")
  func equalsSign() throws {
    try #expect(complete("roles list --output = t") == ["table", "tsv"])
    try #expect(complete("roles list --output = json --loc") == ["--location"])
    try #expect(complete("roles list --output =") == ["json", "none", "table", "tsv"])
    try #expect(complete("bindings show --cluster = \(Sample.cluster) -n ") == ["backup", "ml"])
    try #expect(complete("bindings show -g rg --cluster = -n m") == [])
  }

  @Test("Bash looks at words behind the cursor too, and takes them as a shell would")
  func otherWords() throws {
    let line = "bindings show -n b -g 'rg' --cluster-name a\\ks"
    try #expect(complete(line, at: 4) == ["backup"])
    try program.run(["clusters", "register", "--cluster", Sample.cluster, "-l", "eastus", "--store"] + [store])
    try #expect(complete("bindings list --store ~/a\\_store --cluster-name ") == ["aks"])
    try #expect(complete("bindings list --store '~/none' --cluster-name ") == [])
  }

  private var store: String { program.home.appending(path: "a store").path }

  /// What bash offers for a word of a line, the last one if it is not said which; `_` stands for a blank in a word.
  private func complete(_ line: String, at place: Int? = nil) throws -> [String] {
    try setUp()
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
      .map { "'\($0.replacing("'", with: #"'\''"#).replacing("_", with: " "))'" }.joined(separator: " ")
    let outcome = try program.script(
      "bash",
      """
      source <("$PROGRAM" completions bash)
      complete -p trusted-access-server >/dev/null || exit 1
      COMP_WORDS=("$PROGRAM" \(words))
      COMP_CWORD=\(place.map(String.init) ?? "$((${#COMP_WORDS[@]} - 1))")
      _trusted_access_server
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.outputLines.sorted()
  }

  @Test("Fish offers what fits", .enabled(if: Program.isInstalled("fish")), arguments: cases)
  func fish(line: String, offers: [String]) throws {
    try setUp()
    let outcome = try program.script(
      "fish",
      """
      set -x PATH (dirname $PROGRAM) $PATH
      $PROGRAM completions fish | source
      complete -C 'trusted-access-server \(line)' | cut -f1
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.outputLines.sorted() == offers)
  }

  @Test("Zsh takes the script and runs bash's function", .enabled(if: Program.isInstalled("zsh")))
  func zsh() throws {
    try setUp()
    let outcome = try program.script(
      "zsh",
      """
      autoload -U compinit && compinit -D
      source <("$PROGRAM" completions zsh)
      print -r -- $_comps[trusted-access-server]
      # As zsh's own 'compgen' calls a function of bash.
      emulate sh
      setopt kshglob noshglob braceexpand nounset
      COMP_CWORD=3
      COMP_WORDS=(trusted-access-server bindings create --so)
      _trusted_access_server
      printf '%s\\n' "${COMPREPLY[@]}"
      COMP_WORDS=("$PROGRAM" roles show mlw)
      _trusted_access_server
      printf '%s\\n' "${COMPREPLY[@]}"
      COMP_CWORD=8
      COMP_WORDS=("$PROGRAM" bindings update -g rg --cluster-name aks -n '')
      _trusted_access_server
      printf '%s\\n' "${COMPREPLY[@]}"
      COMP_CWORD=4
      COMP_WORDS=("$PROGRAM" bindings show -n x --cluster '=')
      _trusted_access_server
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.outputLines.first?.contains("_trusted_access_server") == true)
    #expect(outcome.outputLines.dropFirst() == ["--source-resource-id", Sample.workload, "backup", "ml"])
  }

  @Test("Each shell's own parser takes its script", arguments: ["bash", "zsh", "fish"])
  func syntax(shell: String) throws {
    guard Program.isInstalled(shell) else { return }
    let script = try program.run("completions", shell)
    #expect(script.status == 0)
    let checked = try program.script("bash", #"\#(shell) -n <("$PROGRAM" completions \#(shell))"#)
    #expect(checked.status == 0)
    #expect(checked.errors == "")
  }

  @Test("Options that are there for the Azure CLI's sake are not offered", arguments: ["bash", "fish"])
  func hidden(shell: String) throws {
    let script = try program.run("completions", shell).output
    #expect(!script.contains("acquire-policy-token' "))
    #expect(!script.contains("trustedaccess"))
  }
}
