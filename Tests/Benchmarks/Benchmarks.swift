import Foundation

/// Measures what the project promises about speed and prints it beside the promise. README.md says how.
@main
enum Benchmarks {
  static func main() {
    do throws(Failure) {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.help { return print(Options.usage, terminator: "") }
      exit(try run(options))
    } catch {
      complain("\(error)")
      exit(2)
    }
  }

  private static var isDebugBuild: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// - Returns: 0, or 1 if something could not be measured; a goal missed is a figure, not an error.
  private static func run(_ options: Options) throws(Failure) -> Int32 {
    guard !isDebugBuild else {
      throw Failure("a debug build says nothing about speed: swift run -c release Benchmarks")
    }
    signal(SIGPIPE, SIG_IGN)
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let toolbox = Toolbox(folder: folder)
    var server = try toolbox.server()
    // Nothing of the user's is read or written.
    server.environment = ["XDG_STATE_HOME": "\(folder)/state", "XDG_CACHE_HOME": "\(folder)/cache"]
    let setting = Setting(
      server: server, floor: try toolbox.floor(), processor: try .one(options.processor), folder: folder,
      toolbox: toolbox)

    var results: [Result] = []
    var hasFailed = false
    for measurement in options.measurements {
      allow(seconds: 120)
      var outcomes: [Outcome]
      do throws(Failure) {
        outcomes = try measurement.run(setting)
      } catch {
        complain("\(measurement.name): \(error)")
        hasFailed = true
        outcomes = measurement.lines.map { _ in .notMeasured(error.description) }
      }
      results += zip(measurement.lines, outcomes).map { Result(name: measurement.name, line: $0, outcome: $1) }
    }
    alarm(0)
    print(table(of: results), terminator: "")
    if let path = options.json {
      guard FileManager.default.createFile(atPath: path, contents: Data(json(of: results))) else {
        throw Failure("cannot write \(path)")
      }
    }
    return hasFailed ? 1 : 0
  }

  /// Makes a folder beside the built programs: on a disk, where a temporary folder may be memory.
  private static func makeFolder() throws(Failure) -> String {
    let build = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let folder = "\(build)/benchmarks-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else { throw Failure("cannot make \(folder): \(errorText())") }
    return folder
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data("benchmarks: \(text)\n".utf8))
  }
}
