import BindingDocuments
import JSON
import SourceText
import TrustedAccess

/// What is found in a document, with its places as LSP has them.
struct DocumentPlaces {
  private let text: SourceText
  private let encoding: PositionEncoding

  /// - Parameter encoding: what the characters of positions count.
  init(_ text: SourceText, _ encoding: PositionEncoding) {
    self.text = text
    self.encoding = encoding
  }

  /// The shape of a range: LSP 3.17, "Range".
  static let rangeSchema = Schema.named(
    "Range", .object([.required("start", position, "Its start."), .required("end", position, "Its end, exclusive.")]))

  private static let position = Schema.named(
    "Position",
    .object([
      .required("line", .count, "The line, from 0."), .required("character", .count, "The character in it, from 0."),
    ]))

  /// Writes a range.
  func write(_ range: Range<Int>, to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, offset) in [("start" as StaticString, range.lowerBound), ("end", range.upperBound)] {
        let position = text.position(of: offset, in: encoding)
        writer.key(name)
        writer.object { writer in
          writer.member("line", position.line)
          writer.member("character", position.character)
        }
      }
    }
  }

  /// The shape of a finding.
  static let findingSchema = Schema.named(
    "DocumentFinding",
    .object([
      .required("code", .text, "The rule's stable code."),
      .required("severity", .string(values: Severity.allCases.map(\.wireName)), "How grave it is."),
      .required("message", .text, "What is wrong and what would be right."),
      .required("range", rangeSchema, "Where."),
      .required(
        "fixes",
        .array(
          of: .object([
            .required("title", .text, "What the fix does."),
            .required(
              "edits",
              .array(
                of: .object([
                  .required("range", rangeSchema, "What is replaced."), .required("newText", .text, "What by."),
                ])), "Its edits, in order and apart from each other."),
          ])), "Ways to mend it, best first."),
    ]))

  /// Writes a finding.
  func write(_ finding: DocumentFinding, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", finding.code)
      writer.member("severity", finding.severity.wireName)
      writer.member("message", finding.message)
      writer.key("range")
      write(finding.range, to: &writer)
      writer.key("fixes")
      writer.array { writer in
        for fix in finding.fixes {
          writer.object { writer in
            writer.member("title", fix.title)
            writer.key("edits")
            writer.array { writer in
              for edit in fix.edits {
                writer.object { writer in
                  writer.key("range")
                  write(edit.range, to: &writer)
                  writer.member("newText", String(decoding: edit.text, as: UTF8.self))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The shape of a site.
  static let siteSchema = Schema.named(
    "BindingSite",
    .object([
      .required(
        "form", .string(values: BindingSite.Form.allCases.map { "\($0)" }), "In which form it is written."),
      .optional(
        "operation", .string(values: BindingSite.Operation.allCases.map { "\($0)" }),
        "What it does; absent if that is not known."),
      .required("range", rangeSchema, "All of it."),
      .optional("name", valueSchema, "The binding's name."),
      .optional("cluster", valueSchema, "The cluster's resource ID."),
      .optional("sourceResourceId", valueSchema, "The source's resource ID."),
      .optional("roles", .array(of: valueSchema), "The roles."),
    ]))

  private static let valueSchema = Schema.named(
    "DocumentValue",
    .object([
      .required("text", .text, "The value; what is not known in it stands as '${…}'."),
      .required("known", .boolean, "Whether all of it is known."),
      .optional("range", rangeSchema, "Where it stands; absent if it stands nowhere by itself."),
    ]))

  /// Writes a site.
  func write(_ site: DocumentSite, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("form", "\(site.form)")
      if let operation = site.operation { writer.member("operation", "\(operation)") }
      writer.key("range")
      write(site.range, to: &writer)
      write("name", site.name, to: &writer)
      write("cluster", site.cluster, to: &writer)
      write("sourceResourceId", site.source, to: &writer)
      if let roles = site.roles {
        writer.key("roles")
        writer.array { writer in for role in roles { write(role, to: &writer) } }
      }
    }
  }

  private func write(_ name: StaticString, _ value: DocumentValue?, to writer: inout JSONWriter) {
    guard let value else { return }
    writer.key(name)
    write(value, to: &writer)
  }

  private func write(_ value: DocumentValue, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", value.text)
      writer.member("known", value.isKnown)
      if let range = value.range {
        writer.key("range")
        write(range, to: &writer)
      }
    }
  }
}
