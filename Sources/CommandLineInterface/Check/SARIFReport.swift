import BindingDocuments
import JSON
import Server
import TrustedAccess
import Workspace

/// A check as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which code scanning of GitHub and Azure DevOps
/// takes.
enum SARIFReport {
  static func write(_ report: CheckReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { writer in
        writer.object { writer in
          writeTool(to: &writer)
          writer.member("columnKind", "unicodeCodePoints")
          writeInvocation(report, to: &writer)
          writer.key("results")
          writer.array { writer in for (path, finding) in report.findings { write(finding, in: path, to: &writer) } }
        }
      }
    }
  }

  private static let rules = DocumentRuleDescription.catalog

  private static func writeTool(to writer: inout JSONWriter) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.member("name", ServerInfo.name)
        writer.member("semanticVersion", ServerInfo.version)
        writer.key("rules")
        writer.array { writer in
          for rule in rules {
            writer.object { writer in
              writer.member("id", rule.code)
              writeText("shortDescription", rule.summary, to: &writer)
              writer.key("defaultConfiguration")
              writer.object { $0.member("level", rule.severity.sarifLevel) }
            }
          }
        }
      }
    }
  }

  private static func writeInvocation(_ report: CheckReport, to writer: inout JSONWriter) {
    writer.key("invocations")
    writer.array { writer in
      writer.object { writer in
        writer.member("executionSuccessful", !report.problems.contains(where: \.isFatal))
        writer.key("toolExecutionNotifications")
        writer.array { writer in
          for problem in report.problems {
            writer.object { writer in
              writer.member("level", problem.isFatal ? "error" : "warning")
              writeText("message", problem.message, to: &writer)
              writer.key("locations")
              writer.array { writer in
                let range = problem.place.map { TextRange(start: $0, end: $0) }
                writer.object { writeLocation(of: problem.path, range, to: &$0) }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ finding: CheckedFinding, in path: FilePath, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("ruleId", finding.code)
      if let index = rules.firstIndex(where: { $0.code == finding.code }) { writer.member("ruleIndex", index) }
      writer.member("level", finding.severity.sarifLevel)
      writeText("message", finding.message, to: &writer)
      writer.key("locations")
      writer.array { writer in writer.object { writeLocation(of: path, finding.range, to: &$0) } }
      writer.key("partialFingerprints")
      writer.object { $0.member("codeAndText/v1", finding.fingerprintText) }
      if !finding.related.isEmpty {
        writer.key("relatedLocations")
        writer.array { writer in
          for related in finding.related {
            writer.object { writer in
              writeLocation(of: related.path ?? path, related.range, to: &writer)
              writeText("message", related.message, to: &writer)
            }
          }
        }
      }
      if !finding.fixes.isEmpty {
        writer.key("fixes")
        writer.array { writer in for fix in finding.fixes { write(fix, of: path, to: &writer) } }
      }
    }
  }

  private static func write(_ fix: CheckedFix, of path: FilePath, to writer: inout JSONWriter) {
    writer.object { writer in
      writeText("description", fix.title, to: &writer)
      writer.key("artifactChanges")
      writer.array { writer in
        writer.object { writer in
          writeArtifact(path, to: &writer)
          writer.key("replacements")
          writer.array { writer in
            for edit in fix.edits {
              writer.object { writer in
                writeRegion("deletedRegion", edit.range, to: &writer)
                writeText("insertedContent", edit.text, to: &writer)
              }
            }
          }
        }
      }
    }
  }

  private static func writeLocation(of path: FilePath, _ range: TextRange?, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writeArtifact(path, to: &writer)
      if let range { writeRegion("region", range, to: &writer) }
    }
  }

  private static func writeArtifact(_ path: FilePath, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { writer in writer.member("uri", path.uri) }
  }

  private static func writeRegion(_ name: StaticString, _ range: TextRange, to writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.member("startLine", range.start.line)
      writer.member("startColumn", range.start.column)
      writer.member("endLine", range.end.line)
      writer.member("endColumn", range.end.column)
    }
  }

  private static func writeText(_ name: StaticString, _ text: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.object { $0.member("text", text) }
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}

extension FilePath {
  /// As a reference in the sense of RFC 3986: relative as it is, absolute behind `file://`.
  fileprivate var uri: String {
    let plain = Array("-._~/!$&'()*+,=:@".utf8)
    // A colon in the first name would make it a scheme.
    let start = bytes.first == UInt8(ascii: "/") ? "file://" : name.contains(UInt8(ascii: ":")) ? "./" : ""
    return bytes.reduce(into: start) { uri, byte in
      let isPlain = byte < 0x80 && ((byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || plain.contains(byte))
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
