import TrustedAccess
import Workspace

/// What a check has to say, for those who print it.
struct CheckReport {
  /// The files of which there is something to say.
  let files: [CheckedFile]

  /// How many files were looked at.
  let fileCount: Int

  /// Whether the fixes were made.
  let isMended: Bool

  /// Every finding with its file.
  var findings: [(path: FilePath, finding: CheckedFinding)] {
    files.flatMap { file in file.findings.map { (file.path, $0) } }
  }

  /// Whatever kept a file from being looked at, or should be known of one.
  var problems: [FileProblem] { files.flatMap(\.problems) }

  /// How many findings are that grave.
  func count(of severity: Severity) -> Int { files.reduce(0) { $0 + $1.findings.count { $0.severity == severity } } }

  /// How many findings were mended, or can be by `--fix`.
  var mendedCount: Int { files.reduce(0) { $0 + $1.mendedCount } }
}

/// The formats in which a check can be told.
enum CheckFormat: String, CaseIterable {
  case text, json, sarif, github, junit
}

extension Severity {
  /// Its name.
  var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }
}

extension TextPlace {
  /// Line and column as compilers tell them: `12:5`.
  var text: String { "\(line):\(column)" }
}

extension FileProblem {
  /// The file, the place in it and what is wrong.
  var text: String { "\(path)\(place.map { ":\($0.text)" } ?? ""): \(message)" }
}
