/// Changes of a text as `diff -u` writes them, and `git apply` and `patch` read them.
package struct UnifiedDiff {
  private let changes: TextChanges
  private let new: [UInt8]
  private let oldLines: [Int]
  private let newLines: [Int]

  /// How many lines are shown around a change.
  private static let context = 3

  /// - Parameter changes: the changes; without any there is nothing to write.
  package init(_ changes: TextChanges) {
    self.changes = changes
    new = changes.new
    oldLines = Self.lineStarts(in: changes.old)
    newLines = Self.lineStarts(in: new)
  }

  /// The changes; empty if there are none.
  ///
  /// - Parameter path: the file's name, behind `a/` and `b/`.
  package func bytes(of path: FilePath) -> [UInt8] {
    let hunks = self.hunks()
    guard !hunks.isEmpty else { return [] }
    var result = Array("--- a/".utf8) + path.bytes + Array("\n+++ b/".utf8) + path.bytes + [0x0A]
    for hunk in hunks { write(hunk, to: &result) }
    return result
  }

  /// Lines that are replaced by others, in order, with as many lines unchanged between two.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private func hunks() -> [[Change]] {
    var hunks: [[Change]] = []
    var last: Change?
    for change in lineChanges() {
      if let previous = last, change.old.lowerBound - previous.old.upperBound <= 2 * Self.context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
      last = change
    }
    return hunks
  }

  /// The changes in whole lines.
  private func lineChanges() -> [Change] {
    var result: [Change] = []
    for (old, new) in changes.replacements {
      var change = Change(
        old: lines(of: old, in: changes.old, oldLines), new: lines(of: new, in: self.new, newLines))
      // What ends at a line's end on one side and within a line on the other takes the rest of the line along.
      if let last = result.last,
        change.old.lowerBound < last.old.upperBound || change.new.lowerBound < last.new.upperBound
      {
        change = Change(
          old: last.old.lowerBound..<max(last.old.upperBound, change.old.upperBound),
          new: last.new.lowerBound..<max(last.new.upperBound, change.new.upperBound))
        result.removeLast()
      }
      result.append(change)
    }
    return result
  }

  private func write(_ hunk: [Change], to result: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(Self.context, first.old.lowerBound)
    let tail = min(Self.context, oldLines.count - 1 - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + tail
    let new = first.new.lowerBound - lead..<last.new.upperBound + tail
    result += "@@ -\(Self.numbers(old)) +\(Self.numbers(new)) @@\n".utf8
    var next = old.lowerBound
    for change in hunk {
      for line in next..<change.old.lowerBound { write(" ", line, oldLines, changes.old, to: &result) }
      for line in change.old { write("-", line, oldLines, changes.old, to: &result) }
      for line in change.new { write("+", line, newLines, self.new, to: &result) }
      next = change.old.upperBound
    }
    for line in next..<old.upperBound { write(" ", line, oldLines, changes.old, to: &result) }
  }

  private func write(_ sign: Character, _ line: Int, _ lines: [Int], _ text: [UInt8], to result: inout [UInt8]) {
    result += String(sign).utf8
    result += text[lines[line]..<lines[line + 1]]
    if result.last != 0x0A { result += "\n\\ No newline at end of file\n".utf8 }
  }

  /// A range of lines as a hunk's heading has it: an empty one by the line before it.
  private static func numbers(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  /// Where lines start, and the end of the text.
  private static func lineStarts(in text: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0A && offset + 1 < text.count { starts.append(offset + 1) }
    return text.isEmpty ? [0] : starts + [text.count]
  }

  /// The line that an offset is in; the one behind the last for the end of a text that ends with a line break.
  private func line(_ offset: Int, _ lines: [Int]) -> Int {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The lines that a range touches. What stands at the end of a line without a line break is in that line.
  private func lines(of range: Range<Int>, in text: [UInt8], _ lines: [Int]) -> Range<Int> {
    let last = text.isEmpty || text.last == 0x0A ? lines.count - 1 : lines.count - 2
    let first = min(line(range.lowerBound, lines), last)
    return first..<max(first, min(line(range.upperBound, lines) + 1, lines.count - 1))
  }
}
