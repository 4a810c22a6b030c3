import BindingDocuments
import Foundation
import Testing
import TrustedAccess
import Workspace

@Suite("A check on several threads")
struct CheckRunTests {
  @Test("Has the same to say however many threads there are, in the order of the walk")
  func order() throws {
    var files: [String: String] = [:]
    for number in 0..<120 {
      files["d\(number % 7)/f\(number).sh"] = number % 3 == 0 ? "az aks trusted access rolebinding list\n" : "echo\n"
    }
    let folder = try Folder(files.mapValues { .some($0) })
    func report(_ threadCount: Int) -> CheckRun.Report {
      CheckRun(Check { _ in NoRoles() }, of: [FilePath(folder.path)]).report(threadCount: threadCount)
    }
    let alone = report(1)
    #expect(alone.fileCount == 120)
    #expect(alone.files.count == 40)
    #expect(alone.files.map(\.path) == alone.files.map(\.path).sorted())
    for threadCount in [2, 8] {
      let other = report(threadCount)
      #expect(other.fileCount == 120)
      #expect(other.files.map(\.path) == alone.files.map(\.path))
      #expect(other.files.map(\.findings) == alone.files.map(\.findings))
    }
  }

  @Test("A file that was named twice is told once")
  func twice() throws {
    let folder = try Folder(["a.sh": "az aks trusted access rolebinding list\n"])
    let paths = [FilePath(folder.path), FilePath("\(folder.path)/a.sh"), FilePath("\(folder.path)/./a.sh")]
    #expect(CheckRun(Check { _ in NoRoles() }, of: paths).report(threadCount: 2).files.count == 1)
  }

  @Test("A file that has changed since it was read is left as it is, and nothing else is left behind")
  func changedFile() throws {
    let folder = try Folder(["a.sh": "old"])
    let path = FilePath("\(folder.path)/a.sh")
    for other in ["od", "olde", "oLd", ""] {
      #expect(throws: FileReplacement.Refusal.self) {
        try FileReplacement.replace(path, holding: Array(other.utf8), with: Array("new".utf8))
      }
    }
    #expect(try String(contentsOfFile: path.description, encoding: .utf8) == "old")
    try FileReplacement.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(try String(contentsOfFile: path.description, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.sh"])
  }
}

/// Knows no roles, and so has nothing to say of any.
private struct NoRoles: RoleDirectory {
  var provenance: RoleProvenance {
    RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 0), timeToLive: 0, location: "eastus")
  }
  var sourceTypes: [ResourceType] { [] }

  func entry(for name: RoleName) -> RoleEntry? { nil }
  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] { [] }
  func entries(named name: String) -> [RoleEntry] { [] }
  func nearest(to text: String, limit: Int) -> [RoleEntry] { [] }
}
