import DurableStorage
import Glibc
import LocalBackend
import SeededRandom
import Synchronization
import TrustedAccess

/// Writers that are killed at random points: what they had acknowledged must be there, what was under way may be, and
/// nothing that they left may be in the way of those that come after.
enum KilledWriters {
  private static let cluster = "killed"
  /// Each of so many writers at a time has names of its own, on one cluster.
  private static let slotCount = 4

  private static func names(of slot: Int) -> [String] { ["s\(slot)-a", "s\(slot)-b"] }

  // MARK: The writer

  /// Writes until it is killed, and tells before and after each write what it is: `begin NAME VALUE`, `ack NAME VALUE`;
  /// the value `-` stands for a deletion.
  static func write(_ options: Options) {
    let store = Store(options.folder, dying(at: options.dyingCall))
    var random = SplitMix64(seed: options.seed)
    var number = 0
    do {
      while true {
        number += 1
        let name = names(of: options.slot)[Int.random(in: 0...1, using: &random)]
        let isThere = try store.show(name, on: cluster) != nil
        let value = isThere && Int.random(in: 0..<4, using: &random) == 0 ? "-" : "v\(options.seed)-\(number)"
        Child.tell("begin \(name) \(value)")
        if value == "-" {
          _ = try store.delete(name, on: cluster)
        } else if isThere {
          _ = try store.update(name, value, expecting: nil, on: cluster)
        } else {
          _ = try store.create(name, value, on: cluster)
        }
        Child.tell("ack \(name) \(value)")
      }
    } catch {
      Child.tell("error \(error)")
      exit(1)
    }
  }

  /// The machine's file system, at whose call of that number this process dies.
  private static func dying(at number: Int) -> FileSystem {
    guard number > 0 else { return .system }
    let system = FileSystem.system
    var dying = system
    dying.open = { (path, access) throws(SystemError) in
      Countdown.tick(number)
      return try system.open(path, access)
    }
    dying.read = { (descriptor, buffer) throws(SystemError) in
      Countdown.tick(number)
      return try system.read(descriptor, buffer)
    }
    dying.write = { (descriptor, bytes) throws(SystemError) in
      Countdown.tick(number)
      // Half of it, so that the next call finds a half file if this process dies there.
      return try system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix((bytes.count + 1) / 2)))
    }
    dying.synchronize = { (descriptor) throws(SystemError) in
      Countdown.tick(number)
      try system.synchronize(descriptor)
    }
    dying.setModificationTime = { (descriptor, time) throws(SystemError) in
      Countdown.tick(number)
      try system.setModificationTime(descriptor, time)
    }
    dying.rename = { (path, newPath) throws(SystemError) in
      Countdown.tick(number)
      try system.rename(path, newPath)
    }
    dying.unlink = { (path) throws(SystemError) in
      Countdown.tick(number)
      try system.unlink(path)
    }
    dying.names = { (folder) throws(SystemError) in
      Countdown.tick(number)
      return try system.names(folder)
    }
    dying.lock = { (descriptor, mode) throws(SystemError) in
      Countdown.tick(number)
      try system.lock(descriptor, mode)
    }
    return dying
  }

  private enum Countdown {
    private static let count = Atomic<Int>(0)

    static func tick(_ number: Int) {
      if count.add(1, ordering: .relaxed).newValue == number { kill(getpid(), SIGKILL) }
    }
  }

  // MARK: The check

  /// One writer as its parent knows it.
  private struct Writer {
    var child: Child
    /// After how many acknowledgements it is killed; `nil` if it does so itself.
    var patience: Int?
    var unread: [UInt8] = []
    var underWay: (name: String, value: String)?
  }

  /// Runs writers until enough was written.
  ///
  /// - Returns: what was done, in one line.
  static func check(_ options: Options) throws -> String {
    var random = SplitMix64(seed: options.seed)
    try Store(options.folder).register(cluster)
    var acknowledged: [String: String] = [:]
    var counts = (writes: 0, deaths: 0, underWay: 0)
    var writers: [Int: Writer] = [:]
    while counts.writes < options.writes || !writers.isEmpty {
      if counts.writes < options.writes {
        for slot in 0..<slotCount where writers[slot] == nil {
          writers[slot] = try start(slot, options, &random)
        }
      }
      for slot in waitForOutput(writers) {
        guard var writer = writers.removeValue(forKey: slot) else { continue }
        if let bytes = writer.child.read() {
          try take(bytes, &writer, &acknowledged, &counts.writes)
          // Whoever is done is killed too.
          if counts.writes >= options.writes { writer.child.kill() }
          writers[slot] = writer
          continue
        }
        let status = writer.child.wait()
        guard status == -SIGKILL else { throw Failure("A writer ended with \(status) and was not killed.") }
        counts.deaths += 1
        if writer.underWay != nil { counts.underWay += 1 }
        try verify(slot, writer, &acknowledged, options.folder)
      }
    }
    try verifyUse(options.folder)
    return """
      killed writers: \(counts.writes) writes begun, \(counts.deaths) processes killed, \(counts.underWay) of them in the \
      midst of a write; nothing acknowledged was lost
      """
  }

  private static func start(_ slot: Int, _ options: Options, _ random: inout SplitMix64) throws -> Writer {
    let isSuicide = Bool.random(using: &random)
    let seed = Int.random(in: 0..<1_000_000_000, using: &random)
    let dyingCall = isSuicide ? Int.random(in: 1...250, using: &random) : 0
    let child = try Child([
      "writer", "--folder", options.folder, "--slot", "\(slot)", "--seed", "\(seed)", "--dying-call", "\(dyingCall)",
    ])
    child.begin()
    return Writer(child: child, patience: isSuicide ? nil : Int.random(in: 0...20, using: &random))
  }

  /// The slots whose writers have said something, or are gone.
  private static func waitForOutput(_ writers: [Int: Writer]) -> [Int] {
    let slots = writers.keys.sorted()
    var waiting = slots.map { pollfd(fd: writers[$0]?.child.output ?? -1, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return [] }
    return zip(slots, waiting).filter { $0.1.revents != 0 }.map(\.0)
  }

  /// Takes in what a writer told; kills it if it is time.
  private static func take(
    _ bytes: [UInt8], _ writer: inout Writer, _ acknowledged: inout [String: String], _ writes: inout Int
  ) throws {
    writer.unread += bytes
    while let end = writer.unread.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: writer.unread[..<end], as: UTF8.self)
      writer.unread.removeSubrange(...end)
      let words = line.split(separator: " ").map { String($0) }
      switch words.first {
      case "begin" where words.count == 3:
        writes += 1
        writer.underWay = (words[1], words[2])
      case "ack" where words.count == 3:
        acknowledged[words[1]] = words[2]
        writer.underWay = nil
        if let patience = writer.patience {
          writer.patience = patience - 1
          if patience <= 0 { writer.child.kill() }
        }
      default: throw Failure("A writer told: \(line)")
      }
    }
  }

  /// Compares the store with what a dead writer had acknowledged, and had under way.
  private static func verify(
    _ slot: Int, _ writer: Writer, _ acknowledged: inout [String: String], _ folder: String
  ) throws {
    let store = Store(folder)
    let problems = try store.backend.clusters().problems
    guard problems.isEmpty else { throw Failure("The store cannot be read: \(problems)") }
    for name in names(of: slot) {
      let actual = try store.show(name, on: cluster)?.value ?? "-"
      let known = acknowledged[name] ?? "-"
      let underWay = writer.underWay.flatMap { $0.name == name ? $0.value : nil }
      guard actual == known || actual == underWay else {
        throw Failure(
          "\(name) is \(actual); acknowledged was \(known), and \(underWay ?? "nothing") was under way.")
      }
      acknowledged[name] = actual
    }
  }

  /// Whether the store can be used as if nobody had died, and what was left behind is cleared away.
  private static func verifyUse(_ folder: String) throws {
    let store = Store(folder)
    for slot in 0..<slotCount {
      for name in names(of: slot) { _ = try store.delete(name, on: cluster) }
    }
    _ = try store.create("after", "v", on: cluster)
    let names = try FileSystem.system.list(folder)?.sorted() ?? []
    guard names.count == 2, names[0] == ".lock" else { throw Failure("The store's folder holds \(names).") }
  }
}
