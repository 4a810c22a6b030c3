import JSON
import JSONRPC
import TrustedAccess

extension BackendError {
  /// The error in the words of the wire: the service's own where they are known.
  var faultData: FaultData {
    FaultData(
      code: code, message: message, target: target, remedy: remedy, isRetryable: isRetryable,
      details: details.map { FaultData.Detail(code: $0.code, message: $0.message) })
  }

  /// The error as a reply carries it, under the code of its kind.
  var response: ResponseError { faultData.error(kind.faultCode) }
}

extension BackendError.Kind {
  fileprivate var faultCode: FaultCode {
    switch self {
    case .notFound: .notFound
    case .alreadyExists: .alreadyExists
    case .invalid: .invalid
    case .preconditionFailed: .preconditionFailed
    case .limitExceeded: .limitExceeded
    case .forbidden: .forbidden
    case .unavailable: .unavailable
    case .damaged: .damaged
    }
  }
}

/// Runs what a backend does, and puts its error into the words of the wire.
///
/// - Parameter cluster: the parameter that names the cluster: what is wrong with a cluster's ID is said of it.
func asking<Value>(
  clusterIn cluster: String = "cluster", _ body: () throws(BackendError) -> Value
) throws(ResponseError) -> Value {
  do throws(BackendError) {
    return try body()
  } catch {
    var error = error
    if error.kind == .invalid, error.target == "cluster" { error.target = cluster }
    throw error.response
  }
}
