import JSON
import JSONRPC
import LocalBackend
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/server/diagnose`.
  static let serverDiagnose = Method(
    "trustedAccess/server/diagnose",
    "Checks what the server depends on, and says what is wrong and what can be done",
    lane: .slow,
    result: .object([
      .required("healthy", .boolean, "Whether no check failed; a warning is no failure."),
      .required("version", .text, "The program's version."),
      .required("time", .timestamp, "The server's time."),
      .required(
        "checks",
        .array(
          of: .object([
            .required("name", .text, "What was checked."),
            .required("status", .string(values: Diagnosis.Status.allCases.map(\.rawValue)), "How it is."),
            .required("message", .text, "What was seen."),
            .optional("remedy", .text, "What can be done."),
          ])), "The checks, in a fixed order."),
    ])
  ) { invocation, result throws(ResponseError) in
    let context = invocation.context
    let checks = context.diagnoses()
    result.object { writer in
      writer.member("healthy", checks.allSatisfy { $0.status != .failed })
      writer.member("version", ServerInfo.version)
      writer.member("time", context.now())
      writer.key("checks")
      writer.array { writer in
        for check in checks {
          writer.object { writer in
            writer.member("name", check.name)
            writer.member("status", check.status.rawValue)
            writer.member("message", check.message)
            if let remedy = check.remedy { writer.member("remedy", remedy) }
          }
        }
      }
    }
  }
}

/// What one check saw.
private struct Diagnosis {
  enum Status: String, CaseIterable {
    case ok
    case warning
    case failed
  }

  var name: String
  var status: Status
  var message: String
  var remedy: String?

  init(_ name: String, _ status: Status, _ message: String, remedy: String? = nil) {
    self.name = name
    self.status = status
    self.message = message
    self.remedy = remedy
  }

  init(_ name: String, _ error: BackendError) {
    self.init(name, .failed, error.message, remedy: error.remedy)
  }
}

extension ServerContext {
  fileprivate func diagnoses() -> [Diagnosis] {
    [clock(), store()] + clusters() + roles()
  }

  private func clock() -> Diagnosis {
    let bundled = RoleSnapshot.bundled.provenance.fetchedAt
    return now() > bundled
      ? Diagnosis("clock", .ok, "The clock says \(now().wireText).")
      : Diagnosis(
        "clock", .failed, "The clock says \(now().wireText), which is before this program was made.",
        remedy: "Set the clock: when changes take effect is computed from it.")
  }

  private func store() -> Diagnosis {
    do throws(BackendError) {
      guard try backend.probe() else {
        return backend.folder.isEmpty
          ? Diagnosis(
            "store", .failed, "No folder for the local store is known.",
            remedy: "Give '--store', or set XDG_STATE_HOME or HOME.")
          : Diagnosis("store", .ok, "\(backend.folder) is made when the first cluster is registered.")
      }
      return Diagnosis("store", .ok, "\(backend.folder) can be changed.")
    } catch {
      return Diagnosis("store", error)
    }
  }

  private func clusters() -> [Diagnosis] {
    do throws(BackendError) {
      let listing = try backend.clusters()
      let count = listing.clusters.count
      let summary = Diagnosis("clusters", .ok, "\(count) cluster\(count == 1 ? " is" : "s are") registered.")
      return [summary] + listing.problems.map { Diagnosis("clusters", $0) }
    } catch {
      return [Diagnosis("clusters", error)]
    }
  }

  private func roles() -> [Diagnosis] {
    let bundled = RoleSnapshot.bundled.provenance
    let summary = Diagnosis(
      "roles", .ok,
      "The roles that came with the program were recorded for \(bundled.location) on "
        + "\(bundled.fetchedAt.wireText.prefix(10)).")
    let cache = catalog.cacheProblem.map { Diagnosis("roles", .warning, $0.message, remedy: $0.remedy) }
    return [summary, cache].compactMap { $0 }
      + catalog.status().flatMap { status in
        let failure = status.failure.map {
          Diagnosis(
            "roles", .warning, "The list for \(status.key.location) could not be fetched: \($0.failure.cause)",
            remedy: $0.failure.remedy)
        }
        let problem = status.problem.map { Diagnosis("roles", .warning, $0.message, remedy: $0.remedy) }
        return [failure, problem].compactMap { $0 }
      }
  }
}
