import Glibc
import JSONRPC
import Server

/// The command line: `serve` is all there is so far, and the default.
@main enum Main {
  static func main() {
    exit(run(CommandLine.arguments.dropFirst()))
  }

  private static let usage = """
    usage: \(ServerInfo.name) [serve] [--framing headers|lines] [--clientProcessId N] [--stdio]
                                   [--store DIR] [--offline]
           \(ServerInfo.name) --version | --help

    Serves one client on standard input and output: JSON-RPC 2.0, one message a line, or with Content-Length headers as
    editors send them; the first byte decides. 'rpc.discover' lists the methods.
    """

  private static func run(_ arguments: ArraySlice<String>) -> Int32 {
    var options = Serve.Options()
    var configuration = ServerContext.Configuration.standard
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1)
      func value() -> String? { parts.count == 2 ? String(parts[1]) : rest.popFirst() }
      switch parts.first.map(String.init) ?? "" {
      case "--help", "-h":
        print(usage)
        return 0
      case "--version":
        print("\(ServerInfo.name) \(ServerInfo.version)")
        return 0
      case "serve", "--stdio":
        continue
      case "--framing":
        guard let framing = value().flatMap(Framing.init(rawValue:)) else {
          return usageError("--framing takes 'headers' or 'lines'")
        }
        options.framing = framing
      case "--store":
        guard let folder = value() else { return usageError("--store takes a folder") }
        configuration.store = folder
      case "--offline":
        configuration.isOffline = true
      case "--clientProcessId":
        guard let process = value().flatMap(Int.init) else { return usageError("--clientProcessId takes a number") }
        options.clientProcess = process
      default:
        return usageError("unknown argument '\(argument)'")
      }
    }
    if isatty(STDIN_FILENO) == 1 {
      StandardError.write("\(ServerInfo.name): waiting for JSON-RPC messages, one a line; end with Ctrl-D")
    }
    return Serve.run(options, context: ServerContext(configuration))
  }

  private static func usageError(_ message: String) -> Int32 {
    StandardError.write("\(ServerInfo.name): \(message)\n\(usage)")
    return 2
  }
}
