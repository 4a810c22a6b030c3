import BindingDocuments
package import JSON
import SourceText

/// The findings that are known, and are not to be told again: how many of each kind a file has.
///
/// A finding is known by its file, its code and the text that it is about, not by its line: so it stays known when lines are
/// put before it, and comes up again when what it is about changes. Paths count from the folder of the baseline's file.
package struct Baseline: Hashable, Sendable {
  /// What a finding is known by.
  struct Key: Hashable, Sendable {
    var path: String
    var code: String
    var fingerprint: String
  }

  private var counts: [Key: Int] = [:]
  private let folder: FilePath

  /// An empty baseline.
  ///
  /// - Parameter folder: the folder of its file, from the root of the file system and without links.
  package init(in folder: FilePath) {
    self.folder = folder
  }

  /// Reads a baseline; `nil` if the value is none, or one of a later version.
  package init?(_ value: JSONValue, in folder: FilePath) {
    guard value["version"]?.integer == 1, let findings = value["findings"], findings.kind == .array else { return nil }
    self.folder = folder
    for finding in findings.elements {
      guard let path = finding["path"]?.string, let code = finding["code"]?.string,
        let fingerprint = finding["fingerprint"]?.string, let count = finding["count"]?.integer, count > 0
      else { return nil }
      counts[Key(path: path, code: code, fingerprint: fingerprint), default: 0] += count
    }
  }

  /// Takes a file's findings in.
  package mutating func add(_ file: CheckedFile) {
    let path = name(of: file.path)
    for finding in file.findings {
      counts[Key(path: path, code: finding.code, fingerprint: finding.fingerprintText), default: 0] += 1
    }
  }

  /// The findings of a file that are not known. Of those that are alike the last are the new ones.
  func unknown(_ findings: [DocumentFinding], of text: SourceText, in file: FilePath) -> [DocumentFinding] {
    unknown(findings, in: file) { finding in
      (finding.code, CheckedFinding.fingerprint(of: finding.code, text.bytes(in: finding.range)))
    }
  }

  /// The findings of a file that are not known.
  func unknown(_ findings: [CheckedFinding], in file: FilePath) -> [CheckedFinding] {
    unknown(findings, in: file) { ($0.code, $0.fingerprint) }
  }

  private func unknown<Finding>(
    _ findings: [Finding], in file: FilePath, _ identity: (Finding) -> (code: String, fingerprint: UInt64)
  ) -> [Finding] {
    guard !counts.isEmpty, !findings.isEmpty else { return findings }
    let path = name(of: file)
    var left: [Key: Int] = [:]
    return findings.filter { finding in
      let (code, fingerprint) = identity(finding)
      let key = Key(path: path, code: code, fingerprint: CheckedFinding.text(ofFingerprint: fingerprint))
      let count = left[key] ?? counts[key] ?? 0
      left[key] = count - 1
      return count <= 0
    }
  }

  /// Writes it, in an order of its own, so that it changes no more than what is known does.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("version", 1)
      writer.key("findings")
      writer.array { writer in
        let keys = counts.sorted {
          ($0.key.path, $0.key.code, $0.key.fingerprint) < ($1.key.path, $1.key.code, $1.key.fingerprint)
        }
        for (key, count) in keys {
          writer.object { writer in
            writer.member("path", key.path)
            writer.member("code", key.code)
            writer.member("fingerprint", key.fingerprint)
            writer.member("count", count)
          }
        }
      }
    }
  }

  /// A file's path from the folder of the baseline; from the root where it is not within.
  private func name(of file: FilePath) -> String {
    let location = (try? file.withoutLinks()) ?? file
    let names = location.names(below: folder)
    return names.isEmpty ? location.description : FilePath(names.joined(separator: [UInt8(ascii: "/")])).description
  }
}

extension CheckedFinding {
  /// The fingerprint in sixteen hexadecimal digits.
  package var fingerprintText: String { Self.text(ofFingerprint: fingerprint) }

  fileprivate static func text(ofFingerprint fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
