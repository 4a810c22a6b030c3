import JSON
import TrustedAccess
import Workspace

/// A check for programs.
enum JSONReport {
  static func write(_ report: CheckReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("version", 1)
      writer.member("fileCount", report.fileCount)
      writer.key("findings")
      writer.array { writer in for (path, finding) in report.findings { write(finding, in: path, to: &writer) } }
      writer.key("problems")
      writer.array { writer in for problem in report.problems { write(problem, to: &writer) } }
      writer.member("mendedCount", report.isMended ? report.mendedCount : 0)
    }
  }

  private static func write(_ finding: CheckedFinding, in path: FilePath, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", path.description)
      writer.member("code", finding.code)
      writer.member("severity", finding.severity.name)
      writer.member("message", finding.message)
      write(finding.range, to: &writer)
      writer.member("fingerprint", finding.fingerprintText)
      writer.key("fixes")
      writer.array { writer in
        for fix in finding.fixes {
          writer.object { writer in
            writer.member("title", fix.title)
            writer.key("edits")
            writer.array { writer in for edit in fix.edits { write(edit, to: &writer) } }
          }
        }
      }
      writer.key("related")
      writer.array { writer in
        for related in finding.related {
          writer.object { writer in
            writer.member("path", (related.path ?? path).description)
            write(related.range, to: &writer)
            writer.member("message", related.message)
          }
        }
      }
    }
  }

  private static func write(_ edit: CheckedFix.Edit, to writer: inout JSONWriter) {
    writer.object { writer in
      write(edit.range, to: &writer)
      writer.member("newText", edit.text)
    }
  }

  private static func write(_ problem: FileProblem, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", problem.path.description)
      if let place = problem.place {
        writer.member("line", place.line)
        writer.member("column", place.column)
      }
      writer.member("message", problem.message)
      writer.member("isFatal", problem.isFatal)
    }
  }

  private static func write(_ range: TextRange, to writer: inout JSONWriter) {
    writer.member("line", range.start.line)
    writer.member("column", range.start.column)
    writer.member("endLine", range.end.line)
    writer.member("endColumn", range.end.column)
  }
}
