import Glibc
package import JSONRPC

/// Serves one client over the process's standard streams: from the first byte to the end of the process.
package enum Serve {
  /// What the command line decides of a session.
  package struct Options: Sendable {
    /// The framing, or `nil` to let the first byte decide.
    package var framing: Framing?

    /// The longest message that is accepted, in bytes.
    package var messageLimit = 64 << 20

    /// A process whose end ends ours, `--clientProcessId`.
    package var clientProcess: Int?

    /// The usual options.
    package init() {}
  }

  /// Serves until the client is done.
  ///
  /// - Parameter context: what the methods work with; not made before the first of them is called.
  /// - Returns: the status for the process to end with.
  package static func run(
    _ options: Options, context: @autoclosure @escaping @Sendable () -> ServerContext
  ) -> Int32 {
    let streams: StandardStreams
    do throws(SystemError) {
      streams = try StandardStreams()
    } catch {
      StandardError.write("\(ServerInfo.name): \(error)")
      return 1
    }
    let watch = ParentWatch { _exit(1) }
    if let process = options.clientProcess { watch.watch(process) }
    let session = Session(context: context, parent: watch)
    var connection = Connection(
      service: session,
      output: MessageOutput(write: streams.write),
      framing: options.framing,
      limit: options.messageLimit,
      report: { StandardError.write("\(ServerInfo.name): \($0)") })
    var isFirstRead = true
    return connection.serve(
      reading: { room in
        // Not before the first reply is out: starting a thread would make it later.
        if !isFirstRead { watch.start() }
        isFirstRead = false
        return streams.read(into: room)
      },
      isInputComing: streams.isInputComing)
  }
}

/// Where the process speaks to the person who looks after it.
package enum StandardError {
  /// Writes a line. What can't be written is lost.
  package static func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(STDERR_FILENO, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        guard count > 0 || count < 0 && errno == EINTR else { return }
        written += max(count, 0)
      }
    }
  }
}
