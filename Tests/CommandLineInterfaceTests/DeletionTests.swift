import Testing

@Suite("A deletion is agreed to")
struct DeletionTests {
  let program: Program

  init() throws {
    program = try Program()
    try program.register()
    try program.create()
  }

  private var isThere: Bool {
    get throws { try program.ml("show").status == 0 }
  }

  private func deleteInTerminal(typing text: String) throws -> Program.Outcome {
    try program.runInTerminal(
      "bindings", "delete", "-n", "ml", "--cluster", Sample.cluster, typed: text, environment: ["NO_COLOR": "1"])
  }

  @Test("Without a terminal it fails with the Azure CLI's words, and says whom it would disconnect")
  func noTerminal() throws {
    let refused = try program.ml("delete")
    #expect(refused.status == 1)
    #expect(refused.output == "")
    #expect(
      refused.errorLines == [
        "Deleting the binding ml disconnects \(Sample.workspace) from \(Sample.cluster).",
        "WARNING: Unable to prompt for confirmation as no tty available. Use --yes.",
        "ERROR: Operation cancelled.",
      ])
    #expect(try isThere)
  }

  @Test(
    "In a terminal it says whom it disconnects, asks until it understands, and takes yes for yes",
    arguments: ["y", "YES", "what?\ny"])
  func agreed(answer: String) throws {
    let deleted = try deleteInTerminal(typing: "\(answer)\n")
    #expect(deleted.status == 0, "\(deleted)")
    #expect(deleted.errors.contains("disconnects \(Sample.workspace) from \(Sample.cluster)"))
    let question = "Are you sure you want to perform this operation? (y/n): "
    #expect(
      deleted.errors.split(separator: question, omittingEmptySubsequences: false).count == answer.split(separator: "\n")
        .count + 1)
    #expect(try !isThere)
  }

  @Test("A no, and the end of input, change nothing", arguments: ["n\n", "No\n", "\u{04}"])
  func refused(typed: String) throws {
    let kept = try deleteInTerminal(typing: typed)
    #expect(kept.status == 1)
    #expect(kept.errors.hasSuffix("ERROR: Operation cancelled.\n"))
    #expect(try isThere)
  }

  @Test("A dry run asks nothing and changes nothing")
  func dryRun() throws {
    let outcome = try program.ml("delete", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("would be deleted"))
    #expect(outcome.errors.contains(Sample.workspace))
    #expect(try isThere)
  }

  @Test("An etag that is not the binding's any more keeps it, --yes or not")
  func etag() throws {
    #expect(try program.ml("delete", "--yes", "--if-match", "old").status == 1)
    #expect(try isThere)
  }
}
