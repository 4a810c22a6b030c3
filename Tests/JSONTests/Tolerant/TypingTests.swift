import JSON
import Testing

/// What an edit of one line leaves of the others: all of it.
struct TypingTests {
  private static let lines = TreeRobustnessTests.template.split(separator: "\n").map(String.init)

  /// Lines with a member or an element, and nothing that opens there and is closed elsewhere.
  private static let edited = lines.indices.filter { index in
    let line = lines[index]
    return line.contains("\"") && line.contains { $0 == "," || $0 == ":" } && line.last != "{" && line.last != "["
      && !line.contains("format(") && !line.contains("copyIndex")
  }

  /// The line as it is while it is typed, and while it is deleted from its beginning.
  @Test(arguments: edited)
  func keepsTheOtherLines(of index: Int) throws {
    let line = Self.lines[index]
    let indentation = line.prefix { $0 == " " }
    let contents = line.dropFirst(indentation.count)
    for length in 0...contents.count {
      try expectOthers(of: index, with: indentation + contents.prefix(length))
      try expectOthers(of: index, with: indentation + contents.dropFirst(length))
      try expectOthers(of: index, with: indentation + contents.prefix(length) + contents.dropFirst(length + 1))
    }
  }

  private func expectOthers(of index: Int, with line: some StringProtocol) throws {
    var lines = Self.lines
    lines[index] = ""
    let others = values(of: lines.joined(separator: "\n"))
    lines[index] = String(line)
    let lost = others.subtracting(values(of: lines.joined(separator: "\n")))
    #expect(lost.isEmpty, "\(line)")
  }

  /// All scalars with the names on the way to them.
  private func values(of text: String) -> Set<String> {
    var values: Set<String> = []
    var open = [("", JSONTree(text, dialect: .armTemplate).document)]
    while let (path, node) = open.popLast() {
      for child in node.children {
        let path = path + "/" + (child.name.map { String(decoding: $0.source, as: UTF8.self) } ?? "")
        let value = child.value ?? child
        if value.kind == .object || value.kind == .array {
          open.append((path, value))
        } else {
          values.insert(path + " " + String(decoding: value.source, as: UTF8.self))
        }
      }
    }
    return values
  }
}
