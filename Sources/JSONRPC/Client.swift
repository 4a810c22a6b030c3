package import JSON

/// The client, as a service speaks to it of its own accord; from any thread.
package struct Client: Sendable {
  private let output: MessageOutput
  private let framing: Framing
  private let requests: OutgoingRequests

  init(output: MessageOutput, framing: Framing, requests: OutgoingRequests) {
    self.output = output
    self.framing = framing
    self.requests = requests
  }

  /// Takes what a client answers to a request. Called on the thread that reads, in the order of the stream.
  package typealias ReplyHandler = @Sendable (_ reply: Result<JSONValue, ResponseError>) -> Void

  /// Sends a notification with the next ``flush()``; `params` writes its parameters, exactly one value.
  package func notify(_ method: StaticString, _ params: @escaping (inout JSONWriter) -> Void) {
    send(id: nil, method, params)
  }

  /// Sends a request with the next ``flush()``; `params` writes its parameters, exactly one value, if it has some. Waits for
  /// nothing.
  ///
  /// - Parameter handler: takes the reply. It is never called if none comes, or if so many requests follow that this one is
  ///   forgotten.
  package func request(
    _ method: StaticString, _ params: ((inout JSONWriter) -> Void)? = nil, then handler: @escaping ReplyHandler
  ) {
    send(id: requests.add(handler), method, params)
  }

  /// Sends what waits. On the thread that reads this happens by itself.
  package func flush() {
    output.flush()
  }

  private func send(id: Int?, _ method: StaticString, _ params: ((inout JSONWriter) -> Void)?) {
    var message = ByteBuffer()
    OutgoingCall.append(to: &message, id: id, method, params)
    output.enqueue(message, framing: framing)
  }
}
