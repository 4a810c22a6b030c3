import Glibc
import Server

/// The program's command line.
package enum CommandLineInterface {
  /// Does what the arguments ask for, the program's own name left out. Without any, serves.
  ///
  /// - Returns: the status for the process to end with: 0; 1 if a service or the store said no; 2 if the command line
  ///   makes no sense; 3 if something is not there.
  package static func run(_ arguments: ArraySlice<String>) -> Int32 {
    // What most clients start. It makes no description of commands, which would cost a start some 50 µs.
    let options = arguments.first == "serve" ? arguments.dropFirst() : arguments
    guard options.contains(where: { $0 != "--stdio" }) else { return Command.serve(Serve.Options(), .standard) }
    let root = Command.root
    var console = Console()
    // Editors start a server with options alone.
    let isServer = arguments.first.map { $0.hasPrefix("-") && !rootOptions.contains($0) } ?? true
    let words = isServer ? ["serve"] + arguments : Array(arguments)
    do throws(CommandFailure) {
      if let first = words.first, Options.version.names.contains(first) {
        console.print("\(ServerInfo.name) \(ServerInfo.version)")
        return 0
      }
      switch try root.parse(words[...], path: [ServerInfo.name]) {
      case .help(let command, let path):
        console.print(Help(of: command, path: path).text)
        return 0
      case .run(let command, let parsed):
        console.showsWarnings = !parsed.has(Options.onlyShowErrors)
        guard case .run(let run) = command.task else { return 0 }
        return try run(parsed, console)
      }
    } catch {
      switch error {
      case .usage(let message):
        let call = ([ServerInfo.name] + root.path(of: words[...])).joined(separator: " ")
        console.complain("\(message) ('\(call) --help' tells more)")
        return 2
      case .refused(let code, let message, let remedy, let status):
        console.complain("(\(code)) \(message)")
        if let remedy { StandardError.write(remedy) }
        return status
      }
    }
  }

  private static let rootOptions = Options.help.names + Options.version.names
}
