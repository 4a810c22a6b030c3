import SourceText
package import TrustedAccess

/// What a check has to say of a file.
package struct CheckedFile: Sendable {
  /// The file or folder, as the walk came to it.
  package var path: FilePath

  /// What kept it from being looked at, or should be known of it.
  package var problems: [FileProblem] = []

  /// What the rules have to say, in the order of the text; if it was mended, of the mended text.
  package var findings: [CheckedFinding] = []

  /// How it would be mended, if that is to be shown.
  package var change: TextChanges?

  /// How many findings were mended, or would be.
  package var mendedCount = 0

  /// A file of which nothing but these problems is to be said yet.
  package init(path: FilePath, problems: [FileProblem] = []) {
    self.path = path
    self.problems = problems
  }
}

/// A finding with its place as people count.
package struct CheckedFinding: Hashable, Sendable {
  /// The rule's stable code.
  package var code: String

  /// How grave it is.
  package var severity: Severity

  /// What is wrong and what would be right.
  package var message: String

  /// Where.
  package var range: TextRange

  /// The line in which it begins.
  package var line: SourceLine

  /// What it is the same finding by, wherever the lines have moved: a hash of the code and of the text that it is about.
  package var fingerprint: UInt64

  /// Ways to mend it, best first.
  package var fixes: [CheckedFix]

  /// Other places that belong to it.
  package var related: [CheckedPlace]
}

/// A way to mend a finding.
package struct CheckedFix: Hashable, Sendable {
  /// What it does.
  package var title: String

  /// What is replaced by what, in the order of the text.
  package var edits: [Edit]

  /// A replacement.
  package struct Edit: Hashable, Sendable {
    /// What is replaced.
    package var range: TextRange
    /// What stands there instead.
    package var text: String
  }
}

/// Another place that a finding is about.
package struct CheckedPlace: Hashable, Sendable {
  /// The file; `nil` for that of the finding.
  package var path: FilePath?

  /// Where in it.
  package var range: TextRange

  /// What is there.
  package var message: String
}

/// A stretch of a text as people count; the end is behind its last character.
package struct TextRange: Hashable, Sendable {
  /// Where it begins.
  package var start: TextPlace

  /// Where it ends.
  package var end: TextPlace

  /// Creates a range.
  package init(start: TextPlace, end: TextPlace) {
    self.start = start
    self.end = end
  }

  init(_ range: Range<Int>, in text: SourceText) {
    self.init(start: TextPlace(of: range.lowerBound, in: text), end: TextPlace(of: range.upperBound, in: text))
  }
}

/// A line of a text, or the part of a long one around a place, with what is marked in it.
package struct SourceLine: Hashable, Sendable {
  /// The text, without its line break; what is cut off stands as `…`.
  package var text: String

  /// What is marked, in characters (Unicode scalars) of the text.
  package var marked: Range<Int>

  /// How many bytes of a line are shown.
  private static let longest = 240

  /// The line in which a range begins, with the range marked as far as it is in the line.
  init(around range: Range<Int>, in text: SourceText) {
    let line = text.range(ofLine: text.line(at: range.lowerBound))
    let start = Swift.max(line.lowerBound, range.lowerBound - Self.longest / 3)
    let isLong = line.count > Self.longest
    let shown = isLong ? start..<Swift.min(line.upperBound, start + Self.longest) : line
    func part(_ range: Range<Int>) -> String { String(decoding: text.bytes(in: range), as: UTF8.self) }
    let from = Swift.min(Swift.max(range.lowerBound, shown.lowerBound), shown.upperBound)
    let to = Swift.min(Swift.max(range.upperBound, from), shown.upperBound)
    let prefix = (shown.lowerBound > line.lowerBound ? "…" : "") + part(shown.lowerBound..<from)
    let middle = part(from..<to)
    self.text = prefix + middle + part(to..<shown.upperBound) + (shown.upperBound < line.upperBound ? "…" : "")
    let first = prefix.unicodeScalars.count
    marked = first..<first + middle.unicodeScalars.count
  }
}
