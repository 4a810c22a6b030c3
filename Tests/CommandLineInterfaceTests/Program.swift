import Foundation
import Glibc
import Testing

/// The program with a home of its own, in which it finds no store and no cache at first.
final class Program: Sendable {
  let home = FileManager.default.temporaryDirectory.appending(path: "cli-tests-\(UUID().uuidString)")

  /// The built program, beside the test bundle.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "trusted-access-server")

  init() throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: home)
  }

  /// What a run left.
  struct Outcome: CustomStringConvertible {
    var status: Int32
    var isKilled: Bool
    var output: String
    var errors: String

    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    var description: String { "status \(status)\noutput:\n\(output)\nerrors:\n\(errors)" }

    /// The output, which must be JSON.
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    let source = try file("input", input)
    return try finish(
      try start(
        Self.executable, arguments, input: try FileHandle(forReadingFrom: source), output: nil, errors: nil,
        environment: environment))
  }

  /// Runs a script of a shell, in which `$PROGRAM` is the program.
  func script(_ shell: String, _ text: String) throws -> Outcome {
    let source = try file("script", text)
    return try launch(URL(filePath: "/usr/bin/env"), [shell, source.path], input: .nullDevice)
  }

  /// Runs the program with a terminal as its standard input and standard error.
  ///
  /// - Parameter typed: what is typed on it.
  /// - Returns: what a run leaves; `errors` is what the terminal shows, what is typed included.
  func runInTerminal(
    _ arguments: String..., typed: String, columns: Int? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try runInTerminal(arguments, typed: typed, columns: columns, environment: environment)
  }

  /// Runs the program with a terminal as its standard input and standard error, and with `columns` its output too.
  func runInTerminal(
    _ arguments: [String], typed: String, columns: Int? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let terminal = try Terminal(columns: columns)
    terminal.type(typed)
    let process = try start(
      Self.executable, arguments, input: terminal.end, output: columns == nil ? nil : terminal.end,
      errors: terminal.end, environment: environment)
    try terminal.end.close()
    var outcome = try finish(process)
    outcome.errors = terminal.shown().replacing("\r\n", with: "\n")
    return outcome
  }

  /// Whether a program is installed.
  static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  // MARK: Processes

  private struct Running {
    var process: Process
    var output: URL
    var errors: URL
  }

  private func launch(_ executable: URL, _ arguments: [String], input: FileHandle) throws -> Outcome {
    try finish(try start(executable, arguments, input: input, output: nil, errors: nil, environment: [:]))
  }

  private func start(
    _ executable: URL, _ arguments: [String], input: FileHandle, output: FileHandle?, errors: FileHandle?,
    environment: [String: String]
  ) throws -> Running {
    let running = Running(process: Process(), output: try file("output", ""), errors: try file("errors", ""))
    let process = running.process
    process.executableURL = executable
    process.arguments = arguments
    let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "PROGRAM": Self.executable.path,
      "LANG": "C.UTF-8",
    ].merging(sanitizers) { $1 }.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = try output ?? FileHandle(forWritingTo: running.output)
    process.standardError = try errors ?? FileHandle(forWritingTo: running.errors)
    try process.run()
    return running
  }

  private func finish(_ running: Running) throws -> Outcome {
    running.process.waitUntilExit()
    return Outcome(
      status: running.process.terminationStatus, isKilled: running.process.terminationReason == .uncaughtSignal,
      output: try String(contentsOf: running.output, encoding: .utf8),
      errors: try String(contentsOf: running.errors, encoding: .utf8))
  }

  private func file(_ name: String, _ text: String) throws -> URL {
    let url = home.appending(path: "\(name)-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    return url
  }
}
