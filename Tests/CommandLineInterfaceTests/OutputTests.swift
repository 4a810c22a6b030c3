import Foundation
import Testing

@Suite("What is printed")
struct OutputTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test("A binding has the members that the Azure CLI prints, in its order, then ours")
  func azureShape() throws {
    try program.register()
    let shown = try program.create()
    let names = shown.outputLines.filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    #expect(
      names == [
        "id", "name", "provisioningState", "resourceGroup", "roles", "sourceResourceId", "systemData", "type",
        "effective", "etag",
      ])
    let list = try program.run(["bindings", "list"] + Program.cluster)
    #expect(list.output.hasPrefix("[\n  {\n    \"id\": \"\(Sample.cluster)/trustedAccessRoleBindings/ml\",\n"))
  }

  /// The columns of a role binding, and what stands in them for the sample; the state is one of two, as time passes.
  private static func cells(_ state: String) -> [(title: String, text: String)] {
    [
      ("Name", "ml"), ("ProvisioningState", state), ("ResourceGroup", "rg"), ("SourceResourceId", Sample.workspace),
      ("Roles", Sample.workload), ("Effective", "pending"),
    ]
  }

  private static func table(_ cells: [(title: String, text: String)]) -> [String] {
    func line(_ texts: [String]) -> String {
      let padded = zip(texts, cells).map { text, cell in
        text + String(repeating: " ", count: max(cell.title.count, cell.text.count) - text.count)
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    let rule = cells.map { String(repeating: "-", count: max($0.title.count, $0.text.count)) }
    return [line(cells.map(\.title)), line(rule), line(cells.map(\.text))]
  }

  @Test("A table has the Azure CLI's columns first; tsv has the same without titles")
  func tables() throws {
    try program.register()
    try program.create()
    let states = ["Updating", "Succeeded"].map(Self.cells)
    let table = try program.run(["bindings", "list", "-o", "table"] + Program.cluster)
    #expect(states.map(Self.table).contains(table.outputLines))
    let tsv = try program.run(["bindings", "list", "-o", "tsv"] + Program.cluster)
    #expect(states.map { $0.map(\.text).joined(separator: "\t") + "\n" }.contains(tsv.output))
    try program.ml("update", "--roles", "\(Sample.workload),\(Sample.inference)")
    #expect(try program.ml("show", "-o", "tsv").output.contains("\t\(Sample.workload),\(Sample.inference)\t"))
  }

  @Test("A list without elements is [] in JSON and nothing in the other formats")
  func emptyLists() throws {
    #expect(try program.run("clusters", "list").output == "[]\n")
    for format in ["table", "tsv", "none"] {
      let outcome = try program.run("clusters", "list", "-o", format)
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
    }
  }

  @Test("A control character breaks no line of a table and commands no terminal")
  func controlCharacters() throws {
    let outcome = try program.run("resource-ids", "complete", "/subscriptions/a\tb\u{1B}[31m\nc/", "-o", "tsv")
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    let isClean = outcome.output.unicodeScalars.allSatisfy { $0 == "\t" || $0 == "\n" || $0.value >= 0x20 }
    #expect(isClean)
    let columns = outcome.outputLines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
    #expect(Set(columns) == [3])
  }

  @Test("In a terminal a table is cut to its width, and nowhere else")
  func width() throws {
    let whole = try program.run("roles", "list", "-o", "table")
    let isWide = whole.outputLines.contains { $0.count > 60 }
    #expect(isWide)
    let cut = try program.runInTerminal("roles", "list", "-o", "table", "--only-show-errors", typed: "", columns: 60)
    let lines = cut.errors.split(separator: "\n")
    #expect(lines.count == whole.outputLines.count)
    let longest = lines.map(\.count).max() ?? 0
    #expect((50...60).contains(longest))
    #expect(cut.errors.contains("…"))
  }

  @Test("Colours are for terminals, and not even there if NO_COLOR is set")
  func colors() throws {
    let plain = "ERROR: unknown command 'x'"
    #expect(try program.run("x").errors.hasPrefix(plain))
    #expect(try program.runInTerminal("x", typed: "").errors.hasPrefix("\u{1B}[31mERROR:\u{1B}[0m unknown command"))
    #expect(try program.runInTerminal("x", typed: "", environment: ["NO_COLOR": "1"]).errors.hasPrefix(plain))
    let isColored = try program.runInTerminal("x", typed: "", environment: ["NO_COLOR": ""]).errors.hasPrefix("\u{1B}")
    #expect(isColored)
  }

  @Test("A reader that goes away ends it without a word")
  func brokenPipe() throws {
    for prefix in ["", "trap '' PIPE; "] {
      let outcome = try program.script(
        "bash", #"{ \#(prefix)sleep 0; "$PROGRAM" call rpc.discover; "$PROGRAM" call rpc.discover; } | head -n 1"#)
      #expect(outcome.output == "{\n")
      #expect(outcome.errors == "")
    }
  }

  @Test("Output that cannot be written is an error")
  func fullDisk() throws {
    let outcome = try program.script("bash", #""$PROGRAM" call rpc.discover > /dev/full"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "ERROR: standard output: No space left on device\n")
  }

  @Test("--only-show-errors leaves out warnings")
  func onlyErrors() throws {
    #expect(try program.run("roles", "list").errors.hasPrefix("WARNING: "))
    #expect(try program.run("roles", "list", "--only-show-errors").errors == "")
  }

  static let verdicts: [(line: [String], status: Int32)] = [
    (["resource-ids", "validate", Sample.cluster], 0),
    (["resource-ids", "validate", "/subscriptions/x"], 1),
    (["resource-ids", "parse", Sample.cluster], 0),
    (["resource-ids", "parse", "x"], 1),
    (["resource-ids", "complete", "/sub"], 0),
    (["roles", "complete", "mlw"], 0),
    (["roles", "show", "mlworkload"], 0),
    (["roles", "validate", "--roles", Sample.workload], 0),
    (["roles", "validate", "--roles", "mlworkload"], 1),
    (["bindings", "validate", "-n", "ml", "--roles", Sample.workload], 0),
    (["bindings", "validate", "-n", "a_name_that_is_much_too_long"], 1),
    (["catalog", "status"], 0),
    (["catalog", "clear"], 0),
    (["catalog", "refresh", "-l", "eastus"], 1),
    (["diagnose"], 0),
  ]

  @Test("What is checked and not right ends with 1", arguments: verdicts)
  func verdict(line: [String], status: Int32) throws {
    for format in ["json", "table", "tsv"] {
      let outcome = try program.run(line + ["-o", format])
      #expect(outcome.status == status, "\(outcome)")
    }
  }

  @Test("A damaged role list is warned of, whatever the output, until it is cleared")
  func damagedRoleList() throws {
    let status = try program.run("catalog", "status")
    let cache = try #require((status.json() as? [String: Any])?["cache"] as? String)
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try Data("{".utf8).write(to: URL(filePath: "\(cache)/azurecloud..eastus.json"))
    for format in ["table", "json", "tsv"] {
      let outcome = try program.run("catalog", "status", "-o", format)
      #expect(outcome.status == 0)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("eastus.json.damaged-"), "\(outcome)")
      #expect(format != "table" || !outcome.output.contains("damaged"))
    }
    try program.run("catalog", "clear")
    #expect(try program.run("catalog", "status").errors.isEmpty)
  }

  @Test("--offline reaches the methods")
  func offline() throws {
    for (options, isOffline) in [([], false), (["--offline"], true)] {
      let status = try program.run(["catalog", "status"] + options)
      #expect((try status.json() as? [String: Any])?["offline"] as? Bool == isOffline)
    }
  }
}
