import DurableStorage
import Foundation
import RoleCatalog
import Synchronization
import TrustedAccess

/// A catalog on a folder of its own, with a scripted source and a clock that only the test moves.
final class CatalogUnderTest: Sendable {
  let folder: URL
  let source = ScriptedSource()
  private let clock: Clock
  private let ownsFolder: Bool

  private final class Clock: Sendable {
    let time = Mutex<Int64>(1_772_366_400_000)
  }

  let catalog: RoleCatalog

  /// - Parameter other: a catalog of another process, whose folder and clock this one shares.
  init(
    sharing other: CatalogUnderTest? = nil, isOffline: Bool = false, hasSource: Bool = true,
    timeToLive: Int64? = nil, on fileSystem: FileSystem = .system
  ) {
    let clock = other?.clock ?? Clock()
    self.clock = clock
    ownsFolder = other == nil
    folder =
      other?.folder ?? FileManager.default.temporaryDirectory.appending(path: "catalog-tests-\(UUID().uuidString)")
    var configuration = RoleCatalog.Configuration(folder: folder.path)
    configuration.isOffline = isOffline
    if let timeToLive { configuration.timeToLive = timeToLive }
    catalog = RoleCatalog(
      configuration, source: hasSource ? source : nil, fileSystem: fileSystem,
      now: { Timestamp(millisecondsSinceEpoch: clock.time.withLock { $0 }) }, jitter: { 0.5 })
  }

  deinit { if ownsFolder { try? FileManager.default.removeItem(at: folder) } }

  func advance(seconds: Int64) { clock.time.withLock { $0 += seconds * 1000 } }

  var now: Timestamp { Timestamp(millisecondsSinceEpoch: clock.time.withLock { $0 }) }

  func names(_ key: RoleListKey) -> [String] { catalog.snapshot(for: key).index.entries.map(\.role.name.name) }

  /// Where the list for a key is kept.
  func path(_ key: RoleListKey) -> String {
    "\(folder.path)/\(key.cloud.lowercased()).\(key.subscription ?? "").\(key.location).json"
  }

  /// The files of the cache, by name; without the lock.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0 != ".lock" }.sorted()
  }
}

/// A source that answers what it is told to, and counts.
final class ScriptedSource: RoleListSource {
  struct Script: Sendable {
    var answer: Result<[Role], RoleListFailure> = .success([role("a")])
    /// Whether each list has one role, named as its location, instead.
    var answersByLocation = false
    var count = 0
    /// Called in the middle of an answer.
    var meanwhile: (@Sendable () -> Void)?
  }

  let script = Mutex(Script())

  var count: Int { script.withLock(\.count) }

  func answer(_ names: String...) { script.withLock { $0.answer = .success(names.map { role($0) }) } }

  func fail() {
    script.withLock {
      $0.answer = .failure(RoleListFailure(code: "Down", cause: "It is down.", remedy: "Wait."))
    }
  }

  func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role] {
    let (answer, meanwhile) = script.withLock { script in
      script.count += 1
      return (script.answersByLocation ? .success([role(key.location)]) : script.answer, script.meanwhile)
    }
    meanwhile?()
    return try answer.get()
  }
}

func role(_ name: String) -> Role {
  Role(
    name: RoleName("Contoso.App/apps/\(name)")!,
    rules: [PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"])])
}

func key(_ location: String = "eastus", subscription: String? = nil, cloud: String = "AzureCloud")
  -> RoleListKey
{
  RoleListKey(cloud: cloud, subscription: subscription, location: location)!
}
