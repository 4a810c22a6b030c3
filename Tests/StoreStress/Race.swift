import Glibc
import SeededRandom
import TrustedAccess

/// Many processes on few bindings: the history of all operations must be one that could have been made one after another.
enum Race {
  private static let clusters = ["race-1", "race-2"]
  private static let names = ["x", "y", "z"]

  // MARK: The racer

  /// Does random operations, and tells of each: `CLUSTER NAME BEGIN END ACTION VALUE EXPECTED ANSWER VALUE ETAG`, with `-`
  /// for what there is not.
  static func run(_ options: Options) {
    let store = Store(options.folder)
    var random = SplitMix64(seed: options.seed)
    var etags: [String: String] = [:]
    Child.waitToBegin()
    for number in 0..<options.operations {
      let cluster = clusters[Int.random(in: 0..<clusters.count, using: &random)]
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      let value = "v\(options.slot)-\(number)"
      let known = etags[cluster + name]
      let kind = Int.random(in: 0..<10, using: &random)
      let begin = monotonicNanoseconds()
      do {
        var lines: [String] = []
        switch kind {
        case 0..<3:
          let answer = try answer { try store.create(name, value, on: cluster) }
          lines = ["\(name) create \(value) - \(answer)"]
        case 3..<6:
          let answer = try answer { try store.update(name, value, expecting: known, on: cluster) }
          lines = ["\(name) update \(value) \(known ?? "-") \(answer)"]
        case 6:
          lines = ["\(name) delete - - \(try answer { try store.delete(name, on: cluster) })"]
        case 7:
          // A list is a look at each of its bindings.
          let list = try store.list(cluster)
          lines = try names.map { name in
            "\(name) show - - \(try answer { list.first { $0.binding.name.description == name } })"
          }
        default:
          let shown = try store.show(name, on: cluster)
          etags[cluster + name] = shown?.etag
          lines = ["\(name) show - - \(try answer { shown })"]
        }
        let end = monotonicNanoseconds()
        for line in lines { Child.tell("\(cluster) \(begin) \(end) \(line)") }
      } catch let error as BackendError where error.code == "StoreBusy" {
        Child.tell("busy")
      } catch {
        Child.tell("error \(error)")
        exit(1)
      }
    }
  }

  private static func answer(_ body: () throws -> StoredBinding?) throws -> String {
    do {
      return try body().map { "binding \($0.value) \($0.etag)" } ?? "nothing - -"
    } catch let error as BackendError {
      switch error.kind {
      case .alreadyExists: return "exists - -"
      case .preconditionFailed: return "mismatch - -"
      case .notFound: return "nothing - -"
      default: throw error
      }
    }
  }

  // MARK: The check

  /// Lets the processes race and checks the history.
  ///
  /// - Returns: what was done, in one line.
  static func check(_ options: Options) throws -> String {
    for cluster in clusters { try Store(options.folder).register(cluster) }
    var random = SplitMix64(seed: options.seed &+ 1)
    let racers = try (0..<options.processes).map { slot in
      try Child([
        "racer", "--folder", options.folder, "--slot", "\(slot)", "--operations", "\(options.operations)", "--seed",
        "\(Int.random(in: 0..<1_000_000_000, using: &random))",
      ])
    }
    for racer in racers { racer.begin() }
    var histories: [String: [Operation]] = [:]
    var busyCount = 0
    for racer in racers {
      for line in racer.readAll().split(separator: "\n") {
        if line == "busy" {
          busyCount += 1
        } else {
          let (binding, operation) = try parse(line)
          histories[binding, default: []].append(operation)
        }
      }
      let status = racer.wait()
      guard status == 0 else { throw Failure("A racing process ended with \(status).") }
    }
    try addLastLook(options.folder, &histories)
    for (binding, history) in histories.sorted(by: { $0.key < $1.key }) where !Linearizability.holds(history) {
      let lines = history.sorted { $0.begin < $1.begin }.map { "\($0.begin) \($0.end) \($0.action) \($0.answer)" }
      throw Failure("The history of \(binding) has no order:\n" + lines.joined(separator: "\n"))
    }
    let operationCount = histories.values.reduce(0) { $0 + $1.count }
    return """
      race: \(options.processes) processes, \(operationCount) operations on \(histories.count) bindings, \(busyCount) times \
      busy; the history is linearizable
      """
  }

  /// What is there in the end belongs to the history.
  private static func addLastLook(_ folder: String, _ histories: inout [String: [Operation]]) throws {
    let store = Store(folder)
    for cluster in clusters {
      for name in names {
        let shown = try store.show(name, on: cluster).map { Register(value: $0.value, etag: $0.etag) }
        histories["\(cluster)/\(name)", default: []].append(
          Operation(
            begin: .max - 1, end: .max, action: .show, answer: shown.map { .binding($0) } ?? .nothing))
      }
    }
  }

  private static func parse(_ line: Substring) throws -> (binding: String, Operation) {
    let words = line.split(separator: " ").map { String($0) }
    guard words.count == 10, let begin = Int64(words[1]), let end = Int64(words[2]) else {
      throw Failure("A racing process told: \(line)")
    }
    let action: Operation.Action =
      switch words[4] {
      case "create": .create(words[5])
      case "update": .update(words[5], expecting: words[6] == "-" ? nil : words[6])
      case "delete": .delete
      default: .show
      }
    let answer: Operation.Answer =
      switch words[7] {
      case "binding": .binding(Register(value: words[8], etag: words[9]))
      case "exists": .exists
      case "mismatch": .mismatch
      default: .nothing
      }
    return ("\(words[0])/\(words[3])", Operation(begin: begin, end: end, action: action, answer: answer))
  }
}
