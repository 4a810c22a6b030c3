import JSON
import JSONRPC
import TrustedAccess

extension Method {
  /// `trustedAccess/resourceIds/validate`.
  static let resourceIDsValidate = Method(
    "trustedAccess/resourceIds/validate",
    "Says what is wrong with a resource ID, what would be right, and which tools refuse it",
    details: "A text with a placeholder ('$SUB', '<your-id>') is not flagged for it. Offsets count UTF-8 bytes.",
    lane: .immediate,
    parameters: [Parameters.resourceID.required, Parameters.expectedResource.optional],
    result: .object([
      .required("valid", .boolean, "Whether nothing graver than a note was found."),
      .required(
        "problems",
        .array(
          of: .object([
            .required("code", .text, "The problem's stable code."),
            .required("severity", .string(values: Severity.allCases.map(\.wireName)), "How grave it is."),
            .required("message", .text, "What is wrong and what would be right."),
            .required("start", .count, "Where the wrong part starts."),
            .required("end", .count, "Where it ends."),
            .optional("correction", .text, "The whole ID with this problem mended."),
          ])), "What was found, in the order of the text."),
      .optional("correction", .text, "The whole ID with every problem mended."),
      .required(
        "verdicts",
        .array(
          of: .object([
            .required("tool", .text, "The tool."),
            .required("accepted", .boolean, "Whether the tool takes the ID as it is meant."),
            .optional("reason", .text, "Why it is refused or misread."),
            .optional("misreadAs", .text, "The ID that the tool takes it for, silently."),
          ])), "What each tool does with the ID."),
    ])
  ) { invocation, result throws(ResponseError) in
    let text = try invocation.arguments.required(Parameters.resourceID)
    let expected: ResourceType? =
      switch invocation.arguments[Parameters.expectedResource] {
      case "cluster": .cluster
      case "binding": .binding
      default: nil
      }
    let diagnosis = ResourceIDDiagnosis(text, expecting: expected)
    result.object { writer in
      writer.member("valid", diagnosis.problems.allSatisfy { $0.severity > .warning })
      writer.key("problems")
      writer.array { writer in
        for problem in diagnosis.problems {
          writer.object { writer in
            writer.member("code", problem.code)
            writer.member("severity", problem.severity.wireName)
            writer.member("message", problem.message)
            writer.member("start", problem.range.lowerBound)
            writer.member("end", problem.range.upperBound)
            if let correction = problem.correction { writer.member("correction", correction) }
          }
        }
      }
      if let correction = diagnosis.correction { writer.member("correction", correction) }
      writer.key("verdicts")
      writer.array { writer in
        for verdict in ResourceID.verdicts(for: text) {
          writer.object { writer in
            writer.member("tool", "\(verdict.tool)")
            writer.member("accepted", verdict.isAccepted)
            switch verdict.outcome {
            case .accepted:
              return
            case .refused(let reason):
              writer.member("reason", reason)
            case .misread(let other, let reason):
              writer.member("reason", reason)
              writer.member("misreadAs", other)
            }
          }
        }
      }
    }
  }
}

extension Severity {
  /// The severity as it stands on the wire.
  var wireName: String { "\(self)" }
}
