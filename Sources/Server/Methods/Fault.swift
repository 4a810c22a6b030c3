import JSON
import JSONRPC

/// A fault of the domain, as the error table of the specification has it: one code each, outside the ranges that
/// JSON-RPC and LSP keep for themselves (-32899 to -32000).
package enum FaultCode: Int, Sendable, CaseIterable {
  case notFound = 1001
  case alreadyExists = 1002
  case invalid = 1003
  case preconditionFailed = 1004
  case limitExceeded = 1005
  case forbidden = 1006
  case unavailable = 1007
  case damaged = 1008
  case confirmationRequired = 1009

  /// What the code means, in a sentence.
  package var summary: String {
    switch self {
    case .notFound: "The cluster, binding or role is not there."
    case .alreadyExists: "A cluster or binding of that name is there already."
    case .invalid: "A value is refused, as AKS would refuse it."
    case .preconditionFailed: "The binding is not the one that 'ifMatch' names, or the cluster still has bindings."
    case .limitExceeded: "A limit of the service is reached."
    case .forbidden: "The caller may not do this."
    case .unavailable: "The store, the network or the service is out of order."
    case .damaged: "Data on disk is damaged; the file was set aside and is named."
    case .confirmationRequired: "The change needs an explicit 'confirm': true; the error says what it would do."
    }
  }
}

/// The member `data` of an error.
struct FaultData: Sendable {
  /// The service's own code where one is known, `InvalidParameter`; else our own.
  var code: String
  /// What is wrong.
  var message: String
  /// The parameter, file or resource that the error is about.
  var target: String?
  /// What the caller can do.
  var remedy: String?
  /// Whether the same call may succeed later.
  var isRetryable = false
  /// More about it, as ARM's errors have it.
  var details: [Detail] = []

  /// One more thing to say of a fault.
  struct Detail: Sendable {
    /// What is said.
    var code: String
    /// The text.
    var message: String
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", code)
      writer.member("message", message)
      if let target { writer.member("target", target) }
      if let remedy { writer.member("remedy", remedy) }
      writer.member("retryable", isRetryable)
      if !details.isEmpty {
        writer.key("details")
        writer.array { writer in
          for detail in details {
            writer.object { writer in
              writer.member("code", detail.code)
              writer.member("message", detail.message)
            }
          }
        }
      }
    }
  }

  /// The error that carries this.
  func error(_ code: FaultCode) -> ResponseError {
    ResponseError(ErrorCode(rawValue: code.rawValue), message) { write(to: &$0) }
  }

  static let schema = Schema.named(
    "FaultData",
    .object([
      .required("code", .text, "The service's own code where one is known, else ours."),
      .required("message", .text, "What is wrong."),
      .optional("target", .text, "The parameter, file or resource that the error is about."),
      .optional("remedy", .text, "What the caller can do."),
      .required("retryable", .boolean, "Whether the same call may succeed later."),
      .optional(
        "details",
        .array(
          of: .object([
            .required("code", .text, "What is said."),
            .required("message", .text, "The text."),
          ])), "More about it, as ARM's errors have it."),
    ]))
}
