import Testing

@testable import SourceText

private func change(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> TextChange {
  let range = PositionRange(
    start: Position(line: start.0, character: start.1), end: Position(line: end.0, character: end.1))
  return TextChange(range: range, text: Array(text.utf8))
}

private func string(_ text: SourceText) -> String {
  String(decoding: text.bytes(in: 0..<text.byteCount), as: UTF8.self)
}

@Suite struct Changes {
  @Test func areMadeOneAfterTheOther() throws {
    var text = SourceText(Array("one\ntwo\n".utf8))
    let edits = try text.apply(
      [
        change((0, 3), (0, 3), "\nand"),
        change((1, 0), (1, 3), "😀"),
        change((1, 2), (2, 0), ""),
        change((9, 9), (9, 9), "end"),
      ], in: .utf16)
    #expect(string(text) == "one\n😀two\nend")
    #expect(
      edits == [
        AppliedEdit(range: 3..<3, newLength: 4), AppliedEdit(range: 4..<7, newLength: 4),
        AppliedEdit(range: 8..<9, newLength: 0), AppliedEdit(range: 12..<12, newLength: 3),
      ])
  }

  @Test func ofAllReplaceAll() throws {
    var text = SourceText(Array("one\ntwo\n".utf8))
    let whole = TextChange(range: nil, text: Array("three".utf8))
    let edits = try text.apply([whole, change((0, 0), (0, 5), "")], in: .utf16)
    #expect(text.byteCount == 0)
    #expect(edits == [AppliedEdit(range: 0..<8, newLength: 5), AppliedEdit(range: 0..<5, newLength: 0)])
  }

  @Test(arguments: [
    (
      "the range starts at 1:2, behind its end at 1:1; its start must not be behind its end",
      change((1, 2), (1, 1), "x")
    ),
    (
      "the range starts at 1:0, behind its end at 0:9; its start must not be behind its end",
      change((1, 0), (0, 9), "x")
    ),
    (
      "the range from 0:-1 to 0:0 has a negative number; lines and characters count from 0",
      change((0, -1), (0, 0), "x")
    ),
    (
      "the range from 0:0 to -1:0 has a negative number; lines and characters count from 0",
      change((0, 0), (-1, 0), "x")
    ),
  ])
  func thatCannotBeLeaveTheTextAlone(_ message: String, _ wrong: TextChange) {
    var text = SourceText(Array("one\ntwo\n".utf8))
    #expect(throws: TextChangeError(index: 1, message: message)) {
      try text.apply([change((0, 0), (0, 1), "x"), wrong], in: .utf16)
    }
    #expect(string(text) == "one\ntwo\n")
  }

  @Test func nameTheirPlaceInTheNotification() {
    #expect("\(TextChangeError(index: 2, message: "it is wrong"))" == "contentChanges[2]: it is wrong")
  }

  @Test func leaveSnapshotsAlone() throws {
    var text = MarkedText(String(repeating: "0123456789\n", count: 100)).text
    let snapshot = text
    try text.apply([change((50, 0), (70, 3), "x"), change((0, 0), (0, 0), "y")], in: .utf8)
    #expect(string(snapshot) == String(repeating: "0123456789\n", count: 100))
    #expect(snapshot.lineCount == 101)
    #expect(text.lineCount == 81)
  }
}

@Suite struct Edits {
  private func edit(_ range: Range<Int>, _ text: String) -> TextEdit { TextEdit(range: range, text: Array(text.utf8)) }

  @Test func ofOneTextAreMadeTogether() throws {
    var text = SourceText(Array("0123456789".utf8))
    let applied = try text.apply([
      edit(8..<10, "end"), edit(0..<1, ""), edit(4..<4, "<"), edit(4..<6, "-"), edit(6..<6, ">"),
    ])
    #expect(string(text) == "123<->67end")
    #expect(applied.map(\.range) == [8..<10, 6..<6, 4..<6, 4..<4, 0..<1])
    #expect(applied.map(\.newLength) == [3, 1, 1, 1, 0])
  }

  @Test func insertAtOnePlaceInTheirOrder() throws {
    var text = SourceText(Array("ab".utf8))
    try text.apply((0..<50).map { edit(1..<1, "\($0) ") })
    #expect(string(text) == "a" + (0..<50).map { "\($0) " }.joined() + "b")
  }

  @Test(arguments: [
    ("one after the other", [0..<3, 2..<4], [0, 1]),
    ("in any order", [5..<7, 2..<4, 0..<3], [2, 1]),
    ("the same", [2..<4, 2..<4], [0, 1]),
    ("one within the other", [0..<9, 2..<4], [0, 1]),
    ("an insertion within", [2..<2, 0..<3], [1, 0]),
    ("an insertion behind what begins there", [2..<4, 2..<2], [0, 1]),
  ])
  func thatOverlapAreRefused(_ what: String, _ ranges: [Range<Int>], _ overlapping: [Int]) {
    var text = SourceText(Array("0123456789".utf8))
    let edits = ranges.map { edit($0, "x") }
    #expect(throws: TextEditError.overlapping(edits[overlapping[0]], edits[overlapping[1]]), "\(what)") {
      try text.apply(edits)
    }
    #expect(string(text) == "0123456789")
  }

  @Test(arguments: [9..<11, 11..<11, -1..<2])
  func outsideTheTextAreRefused(_ range: Range<Int>) {
    var text = SourceText(Array("0123456789".utf8))
    #expect(throws: TextEditError.outside(edit(range, "x"), byteCount: 10)) {
      try text.apply([edit(0..<1, "y"), edit(range, "x")])
    }
    #expect(string(text) == "0123456789")
  }

  @Test func thatAreRefusedAreNamed() {
    #expect(
      "\(TextEditError.overlapping(edit(0..<3, ""), edit(2..<4, "")))"
        == "the edits of bytes 0..<3 and 2..<4 overlap; one must end before the other begins, and what is inserted where "
        + "another begins must come before it")
    #expect(
      "\(TextEditError.outside(edit(9..<11, ""), byteCount: 10))"
        == "the edit of bytes 9..<11 lies outside the text; its range must lie in 0..<10")
  }
}
