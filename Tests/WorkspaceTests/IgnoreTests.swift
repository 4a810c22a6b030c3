import Foundation
import SeededRandom
import Testing
import Workspace

@Suite("What git ignores")
struct IgnoreTests {
  /// A pattern, with paths that it takes out and paths that it leaves.
  static let cases: [(patterns: String, out: [String], left: [String])] = [
    ("x.sh", ["x.sh", "a/x.sh"], ["xx.sh", "x.sh.md"]),
    ("/x.sh", ["x.sh"], ["a/x.sh"]),
    ("a/x.sh", ["a/x.sh"], ["b/a/x.sh", "x.sh"]),
    ("a/", ["a/x.sh", "b/a/x.sh"], ["b/a.sh"]),
    ("**/a/x.sh", ["a/x.sh", "b/a/x.sh"], ["a/b/x.sh"]),
    ("a/**/x.sh", ["a/x.sh", "a/b/x.sh", "a/b/c/x.sh"], ["b/a/x.sh"]),
    ("a/**", ["a/x.sh", "a/b/x.sh"], ["b.sh"]),
    ("*.sh", ["x.sh", "a/x.sh", "a/.sh"], ["x.md"]),
    ("a*b.sh", ["ab.sh", "axxb.sh"], ["a/b.sh"]),
    ("a/**\n!a/x.sh", ["a/y.sh", "a/b/x.sh"], ["a/x.sh"]),
    ("a/*", ["a/x.sh", "a/b/x.sh"], ["x.sh"]),
    ("a/*/x.sh", ["a/b/x.sh"], ["a/x.sh", "a/b/c/x.sh"]),
    ("?.sh", ["x.sh", "-.sh"], ["xx.sh", "x.md"]),
    ("[a-c].sh", ["a.sh", "c.sh"], ["d.sh", "-.sh"]),
    ("[!a-c].sh", ["d.sh"], ["a.sh"]),
    ("[^a].sh", ["d.sh"], ["a.sh"]),
    ("[]-].sh", ["].sh", "-.sh"], ["a.sh"]),
    ("[[:digit:]x].sh", ["1.sh", "x.sh"], ["y.sh", ":.sh"]),
    ("[a", [], ["[a.sh", "a.sh"]),
    ("\\#x.sh", ["#x.sh"], ["x.sh"]),
    ("\\!x.sh", ["!x.sh"], ["x.sh"]),
    ("#x.sh", [], ["#x.sh"]),
    ("x.sh  ", ["x.sh"], []),
    ("x.sh\r", ["x.sh"], []),
    ("\u{FEFF}x.sh", ["x.sh"], []),
    ("*.sh\n!x.sh", ["y.sh"], ["x.sh", "a/x.sh"]),
    ("a/\n!a/x.sh", ["a/x.sh"], []),
    ("a/*\n!a/x.sh", ["a/y.sh"], ["a/x.sh"]),
    ("*\n!*/\n!*.md", ["x.sh", "a/b/x.sh"], ["x.md", "a/b/x.md"]),
    ("X.sh", [], ["x.sh"]),
    ("\n\n/\n", [], ["x.sh"]),
  ]

  @Test("A pattern means what git says it means", arguments: cases)
  func pattern(patterns: String, out: [String], left: [String]) throws {
    let folder = try Folder([".gitignore": patterns])
    for file in out + left { try folder.put(file, "") }
    #expect(Set(folder.walk()) == Set(left), "\(patterns)")
  }

  @Test(
    "Random patterns in random places mean what they mean to git",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/git")))
  func againstGit() throws {
    var random = SplitMix64(seed: 20_261_125)
    let folder = try Folder()
    try folder.run("/usr/bin/git", "init", "-q", ".")
    let names = ["a", "b", "ab", "a.sh", "b.sh", "abc.sh", "[a].sh", "a b.sh", "é.sh"]
    for first in names where !first.hasSuffix(".sh") {
      for second in names {
        if second.hasSuffix(".sh") {
          try folder.put("\(first)/\(second)", "")
        } else {
          for third in names where third.hasSuffix(".sh") { try folder.put("\(first)/\(second)/\(third)", "") }
        }
      }
    }
    let pieces = [
      "a", "b", "*", "**", "/", "/", "?", "[ab]", "[!a]", "[a-b]", ".sh", "\\", "[[:alpha:]]", "é", " ", "!", "[",
    ]
    for round in 0..<60 {
      func patterns() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (Int.random(in: 0..<4, using: &random) == 0 ? "!" : "")
            + (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
        }.joined(separator: "\n")
      }
      let (top, inner, excluded) = (patterns(), patterns(), patterns())
      try folder.put(".gitignore", top)
      try folder.put("a/.gitignore", inner)
      try folder.put(".git/info/exclude", excluded)
      let expected = try folder.run(
        "/usr/bin/git", "-c", "core.quotePath=false", "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others",
        "--exclude-standard")
      let wanted = expected.split(separator: "\0").map(String.init).filter { $0.hasSuffix(".sh") }
      let found = folder.walk().filter { $0.hasSuffix(".sh") }
      #expect(
        Set(found) == Set(wanted),
        "round \(round): \(top.debugDescription), a/: \(inner.debugDescription), exclude: \(excluded.debugDescription)")
    }
  }
}
