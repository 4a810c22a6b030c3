import Foundation
import Testing

@Suite("Help")
struct HelpTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test("The program's own help")
  func golden() throws {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/help.txt")
    for arguments in [["--help"], ["-h"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(try outcome.output == String(contentsOf: golden, encoding: .utf8))
    }
  }

  @Test("The version")
  func version() throws {
    let outcome = try program.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == "trusted-access-server 0.1.0\n")
  }

  @Test("Every group and command that help names has help of its own, in 80 columns but for examples")
  func everyLevel() throws {
    var paths: [[String]] = [[]]
    var count = 0
    while let path = paths.popLast() {
      let help = try program.run(path + ["--help"])
      #expect(help.status == 0)
      #expect(help.errors == "")
      #expect(help.output.hasPrefix((["usage: trusted-access-server"] + path).joined(separator: " ")))
      let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let text = lines.prefix { $0 != "Example:" }
      #expect(text.allSatisfy { $0.count <= 80 }, "\(path)")
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") }, "\(path)")
      let commands = lines.drop { $0 != "Commands:" }.dropFirst().prefix { $0.hasPrefix("  ") }
      // A line that goes on is indented further.
      paths += commands.filter { !$0.hasPrefix("   ") }.compactMap { line in
        line.split(separator: " ").first.map { path + [String($0)] }
      }
      count += 1
    }
    #expect(count == 34)
  }

  @Test("A group without a command shows its help")
  func groups() throws {
    #expect(try program.run("bindings").output == program.run("bindings", "--help").output)
  }

  @Test("Examples are command lines that make sense")
  func examples() throws {
    try program.register()
    for path in [
      ["bindings", "list"], ["bindings", "create"], ["bindings", "render"], ["roles", "list"], ["call"],
      ["clusters", "register"], ["access", "review"], ["completions"],
    ] {
      let lines = try program.run(path + ["--help"]).outputLines
      let example = try #require(lines.drop { $0 != "Example:" }.dropFirst().first)
      let outcome = try program.script("bash", "trusted-access-server() { \"$PROGRAM\" \"$@\"; }\n\(example)")
      #expect(outcome.status != 2, "\(example): \(outcome.errors)")
    }
  }
}
