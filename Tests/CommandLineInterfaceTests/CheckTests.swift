import Foundation
import Testing

@Suite("A check of files")
struct CheckTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  static let wrong = "az aks trusted access rolebinding list -g rg --cluster-name aks\n"
  static let right = "az aks trustedaccess rolebinding list -g rg --cluster-name aks\n"
  static let unknownRole = """
    az aks trustedaccess rolebinding create -g rg --cluster-name aks -n ml --source-resource-id \(Sample.workspace) \\
      --roles Microsoft.MachineLearningServices/workspaces/mlworklod

    """

  /// Puts a file into the folder that is checked.
  func put(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let url = program.home.appending(path: "files/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Array(bytes)).write(to: url)
  }

  func put(_ name: String, _ text: String) throws { try put(name, text.utf8) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: program.home.appending(path: "files/\(name)")))
  }

  /// Checks in the folder, from within it.
  func check(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    try put("../in", input)
    return try program.script("bash", "cd '\(program.home.path)/files' && exec \"$PROGRAM\" check \(words) <../in")
  }

  // spec: CK-1, CK-3
  @Test("Findings are told with place, line and fix; the status tells how grave they are")
  func text() throws {
    try put("docs/page.md", "# é\n- 😀\n\n  ```azurecli\n\tx; \(Self.wrong)  ```\n")
    try put("clean.sh", Self.right)
    try put("other.txt", Self.wrong)
    let outcome = try check()
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        docs/page.md:5:5: error: There is no command 'az aks trusted access rolebinding list'; it is 'az aks \
        trustedaccess rolebinding list'. [unknown-command]
            \tx; az aks trusted access rolebinding list -g rg --cluster-name aks
            \t   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          fix: Use 'az aks trustedaccess rolebinding list'
        1 error in 2 files; --fix mends 1.

        """)
    let clean = try check("clean.sh")
    #expect(clean.status == 0)
    #expect(clean.output == "No findings in 1 file.\n")
  }

  // spec: CK-2
  @Test("What git ignores and settings exclude is not read; settings say how findings are told")
  func settings() throws {
    for name in ["a.sh", "ignored/a.sh", "excluded/a.sh", "sub/a.sh"] { try put(name, Self.wrong) }
    try put(".gitignore", "ignored/\n")
    try put(
      ".trusted-access.json", #"{"exclude": ["excluded"], "rules": {"unknown-command": "hint", "unknwon": "off"}}"#)
    try put("sub/.trusted-access.json", #"{"rules": {"unknown-command": "warning"}}"#)
    let outcome = try check()
    #expect(outcome.status == 1)
    #expect(
      outcome.outputLines.filter { $0.contains("[unknown-command]") }.map { $0.prefix(20) } == ["sub/a.sh:1:1: warnin"])
    #expect(
      outcome.errors == "WARNING: .trusted-access.json:1:69: there is no rule 'unknwon'; did you mean 'unknown-role'?\n"
        || outcome.errors.hasPrefix("WARNING: .trusted-access.json:1:"))
    #expect(try check("--severity", "hint").output.contains("a.sh:1:1: hint: "))
    #expect(try check("a.sh").status == 0)
    #expect(try check("excluded/a.sh", "--severity", "hint").output == "No findings in 0 files.\n")
    #expect(try check("ignored/a.sh", "--severity", "hint").output.contains("ignored/a.sh:1:1: hint: "))
  }

  // spec: CK-3
  @Test("Rules are selected and ignored by their codes")
  func selection() throws {
    try put("a.sh", Self.wrong + Self.unknownRole)
    #expect(try check("--select", "unknown-role").output.contains("[unknown-command]") == false)
    #expect(try check("--ignore", "unknown-role").output.contains("[unknown-role]") == false)
    #expect(
      try check("--select", "unknown-role,unknown-command").outputLines.last
        == "1 error, 1 warning in 1 file; --fix mends 2.")
    #expect(try check("--severity", "error").outputLines.last == "1 error in 1 file; --fix mends 1.")
    let mistaken = try check("--select", "unknwon-role")
    #expect(mistaken.status == 2)
    #expect(mistaken.errors.contains("--select: there is no rule 'unknwon-role'; did you mean 'unknown-role'?"))
  }

  static let mistakes: [(arguments: [String], error: String)] = [
    (["--fix", "--diff"], "--diff changes nothing and --fix does"), (["-", "a.sh"], "'-' stands alone"),
    (["-", "--fix"], "standard input cannot be mended"), (["-"], "nothing tells the language of standard input"),
    (["-", "--language", "perl"], "--language takes shellscript, "),
    (["--language", "yaml"], "is about standard input"),
    (["--format", "xml"], "--format takes text, json, sarif, github, junit, not 'xml'"),
    (["-o", "json"], "use --format"), (["--write-baseline"], "--write-baseline needs --baseline FILE"),
    (["--severity", "fatal"], "--severity takes "),
  ]

  // spec: CK-3
  @Test("A command line that makes no sense is told, with 2", arguments: mistakes)
  func usage(arguments: [String], error: String) throws {
    let outcome = try program.run(["check"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(error), "\(outcome.errors)")
  }

  // spec: CK-4
  @Test("A file is mended in place, its rights kept, in its encoding, and a second time changes nothing")
  func fix() throws {
    try put("a.sh", "#!/bin/sh\r\n" + Self.wrong + Self.unknownRole)
    try put("u.ps1", [0xFF, 0xFE] + "é; \(Self.wrong)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try put("b.md", [0xEF, 0xBB, 0xBF] + "```sh\n\(Self.wrong)```\n".utf8)
    let path = program.home.appending(path: "files/a.sh").path
    try FileManager.default.setAttributes([.posixPermissions: 0o751], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: program.home.path + "/files/link", withDestinationPath: "b.md")
    let diff = try check("--diff")
    #expect(diff.status == 1)
    #expect(diff.output.hasPrefix("--- a/a.sh\n+++ b/a.sh\n@@ -1,4 +1,4 @@\n #!/bin/sh\r\n-az aks trusted access"))
    #expect(diff.errors == "--fix mends 4 of 4 findings\n")
    let outcome = try check("--fix", "a.sh", "link", "u.ps1")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output == "No findings in 3 files; 4 mended.\n")
    let mended = Self.unknownRole.replacing("mlworklod", with: "mlworkload")
    #expect(try bytes("a.sh") == Array(("#!/bin/sh\r\n" + Self.right + mended).utf8))
    #expect(
      try bytes("u.ps1") == [0xFF, 0xFE] + "é; \(Self.right)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try bytes("b.md") == [0xEF, 0xBB, 0xBF] + "```sh\n\(Self.right)```\n".utf8)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o751)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: program.home.path + "/files/link") == "b.md")
    #expect(try check("--fix").output == "No findings in 3 files.\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.home.path + "/files").sorted() == [
        "a.sh", "b.md", "link", "u.ps1",
      ])
  }

  // spec: CK-5
  @Test("What a baseline knows is not told again, wherever its lines have moved")
  func baseline() throws {
    try put("a.sh", Self.wrong + Self.unknownRole)
    #expect(try check("--baseline", "known.json").status == 3)
    let written = try check("--baseline", "known.json", "--write-baseline")
    #expect(written.status == 0)
    #expect(written.errors == "known.json: 2 findings are known from now on\n")
    #expect(try check("--baseline", "known.json").output == "No findings in 2 files.\n")
    try put("a.sh", "echo\n\n" + Self.unknownRole + "  " + Self.wrong)
    #expect(try check("--baseline", "known.json").status == 0)
    // One more of a kind is new, and so is one whose text is another.
    try put("a.sh", Self.wrong + Self.wrong + Self.unknownRole.replacing("mlworklod", with: "mlworkloud"))
    let outcome = try check("--baseline", "known.json", "--fix")
    #expect(outcome.output == "No findings in 2 files; 2 mended.\n")
    #expect(String(decoding: try bytes("a.sh"), as: UTF8.self).hasPrefix(Self.wrong + Self.right))
    try put("known.json", "{}")
    #expect(try check("--baseline", "known.json").errors.contains("known.json: it is no baseline"))
  }

  // spec: CK-6
  @Test("Standard input is checked as the file that it is of")
  func standardInput() throws {
    try put(
      "x/.trusted-access.json",
      #"{"rules": {"unknown-command": "warning"}, "include": {"*.q": "shellscript"}, "exclude": ["out.sh"]}"#)
    let named = try check("-", "--stdin-path", "x/none.q", input: Self.wrong)
    #expect(named.status == 1)
    #expect(named.output.hasPrefix("x/none.q:1:1: warning: "))
    #expect(try check("-", "--language", "bash", input: Self.wrong).output.hasPrefix("stdin:1:1: error: "))
    #expect(try check("-", "--stdin-path", "x/out.sh", input: Self.wrong).status == 0)
    #expect(try check("-", "--language", "sh", "--diff", input: Self.wrong).output.hasPrefix("--- a/stdin\n"))
  }

  // spec: CK-7
  @Test("Bad files are told in a line each, and the rest goes on")
  func badFiles() throws {
    try put("a-nul.sh", Self.wrong + "\0")
    try put("b-latin.sh", Array("# caf".utf8) + [0xE9, 0x0A] + Self.wrong.utf8)
    try put("c-nomark.ps1", Self.wrong.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try put("d-binary.json", [0, 1, 2, 0xFF])
    try put("e-long.sh", String(repeating: "x", count: 1_000_000) + "; " + Self.wrong)
    try put("f.txt", Self.wrong)
    try put("g.sh", Self.wrong)
    _ = try program.script(
      "bash", "cd '\(program.home.path)/files'; ln -s loop.sh loop.sh; truncate -s 101M h-huge.sh; mkfifo i.sh")
    let outcome = try check(".", "loop.sh", "none.sh", "f.txt", "i.sh")
    #expect(outcome.status == 3)
    #expect(
      outcome.errorLines.map { $0.split(separator: ":").prefix(2).joined(separator: ":") } == [
        "ERROR: a-nul.sh", "WARNING: b-latin.sh", "ERROR: c-nomark.ps1", "ERROR: h-huge.sh", "ERROR: loop.sh",
        "ERROR: none.sh", "WARNING: f.txt", "ERROR: i.sh",
      ], "\(outcome.errors)")
    let found = outcome.outputLines.filter { $0.contains("[unknown-command]") }
    #expect(
      found.map { $0.prefix(30) } == [
        "b-latin.sh:2:1: error: There i", "e-long.sh:1:1000003: error: Th", "g.sh:1:1: error: There is no c",
      ])
    // No line is longer than a terminal can bear.
    #expect(outcome.outputLines.allSatisfy { $0.utf8.count < 400 })
  }

  // spec: CK-8
  @Test("Every format tells the same, and escapes what it must")
  func formats() throws {
    try put("a,b:%.sh", "# <é>&\"\u{1B}[31m\n\(Self.wrong)")
    let json = try #require(try check("--format", "json").json() as? [String: Any])
    let finding = try #require((json["findings"] as? [[String: Any]])?.first)
    #expect(finding["path"] as? String == "a,b:%.sh")
    #expect(finding["line"] as? Int == 2)
    #expect(finding["endColumn"] as? Int == 39)
    let github = try check("--format", "github")
    #expect(
      github.output.hasPrefix("::error file=a%2Cb%3A%25.sh,line=2,endLine=2,col=1,endColumn=39,title=unknown-command::")
    )
    #expect(github.status == 1)
    let junit = try check("--format", "junit").output
    #expect(junit.contains("classname=\"a,b:%.sh\""))
    #expect(junit.contains("tests=\"1\" failures=\"1\" errors=\"0\""))
    let sarif = try check("--format", "sarif").output
    #expect(sarif.contains("\"uri\": \"./a,b:%25.sh\""))
  }

  @Test("In a terminal it is coloured, unless NO_COLOR is set; control characters of files are not passed on")
  func terminal() throws {
    try put("a.sh", "echo \u{1B}[2J; \(Self.wrong)")
    let path = program.home.path + "/files/a.sh"
    let colored = try program.runInTerminal(["check", path], typed: "", columns: 80)
    #expect(colored.errors.contains("\u{1B}[31merror:\u{1B}[0m"))
    #expect(!colored.errors.contains("\u{1B}[2J"))
    let plain = try program.runInTerminal(["check", path], typed: "", columns: 80, environment: ["NO_COLOR": "1"])
    #expect(plain.errors.contains("a.sh:1:12: error: "))
  }

  @Test("README's example is what it prints")
  func readme() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let call = "check protocol-spec/examples/check"
    let block = readme.components(separatedBy: "```").first { $0.contains("$ trusted-access-server \(call)\n") }
    let outcome = try program.script("bash", "cd '\(root.path)' && exec \"$PROGRAM\" \(call)")
    #expect(block == "\n$ trusted-access-server \(call)\n\(outcome.output)")
    #expect(outcome.status == 1)
  }

  // spec: CK-9
  @Test("What several files claim is told beside each, with the place of the other")
  func acrossFiles() throws {
    func binding(_ role: String) -> String {
      """
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "ml" {
        kubernetes_cluster_id = "\(Sample.cluster)"
        name                  = "ml"
        source_resource_id    = "\(Sample.workspace)"
        roles                 = ["\(role)"]
      }

      """
    }
    try put("a/main.tf", binding(Sample.workload))
    try put("b/main.tf", "\n" + binding(Sample.inference))
    let outcome = try check()
    #expect(outcome.output.contains("a/main.tf:3:27: warning: "), "\(outcome)")
    #expect(outcome.output.contains("\n  b/main.tf:4:27: "))
    #expect(outcome.output.contains("b/main.tf:4:27: warning: "))
    #expect(outcome.output.contains("\n  a/main.tf:3:27: "))
    #expect(try check("a").output == "No findings in 1 file.\n")
  }
}
