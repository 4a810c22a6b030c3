import Server
import TrustedAccess
import Workspace

/// A check as JUnit's XML, which most CI services show: a test case for each finding, which failed if it is an error or a
/// warning, and for each file that could not be looked at.
enum JUnitReport {
  static func text(_ report: CheckReport) -> String {
    let cases = report.findings.map { path, finding in
      let name = "\(finding.code) \(finding.range.start.text)"
      let message = "\(path):\(finding.range.start.text): \(finding.severity.name): \(finding.message)"
      return testCase(path, name, finding.severity <= .warning ? "failure" : "system-out", finding.code, message)
    }
    let problems = report.problems.map { problem in
      testCase(problem.path, "file", problem.isFatal ? "error" : "system-out", "file", problem.text)
    }
    let all = cases + problems
    let failures = report.count(of: .error) + report.count(of: .warning)
    let errors = report.problems.count(where: \.isFatal)
    let counts = "tests=\"\(max(all.count, 1))\" failures=\"\(failures)\" errors=\"\(errors)\""
    // Services take a report without a test for a broken one.
    let rest = all.isEmpty ? "    <testcase classname=\"check\" name=\"\(report.fileCount) files\"/>\n" : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="\(ServerInfo.name) check" \(counts)>
      \(all.joined())\(rest)  </testsuite>
      </testsuites>

      """
  }

  private static func testCase(_ path: FilePath, _ name: String, _ kind: String, _ type: String, _ text: String)
    -> String
  {
    let attributes = kind == "system-out" ? "" : " type=\"\(type)\" message=\"\(escaped(text))\""
    return """
          <testcase classname="\(escaped(path.description))" name="\(escaped(name))">
            <\(kind)\(attributes)>\(escaped(text))</\(kind)>
          </testcase>

      """
  }

  /// As XML 1.0 has it; characters that it cannot have are U+FFFD.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
