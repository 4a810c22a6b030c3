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
    ("completions z", ["zsh"]),
    ("--fr", ["--framing"]),
    ("--framing li", ["lines"]),
  ]

  @Test("Bash offers what fits", arguments: cases)
  func bash(line: String, offers: [String]) throws {
    try #expect(complete(line) == offers)
  }

  @Test("Bash takes an option with an equals sign for three words")
  func equalsSign() throws {
    try #expect(complete("roles list --output = t") == ["table", "tsv"])
    try #expect(complete("roles list --output = json --loc") == ["--location"])
    try #expect(complete("roles list --output =") == ["json", "none", "table", "tsv"])
  }

  private func complete(_ line: String) throws -> [String] {
    try program.register()
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try program.script(
      "bash",
      """
      source <("$PROGRAM" completions bash)
      complete -p trusted-access-server >/dev/null || exit 1
      COMP_WORDS=("$PROGRAM" \(words))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _trusted_access_server
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.outputLines.sorted()
  }

  @Test("Fish offers what fits", .enabled(if: Program.isInstalled("fish")), arguments: cases)
  func fish(line: String, offers: [String]) throws {
    try program.register()
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
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.outputLines.count == 3)
    #expect(outcome.outputLines.first?.contains("_trusted_access_server") == true)
    #expect(outcome.outputLines.dropFirst() == ["--source-resource-id", Sample.workload])
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
