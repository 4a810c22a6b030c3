import JSON
import Synchronization

/// One client's stream of messages, from its first byte to its last: cuts it into messages, hands calls to the service,
/// sees to it that every request gets exactly one response, and ends.
///
/// A value with one owner, so that the compiler and not the running program sees to it that nobody else changes it.
package struct Connection: ~Copyable {
  private let service: any Service
  private let output: MessageOutput
  private let report: (String) -> Void
  private let slowLane: SlowLane
  private let underWay = RequestsUnderWay()
  private let outgoing = OutgoingRequests()
  /// The requests that are answered when nothing more waits to be read.
  private var unsettled: [Step] = []
  private var reader: FrameReader
  /// Where responses of this thread are composed: kept, so that one in a row with others allocates nothing.
  private var scratch = ByteBuffer()

  /// Above this size the scratch is given up after use.
  private static let keptScratch = 1 << 16

  /// Creates a connection.
  ///
  /// - Parameters:
  ///   - framing: the framing, or `nil` to let the first byte decide.
  ///   - limit: the longest message that is accepted, in bytes.
  ///   - threads: where the slow lane's thread comes from.
  ///   - report: takes a line for the person who looks after the process; never the client.
  package init(
    service: any Service, output: MessageOutput, framing: Framing?, limit: Int, threads: Threads = .system,
    report: @escaping (String) -> Void
  ) {
    self.service = service
    self.output = output
    self.report = report
    slowLane = SlowLane(threads: threads)
    reader = FrameReader(framing: framing, limit: limit)
  }

  /// Serves until the stream ends, the service says so, or the stream can't be trusted any more.
  ///
  /// Replies are written once a `read`, when what it brought is worked off.
  ///
  /// - Parameters:
  ///   - read: puts more bytes into the room it is given, waiting until there are some; 0 at the stream's end.
  ///   - isInputComing: whether `read` would not wait, within so many milliseconds.
  /// - Returns: the status for the process to end with.
  package mutating func serve(
    reading read: (UnsafeMutableRawBufferPointer) -> Result<Int, SystemError>,
    isInputComing: (_ withinMilliseconds: Int) -> Bool = { _ in false }
  ) -> Int32 {
    let status = serveAll(read, isInputComing)
    answerUnsettled()
    slowLane.finish()
    output.flush()
    if let failure = output.failure {
      report("the client has closed its end: \(failure)")
      return 1
    }
    return status
  }

  private mutating func serveAll(
    _ read: (UnsafeMutableRawBufferPointer) -> Result<Int, SystemError>, _ isInputComing: (Int) -> Bool
  ) -> Int32 {
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
      // Who asks waits for the answer.
      if let time = unsettled.isEmpty ? service.settlingTime : 0, !isInputComing(time) { settle() }
    }
    return 1
  }

  /// Answers what has waited for this moment, and sends what the client has not asked for.
  private mutating func settle() {
    answerUnsettled()
    service.settle(client)
    output.flush()
  }

  private mutating func answerUnsettled() {
    let steps = unsettled
    unsettled = []
    for step in steps {
      send { bytes, service in step.appendResponse(to: &bytes, from: service) }
    }
    underWay.remove(steps)
  }

  private var client: Client { Client(output: output, framing: framing, requests: outgoing) }

  /// Works on one frame; gives a status if it was the last.
  private mutating func take(_ frame: FrameReader.Frame) -> Int32? {
    switch frame {
    case .message(let bytes):
      take(bytes)
      return service.exitStatus
    case .fault(let fault):
      let code: ErrorCode = fault.isRecoverable ? .invalidRequest : .parseError
      refuse(.null, ResponseError(code, fault.message))
      if fault.isRecoverable { return nil }
      report(fault.message)
      return 1
    }
  }

  private mutating func take(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONValue.parse(bytes)
    } catch {
      return refuse(.null, ResponseError(.parseError, error.description))
    }
    if case .array = value.kind, case .lines = framing { return takeBatch(value, byteCount: bytes.count) }
    switch Message(value) {
    case .call(let call): take(call, byteCount: bytes.count)
    case .invalid(let id, let error): refuse(id, error)
    case .response(let response): outgoing.take(response)
    }
  }

  private mutating func take(_ call: Call, byteCount: Int) {
    guard let id = call.id else { return receive(call) }
    do throws(ResponseError) {
      let lane = try service.admit(call, framing: framing)
      if case .settled = lane {
        wait(Step(id: id, lane: lane, work: .answer(call, lane.cancellation)))
        return
      }
      // What is carried out now is answered behind all that came before it.
      if case .carriedOut = lane { answerUnsettled() }
      if runsHere(lane) {
        send { bytes, service in
          Response.append(to: &bytes, id: id, answering: call, cancellation: .never, from: service)
        }
      } else {
        let step = Step(id: id, lane: lane, work: .answer(call, lane.cancellation))
        submit([step], byteCount) { bytes, service in step.appendResponse(to: &bytes, from: service) }
      }
    } catch {
      refuse(id, error)
    }
  }

  /// How many requests wait at most for the moment when nothing more waits to be read.
  private static let mostUnsettled = 256

  private mutating func wait(_ step: Step) {
    if unsettled.count == Self.mostUnsettled { answerUnsettled() }
    underWay.insert([step])
    unsettled.append(step)
  }

  private func receive(_ notification: Call) {
    if notification.method == "$/cancelRequest" {
      cancel(notification)
    } else {
      service.receive(notification, from: client)
    }
  }

  /// How many messages a batch may have. With ``Response/longestBatch`` it bounds what a batch takes in memory, since
  /// its responses leave together.
  private static let longestBatch = 1000

  /// Answers an array of messages with one array of responses: JSON-RPC 2.0 §6.
  private mutating func takeBatch(_ messages: JSONValue, byteCount: Int) {
    guard messages.count > 0 else {
      return refuse(.null, ResponseError(.invalidRequest, "an empty batch: expected at least one message"))
    }
    guard messages.count <= Self.longestBatch else {
      return refuse(
        .null,
        ResponseError(
          .invalidRequest, "a batch of \(messages.count) messages: at most \(Self.longestBatch) are accepted"))
    }
    let steps = messages.elements.compactMap { step(for: Message($0)) }
    guard !steps.isEmpty else { return }
    if steps.contains(where: { $0.lane == .carriedOut }) { answerUnsettled() }
    if steps.allSatisfy({ runsHere($0.lane) }) {
      send { bytes, service in Response.appendBatch(to: &bytes, of: steps, from: service) }
    } else {
      submit(steps, byteCount) { bytes, service in Response.appendBatch(to: &bytes, of: steps, from: service) }
    }
  }

  /// What is to be done for a message of a batch; `nil` if nothing is to be answered.
  private func step(for message: Message) -> Step? {
    switch message {
    case .response(let response):
      outgoing.take(response)
      return nil
    case .invalid(let id, let error):
      return Step(id: id, lane: .immediate, work: .refuse(error))
    case .call(let call):
      guard let id = call.id else {
        receive(call)
        return nil
      }
      do throws(ResponseError) {
        let lane = try service.admit(call, framing: framing)
        return Step(id: id, lane: lane, work: .answer(call, lane.cancellation))
      } catch {
        return Step(id: id, lane: .immediate, work: .refuse(error))
      }
    }
  }

  /// Decided before there is a message to answer.
  private var framing: Framing { reader.framing ?? .lines }

  private func runsHere(_ lane: Lane) -> Bool {
    switch lane {
    case .immediate, .settled: true
    case .state, .carriedOut: slowLane.isIdle
    case .slow: false
    }
  }

  private func submit(
    _ steps: [Step], _ byteCount: Int,
    _ appendResponse: @escaping @Sendable (inout ByteBuffer, any Service) -> Void
  ) {
    underWay.insert(steps)
    // What is answered already must not wait for room in the slow lane.
    output.flush()
    slowLane.submit(holding: byteCount) { [service, output, underWay, framing] in
      var response = ByteBuffer()
      appendResponse(&response, service)
      underWay.remove(steps)
      output.enqueue(response, framing: framing)
      output.flush()
    }
  }

  /// Answers with an error; what has no legible id, with the id null.
  private mutating func refuse(_ id: RequestID, _ error: ResponseError) {
    send { bytes, _ in Response.appendFailure(to: &bytes, id: id, error) }
  }

  private mutating func send(_ appendResponse: (inout ByteBuffer, any Service) -> Void) {
    appendResponse(&scratch, service)
    output.enqueue(scratch, framing: framing)
    scratch.removeAll(keepingCapacity: Self.keptScratch)
  }

  /// LSP 3.17, "Cancellation Support". What is answered already, or was never asked, is passed over.
  private func cancel(_ notification: Call) {
    guard let id = notification.params?["id"].flatMap(RequestID.init) else { return }
    underWay.cancel(id)
  }
}
