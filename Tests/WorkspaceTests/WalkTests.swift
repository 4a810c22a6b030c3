import BindingDocuments
import Foundation
import Testing
import Workspace

@Suite("A walk through files")
struct WalkTests {
  @Test("Goes through every folder by name, to files whose names tell a language")
  func order() throws {
    let folder = try Folder([
      "b.sh": "", "a/z.yaml": "", "a.yml": "", "a/b/c.md": "", "x.txt": "", "x.png": "", "Dockerfile": "", "deploy": "",
      ".github/workflows/w.yml": "", ".git/hooks/pre-commit.sh": "", "sub/.git": "gitdir: elsewhere",
    ])
    #expect(
      folder.walk() == [".github/workflows/w.yml", "Dockerfile", "a/b/c.md", "a/z.yaml", "a.yml", "b.sh", "deploy"])
  }

  @Test("Links are not followed, unless they are named; loops are told")
  func links() throws {
    let folder = try Folder(["a/x.sh": ""])
    let files = FileManager.default
    try files.createSymbolicLink(atPath: "\(folder.path)/a/up", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: "\(folder.path)/y.sh", withDestinationPath: "a/x.sh")
    try files.createSymbolicLink(atPath: "\(folder.path)/loop.sh", withDestinationPath: "loop.sh")
    #expect(folder.walk() == ["a/x.sh"])
    #expect(folder.walk("y.sh", "a/up") == ["y.sh", "a/up/a/x.sh"])
    #expect(
      folder.walk("loop.sh", "none.sh", "a") == [
        "! loop.sh: cannot be read: too many symbolic links lead on to one another (ELOOP)",
        "! none.sh: cannot be read: it is not there (ENOENT)",
        "a/x.sh",
      ])
  }

  @Test("A folder that cannot be listed is told, and the rest goes on")
  func unreadable() throws {
    let folder = try Folder(["a.sh": "", "b/x.sh": "", "c.sh": ""])
    let long = String(repeating: "d", count: 250)
    try folder.run("/bin/sh", "-c", "mkdir d; cd d; for i in $(seq 20); do mkdir \(long); cd -P \(long) || exit; done")
    let found = folder.walk()
    #expect(found.count == 4)
    #expect(Array(found.prefix(3)) == ["a.sh", "b/x.sh", "c.sh"])
    #expect(
      found.last?.hasSuffix("cannot list the folder: the path is longer than the system allows (ENAMETOOLONG)") == true)
    try folder.run("/bin/sh", "-c", "rm -rf d")
  }

  @Test("Folders three hundred deep are walked through")
  func depth() throws {
    let folder = try Folder()
    try folder.run("/bin/sh", "-c", "p=; for i in $(seq 300); do p=$p/d; done; mkdir -p .$p; : >.$p/x.sh")
    #expect(folder.walk().map(\.count) == [604])
  }

  @Test("Names that are no text are walked through too")
  func bytes() throws {
    let folder = try Folder()
    try folder.run("/bin/bash", "-c", ": > $'a\\xff.sh'")
    var walk = FileWalk([FilePath(folder.path)])
    guard case .file(let file) = walk.next() else { return #expect(Bool(false)) }
    #expect(Array(file.path.name) == [0x61, 0xFF, 0x2E, 0x73, 0x68])
    #expect(file.dialect == .shell)
  }

  @Test("What settings exclude is left out, named or not; what they include has the language they say")
  func settings() throws {
    let folder = try Folder([
      ".trusted-access.json": #"{"exclude": ["old/", "/x.sh"], "include": {"*.tpl": "yaml", "docs/*.sh": "markdown"}}"#,
      "x.sh": "", "a/x.sh": "", "old/y.sh": "", "a.tpl": "", "docs/d.sh": "", "docs/sub/e.sh": "",
      "other/.trusted-access.json": "{}", "other/x.sh": "", "other/b.tpl": "", "other/old/y.sh": "",
    ])
    #expect(
      folder.walk() == [
        ".trusted-access.json", "a/x.sh", "a.tpl", "docs/d.sh", "docs/sub/e.sh", "other/.trusted-access.json",
        "other/old/y.sh", "other/x.sh",
      ])
    #expect(folder.walk("x.sh", "old", "old/y.sh", "a/x.sh", "other/b.tpl") == ["a/x.sh", "other/b.tpl"])
    var dialects: [String: DialectName] = [:]
    var walk = FileWalk([FilePath(folder.path)])
    while case .file(let file) = walk.next() {
      dialects[String(decoding: file.path.name, as: UTF8.self)] = file.dialect
    }
    #expect(dialects["a.tpl"] == .yaml)
    #expect(dialects["d.sh"] == .markdown)
    #expect(dialects["e.sh"] == .shell)
  }

  @Test("What is wrong with settings is told with its place, once")
  func mistakenSettings() throws {
    let folder = try Folder([
      ".trusted-access.json": "{\n  \"rules\": {\"é\": \"off\", \"x\": \"off\"}}", "a.sh": "", "b.sh": "",
    ])
    for paths in [[""], ["a.sh", "b.sh"]] {
      var walk = FileWalk(paths.map { FilePath("\(folder.path)/\($0)") })
      var places: [TextPlace?] = []
      while let item = walk.next() {
        guard case .problem(let problem) = item else { continue }
        places.append(problem.place)
        #expect(!problem.isFatal)
        #expect(problem.path == FilePath("\(folder.path)/.trusted-access.json"))
      }
      #expect(places == [TextPlace(line: 2, column: 13), TextPlace(line: 2, column: 25)])
    }
  }

  @Test("What a repository ignores counts from wherever a walk begins in it")
  func withinRepository() throws {
    let folder = try Folder([
      ".git/info/exclude": "secret.sh\n/a/deep/\n", ".gitignore": "*.log.sh\n/only-top.sh\n",
      "a/.gitignore": "!keep.log.sh\n",
      "a/b/x.log.sh": "", "a/b/keep.log.sh": "", "a/b/only-top.sh": "", "a/b/secret.sh": "", "a/deep/x.sh": "",
      "only-top.sh": "",
      "outer.sh": "", "module/.git/info/exclude": "outer.sh\n", "module/x.log.sh": "", "module/outer.sh": "",
    ])
    #expect(
      folder.walk() == ["a/b/keep.log.sh", "a/b/only-top.sh", "module/x.log.sh", "outer.sh"])
    #expect(folder.walk("a/b") == ["a/b/keep.log.sh", "a/b/only-top.sh"])
    #expect(folder.walk("a/b/x.log.sh") == ["a/b/x.log.sh"])
  }

  @Test("A worktree ignores what its repository does")
  func worktree() throws {
    let folder = try Folder([
      "main/.git/info/exclude": "secret.sh\n", "main/.git/worktrees/w/commondir": "../..\n", "w/secret.sh": "",
      "w/x.sh": "",
    ])
    try folder.put("w/.git", "gitdir: \(folder.path)/main/.git/worktrees/w\n")
    #expect(folder.walk("w") == ["w/x.sh"])
  }
}
