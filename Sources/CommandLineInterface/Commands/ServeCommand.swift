import Glibc
import JSONRPC
import Server

extension Command {
  static let serve = Command(
    "serve", "Serve one client on standard input and output, as without a command",
    details: """
      The client speaks JSON-RPC 2.0, one message a line, or with Content-Length headers as editors send them; its first \
      byte decides.
      """,
    options: [framing, messageLimit, clientProcess, stdio]
  ) { arguments, _ throws(CommandFailure) in
    var options = Serve.Options()
    options.framing = arguments[framing].flatMap(Framing.init(rawValue:))
    if let text = arguments[messageLimit] {
      guard let limit = Int(text), limit > 0 else {
        throw .usage("\(messageLimit.key) takes a number of bytes, not '\(text)'")
      }
      options.messageLimit = limit
    }
    if let text = arguments[clientProcess] {
      guard let process = Int(text), process > 0 else {
        throw .usage("\(clientProcess.key) takes the number of a process, not '\(text)'")
      }
      options.clientProcess = process
    }
    let configuration = try arguments.configuration()
    return serve(options, configuration)
  }

  /// Serves, and says in a terminal what it waits for. The configuration is not read before it is needed.
  static func serve(
    _ options: Serve.Options, _ configuration: @autoclosure @escaping @Sendable () -> ServerContext.Configuration
  ) -> Int32 {
    if isatty(STDIN_FILENO) == 1 {
      StandardError.write(
        "\(ServerInfo.name): waiting for JSON-RPC messages, one a line; 'rpc.discover' lists the methods, Ctrl-D ends")
    }
    return Serve.run(options, context: ServerContext(configuration()))
  }

  private static let framing = Option(
    "--framing", value: "FRAMING", "How messages are told apart", choices: Framing.allCases.map(\.rawValue))
  private static let messageLimit = Option(
    "--message-limit", value: "BYTES", "The longest message that is accepted; 64 MiB if left out")
  private static let clientProcess = Option(
    "--clientProcessId", value: "PID", "End when this process does")
  private static let stdio = Option("--stdio", "Serve standard input and output, as always")
}
