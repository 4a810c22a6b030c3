import Foundation
import SeededRandom
import SourceText
import Testing
import Workspace

@Suite("Changes of a text")
struct TextChangesTests {
  /// Random edits of a text, apart and in order.
  static func edits(of text: [UInt8], _ random: inout SplitMix64) -> [TextEdit] {
    var edits: [TextEdit] = []
    var offset = 0
    while true {
      let start = offset + Int.random(in: 0...40, using: &random)
      guard start <= text.count else { return edits }
      let end = min(text.count, start + Int.random(in: 0...4, using: &random))
      let new = (0..<Int.random(in: 0...3, using: &random)).map { _ in "ab\n".utf8.randomElement(using: &random) ?? 0 }
      edits.append(TextEdit(range: start..<end, text: new))
      offset = end + 1
    }
  }

  @Test(
    "A diff is what git makes the new text of", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/git")))
  func diff() throws {
    var random = SplitMix64(seed: 2)
    let folder = try Folder()
    var count = 0
    for number in 0..<150 {
      let old = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        "xy\n\n".utf8.randomElement(using: &random) ?? 0
      }
      let changes = TextChanges(of: old, Self.edits(of: old, &random))
      // A file that is emptied or begun is another thing to git than one that is changed.
      guard !changes.new.isEmpty, changes.new != old else { continue }
      let name = "f\(number)"
      try folder.put(name, String(decoding: old, as: UTF8.self))
      let patch = String(decoding: UnifiedDiff(changes).bytes(of: FilePath(name)), as: UTF8.self)
      try folder.run("/usr/bin/git", "apply", "--whitespace=nowarn", "-", input: patch)
      #expect(
        try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
          == String(decoding: changes.new, as: UTF8.self),
        "\(String(decoding: old, as: UTF8.self).debugDescription) \(patch.debugDescription) \(changes.edits)")
      count += 1
    }
    #expect(count > 100)
  }

  @Test("Without changes there is no diff")
  func none() {
    #expect(UnifiedDiff(TextChanges(of: Array("a\n".utf8), [])).bytes(of: FilePath("x")) == [])
  }
}
