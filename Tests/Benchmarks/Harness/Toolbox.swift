import Glibc

/// Builds the programs that a run needs.
struct Toolbox {
  /// The folder of this target's sources.
  let sources: String
  /// Where programs are built.
  let folder: String

  /// Creates a toolbox that builds into a folder.
  init(folder: String) {
    sources = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    self.folder = folder
  }

  /// Builds the C floor.
  func floor() throws(Failure) -> Command {
    try build("Floor/floor.c", with: ["cc", "clang", "gcc"], flags: ["-O2", "-static"])
  }

  /// Builds the simdjson baseline.
  ///
  /// - Throws: if simdjson is not installed.
  func simdjson() throws(Failure) -> Command {
    do {
      return try build(
        "SIMDJSON/parse.cpp", with: ["c++", "clang++", "g++"], flags: ["-O3", "-std=c++17"], libraries: ["-lsimdjson"])
    } catch {
      throw Failure("simdjson is missing (Debian: apt-get install libsimdjson-dev g++)")
    }
  }

  /// Builds the server beside this program, and finds it there.
  func server() throws(Failure) -> Command {
    if let path = getenv("TRUSTED_ACCESS_SERVER") { return Command(executable: String(cString: path)) }
    // …/<scratch>/<triple>/<configuration>/Benchmarks
    let own = CommandLine.arguments[0].hasPrefix("/") ? CommandLine.arguments[0] : try ownPath()
    let components = own.split(separator: "/", omittingEmptySubsequences: false)
    let configuration = components.dropLast().joined(separator: "/")
    let scratch = components.dropLast(3).joined(separator: "/")
    let product = "trusted-access-server"
    try Command(
      executable: "swift",
      arguments: [
        "build", "-c", "release", "--product", product, "--package-path", "\(sources)/../..", "--scratch-path", scratch,
      ]
    ).run()
    return Command(executable: "\(configuration)/\(product)")
  }

  private func build(
    _ source: String, with compilers: [String], flags: [String], libraries: [String] = []
  ) throws(Failure) -> Command {
    let program = "\(folder)/\(source.replacing("/", with: "-")).out"
    var last = Failure("no compiler for \(source)")
    for compiler in compilers {
      do {
        try Command(executable: compiler, arguments: flags + ["-o", program, "\(sources)/\(source)"] + libraries).run()
        return Command(executable: program)
      } catch {
        last = error
      }
    }
    throw last
  }

  private func ownPath() throws(Failure) -> String {
    guard let path = realpath("/proc/self/exe", nil) else { throw Failure("cannot find this program: \(errorText())") }
    defer { free(path) }
    return String(cString: path)
  }
}
