import JSON
import Synchronization

/// One client's stream of messages, from its first byte to its last: cuts it into messages, hands calls to the service,
/// sees to it that every request gets exactly one response, and ends.
package final class Connection {
  private let service: any Service
  private let output: MessageOutput
  private let report: (String) -> Void
  private let slowLane = SlowLane()
  private let underWay = RequestsUnderWay()
  private var reader: FrameReader
  /// Where responses of this thread are composed: kept, so that one in a row with others allocates nothing.
  private var scratch: [UInt8] = []

  /// Above this size the scratch is given up after use.
  private static let keptScratch = 1 << 16

  /// Creates a connection.
  ///
  /// - Parameters:
  ///   - framing: the framing, or `nil` to let the first byte decide.
  ///   - limit: the longest message that is accepted, in bytes.
  ///   - report: takes a line for the person who looks after the process; never the client.
  package init(
    service: any Service, output: MessageOutput, framing: Framing?, limit: Int, report: @escaping (String) -> Void
  ) {
    self.service = service
    self.output = output
    self.report = report
    reader = FrameReader(framing: framing, limit: limit)
  }

  /// Serves until the stream ends, the service says so, or the stream can't be trusted any more.
  ///
  /// Replies are written once a `read`, when what it brought is worked off.
  ///
  /// - Parameter read: puts more bytes into the room it is given, waiting until there are some; 0 at the stream's end.
  /// - Returns: the status for the process to end with.
  package func serve(reading read: (UnsafeMutableRawBufferPointer) -> Result<Int, SystemError>) -> Int32 {
    let status = serveAll(read)
    slowLane.finish()
    output.flush()
    if let failure = output.failure {
      report("the client has closed its end: \(failure)")
      return 1
    }
    return status
  }

  private func serveAll(_ read: (UnsafeMutableRawBufferPointer) -> Result<Int, SystemError>) -> Int32 {
    while output.failure == nil {
      var failure: SystemError?
      let count = reader.fill { room in
        switch read(room) {
        case .success(let count): return count
        case .failure(let error):
          failure = error
          return 0
        }
      }
      if let failure {
        report("the stream from the client can't be read: \(failure)")
        return 1
      }
      while let frame = count > 0 ? reader.next() : reader.finish() {
        if let status = take(frame) { return status }
      }
      output.flush()
      if count == 0 { return service.statusAtEndOfInput }
    }
    return 1
  }

  /// Works on one frame; gives a status if it was the last.
  private func take(_ frame: FrameReader.Frame) -> Int32? {
    switch frame {
    case .message(let bytes):
      take(bytes)
      return service.exitStatus
    case .fault(let fault):
      let code: ErrorCode = fault.isRecoverable ? .invalidRequest : .parseError
      refuse(ResponseError(code, fault.message))
      if fault.isRecoverable { return nil }
      report(fault.message)
      return 1
    }
  }

  private func take(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONValue.parse(bytes)
    } catch {
      return refuse(ResponseError(.parseError, error.description))
    }
    if value.kind == .array, reader.framing == .lines { return takeBatch(value) }
    guard let step = step(for: Message(value)) else { return }
    if runsHere(step.lane) {
      send { bytes in step.appendResponse(to: &bytes, from: service) }
    } else {
      submit([step]) { bytes, service in step.appendResponse(to: &bytes, from: service) }
    }
  }

  /// Answers an array of messages with one array of responses: JSON-RPC 2.0 §6.
  private func takeBatch(_ messages: JSONValue) {
    guard messages.count > 0 else {
      return refuse(ResponseError(.invalidRequest, "an empty batch: expected at least one message"))
    }
    let steps = messages.elements.compactMap { step(for: Message($0)) }
    guard !steps.isEmpty else { return }
    if steps.allSatisfy({ runsHere($0.lane) }) {
      send { bytes in Response.appendBatch(to: &bytes, of: steps, from: service) }
    } else {
      submit(steps) { bytes, service in Response.appendBatch(to: &bytes, of: steps, from: service) }
    }
  }

  /// What is to be done for a message; `nil` if nothing is to be answered.
  private func step(for message: Message) -> Step? {
    switch message {
    case .response:
      return nil  // We ask clients nothing, so that no answer is awaited.
    case .invalid(let id, let error):
      return Step(id: id, lane: .immediate, work: .refuse(error))
    case .call(let call):
      guard let id = call.id else {
        if call.method == "$/cancelRequest" { cancel(call) } else { service.receive(call) }
        return nil
      }
      do throws(ResponseError) {
        let framing = reader.framing ?? .lines
        let lane = try service.admit(call, framing: framing)
        return Step(id: id, lane: lane, work: .answer(call, lane == .immediate ? .never : Cancellation()))
      } catch {
        return Step(id: id, lane: .immediate, work: .refuse(error))
      }
    }
  }

  private func runsHere(_ lane: Lane) -> Bool {
    switch lane {
    case .immediate: true
    case .state: slowLane.isIdle
    case .slow: false
    }
  }

  private func submit(
    _ steps: [Step], _ appendResponse: @escaping @Sendable (inout [UInt8], any Service) -> Void
  ) {
    guard let framing = reader.framing else { return }
    underWay.insert(steps)
    // What is answered already must not wait for room in the slow lane.
    output.flush()
    slowLane.submit { [service, output, underWay] in
      var response: [UInt8] = []
      appendResponse(&response, service)
      underWay.remove(steps)
      output.enqueue(response, framing: framing)
      output.flush()
    }
  }

  /// Refuses what has no legible id.
  private func refuse(_ error: ResponseError) {
    send { bytes in Response.appendFailure(to: &bytes, id: .null, error) }
  }

  private func send(_ appendResponse: (inout [UInt8]) -> Void) {
    appendResponse(&scratch)
    output.enqueue(scratch, framing: reader.framing ?? .lines)
    scratch.removeAll(keepingCapacity: scratch.capacity <= Self.keptScratch)
  }

  /// LSP 3.17, "Cancellation Support". What is answered already, or was never asked, is passed over.
  private func cancel(_ notification: Call) {
    guard let id = notification.params?["id"].flatMap(RequestID.init) else { return }
    underWay.cancel(id)
  }
}
