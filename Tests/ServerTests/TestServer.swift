import Foundation
import JSON
import JSONRPC
import RoleCatalog
import Synchronization
import Testing
import TrustedAccess

@testable import Server

/// A server's methods on a store of their own, with a clock that only the test moves.
///
/// Every result is held to the shape that its method declares.
final class TestServer: Sendable {
  /// What the clock says at first.
  static let start = "2026-03-01T12:00:00Z"

  let context: ServerContext
  private let clock = Clock()
  private let folder = FileManager.default.temporaryDirectory.appending(path: "server-tests-\(UUID().uuidString)")

  private final class Clock: Sendable {
    let time = Mutex(Timestamp(wireText: TestServer.start) ?? Timestamp(millisecondsSinceEpoch: 0))
  }

  /// - Parameter threads: where threads come from; there are none to be had unless a test brings some.
  init(
    roleSource: (any RoleListSource)? = nil, isOffline: Bool = false, threads: Threads = Threads { _ in false }
  ) {
    var configuration = ServerContext.Configuration(
      store: folder.appending(path: "store").path, cache: folder.appending(path: "cache").path)
    configuration.isOffline = isOffline
    context = ServerContext(
      configuration, roleSource: roleSource, threads: threads, now: { [clock] in clock.time.withLock { $0 } })
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Moves the clock; backwards, if need be.
  func advance(minutes: Int64) {
    clock.time.withLock { $0 = $0.advanced(byMilliseconds: minutes * 60_000) }
  }

  /// Calls a method of `trustedAccess/` and gives its result. In `params`, `'` stands for `"`.
  @discardableResult
  func call(_ name: String, _ params: String = "{}") throws -> Reply {
    let params = try JSONValue.parse(params.replacing("'", with: "\""))
    var writer = JSONWriter()
    try context.answer("trustedAccess/\(name)", params, into: &writer)
    let result = try JSONValue.parse(writer.finish())
    let method = try context.method(named: "trustedAccess/\(name)")
    do {
      try method.result.check(result, at: "result")
    } catch let mismatch {
      Issue.record("\(name): '\(mismatch.path)' \(mismatch.message)")
    }
    return Reply(value: result)
  }

  /// Calls a method that must fail, and gives its error as a reply has it.
  func fault(_ name: String, _ params: String = "{}") throws -> Reply {
    do {
      let reply = try call(name, params)
      Issue.record("\(name) gave \(reply) and was to fail")
      return reply
    } catch let error as ResponseError {
      return try Reply(error)
    }
  }
}

/// What a method answered, to be looked into by paths: `binding.effective.roles.0`.
struct Reply: CustomStringConvertible {
  var value: JSONValue

  /// The text, number or truth value at a path as it stands in JSON, texts without their quotes; `nil` if nothing is
  /// there. `count` at the end of a path counts elements.
  subscript(path: String) -> String? {
    var value = value
    for step in path.split(separator: ".").map(String.init) {
      if step == "count", value.kind == .array { return String(value.count) }
      let next = Int(step).map { Array(value.elements).dropFirst($0).first } ?? value[step]
      guard let next else { return nil }
      value = next
    }
    return value.string ?? String(decoding: value.sourceText, as: UTF8.self)
  }

  var description: String { String(decoding: value.sourceText, as: UTF8.self) }
}

extension Reply {
  /// An error as a reply has it.
  init(_ error: ResponseError) throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("code", error.code.rawValue)
      writer.member("message", error.message)
      if let data = error.data { writer.member("data", data) }
    }
    value = try JSONValue.parse(writer.finish())
  }
}

/// IDs and names that the tests share.
enum Sample {
  static let group = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers"
  static let cluster = "\(group)/Microsoft.ContainerService/managedClusters/aks"
  static let workspace = "\(group)/Microsoft.MachineLearningServices/workspaces/ws1"
  static let vault = "\(group)/Microsoft.DataProtection/backupVaults/vault1"
  static let workload = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  static let inference = "Microsoft.MachineLearningServices/workspaces/inference-v1"
  static let backup = "Microsoft.DataProtection/backupVaults/backup-operator"
}

extension TestServer {
  /// Registers the sample cluster.
  func register(_ id: String = Sample.cluster, flags: String = "") throws {
    try call("clusters/register", "{'id': '\(id)', 'location': 'eastus'\(flags)}")
  }

  /// Creates a binding of the sample workspace on the sample cluster.
  @discardableResult
  func create(
    _ name: String, source: String = Sample.workspace, role: String = Sample.workload
  ) throws -> Reply {
    try call("roleBindings/create", "['\(Sample.cluster)', '\(name)', '\(source)', ['\(role)']]")
  }
}
