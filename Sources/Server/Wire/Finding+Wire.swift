import JSON
import TrustedAccess

extension Finding {
  /// The shape of ``write(to:)``.
  static let schema = Schema.named(
    "Finding",
    .object([
      .required("code", .text, "The rule's stable code."),
      .required("severity", .string(values: Severity.allCases.map(\.wireName)), "How grave it is."),
      .required("message", .text, "What is wrong and what would be right."),
      .required("field", .text, "The field: name, cluster, sourceResourceId, roles or roles[i]."),
      .optional("start", .count, "Where the wrong part of the field starts, in UTF-8 bytes."),
      .optional("end", .count, "Where it ends."),
      .required(
        "fixes",
        .array(
          of: .object([
            .required("title", .text, "What the fix does."),
            .required(
              "edits",
              .array(
                of: .object([
                  .required("field", .text, "The field to edit."),
                  .optional("start", .count, "Where the part to replace starts; all of the field if absent."),
                  .optional("end", .count, "Where it ends."),
                  .optional("newText", .text, "What to put there."),
                  .optional("newRoles", .texts, "The roles to put there."),
                  .optional("remove", .boolean, "True: take the role out of the list."),
                ])), "The edits that make it up."),
          ])), "Ways to mend it, best first."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", code)
      writer.member("severity", severity.wireName)
      writer.member("message", message)
      writer.member("field", field.wireName)
      if let range {
        writer.member("start", range.lowerBound)
        writer.member("end", range.upperBound)
      }
      writer.key("fixes")
      writer.array { writer in
        for fix in fixes {
          writer.object { writer in
            writer.member("title", fix.title)
            writer.key("edits")
            writer.array { writer in
              for edit in fix.edits { edit.write(to: &writer) }
            }
          }
        }
      }
    }
  }
}

extension FieldEdit {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("field", field.wireName)
      switch change {
      case .replace(let text):
        writer.member("newText", text)
      case .replaceRange(let range, let text):
        writer.member("start", range.lowerBound)
        writer.member("end", range.upperBound)
        writer.member("newText", text)
      case .replaceWithRoles(let roles):
        writer.member("newRoles", roles)
      case .remove:
        writer.member("remove", true)
      }
    }
  }
}

extension BindingField {
  /// The field's name on the wire.
  var wireName: String {
    switch self {
    case .name: "name"
    case .cluster: "cluster"
    case .source: "sourceResourceId"
    case .roles: "roles"
    case .role(let index): "roles[\(index)]"
    }
  }
}
