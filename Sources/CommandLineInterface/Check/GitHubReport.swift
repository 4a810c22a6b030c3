import TrustedAccess
import Workspace

/// A check as GitHub's workflow commands, which show findings beside the lines of a pull request: a line each.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those of the toolkit's `command.ts`.
enum GitHubReport {
  static func text(_ report: CheckReport) -> String {
    let findings = report.findings.map { path, finding in
      let properties = [
        ("file", path.description), ("line", String(finding.range.start.line)),
        ("endLine", String(finding.range.end.line)),
        // GitHub takes columns of one line only.
        ("col", String(finding.range.start.column)),
        ("endColumn", finding.range.start.line == finding.range.end.line ? String(finding.range.end.column) : ""),
        ("title", finding.code),
      ]
      return command(finding.severity.githubCommand, properties, finding.message)
    }
    let problems = report.problems.map { problem in
      let place = [("line", problem.place?.line), ("col", problem.place?.column)].map {
        ($0, $1.map(String.init) ?? "")
      }
      return command(
        problem.isFatal ? "error" : "warning", [("file", problem.path.description)] + place, problem.message)
    }
    return (findings + problems).map { $0 + "\n" }.joined()
  }

  private static func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
    let list = properties.filter { !$0.1.isEmpty }.map { "\($0)=\(escaped($1, [":", ","]))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(message))"
  }

  private static func escaped(_ text: String, _ others: [Unicode.Scalar] = []) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if ["%", "\r", "\n"].contains(scalar) || others.contains(scalar) {
        result += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Severity {
  fileprivate var githubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "notice"
    }
  }
}
