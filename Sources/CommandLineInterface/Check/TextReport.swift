import TrustedAccess
import Workspace

/// A check for people, as compilers tell what they find: file, line and column, then the line with what is meant underlined.
struct TextReport {
  private let report: CheckReport
  private let isColored: Bool

  init(_ report: CheckReport, isColored: Bool) {
    self.report = report
    self.isColored = isColored
  }

  /// The text.
  var text: String {
    report.findings.map { text(of: $0.finding, in: $0.path) }.joined() + summary
  }

  private func text(of finding: CheckedFinding, in path: FilePath) -> String {
    let place = styled("\(path):\(finding.range.start.text):".printable, .bold)
    let severity = styled("\(finding.severity.name):", .of(finding.severity))
    var lines = ["\(place) \(severity) \(finding.message.printable) [\(finding.code)]"]
    lines += ["    " + finding.line.text.printable, "    " + styled(underline(finding.line), .of(finding.severity))]
    lines += finding.fixes.prefix(3).map { "  \(finding.fixes.count == 1 ? "fix" : "perhaps"): \($0.title.printable)" }
    lines += finding.related.map { related in
      "  \(related.path ?? path):\(related.range.start.text): \(related.message)".printable
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func underline(_ line: SourceLine) -> String {
    let before = line.text.unicodeScalars.prefix(line.marked.lowerBound).map { $0 == "\t" ? "\t" : " " }
    return before.joined() + "^" + String(repeating: "~", count: max(line.marked.count - 1, 0))
  }

  private var summary: String {
    let files = Self.counted(report.fileCount, "file")
    let counts = Severity.allCases.map { (report.count(of: $0), $0) }.filter { $0.0 > 0 }
    let found = counts.map { count, severity in
      severity == .information ? "\(count) of information" : Self.counted(count, severity.name)
    }
    let left = found.isEmpty ? "No findings" : found.joined(separator: ", ")
    let mended =
      switch (report.mendedCount, report.isMended) {
      case (0, _): ""
      case (let count, true): "; \(count) mended"
      case (let count, false): "; --fix mends \(count)"
      }
    return "\(left) in \(files)\(mended).\n"
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private enum Style: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
    case blue = "34"

    static func of(_ severity: Severity) -> Style {
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .information, .hint: .blue
      }
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// What a terminal shows as it is: control characters, which could make it do something, are U+FFFD.
  fileprivate var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 && self != "\t" || value >= 0x7F && value < 0xA0 }
}
