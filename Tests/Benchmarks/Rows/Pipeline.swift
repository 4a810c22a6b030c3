import Glibc

extension Measurement {
  /// Trivial requests written as fast as the pipe takes them, their replies drained meanwhile. One processor.
  static let pipeline = Measurement(
    name: "pipeline", lines: [Line(text: "pipelined requests", goal: .atLeast(0.3))]
  ) { (setting) throws(Failure) in
    let count = 100_000
    return try setting.processor.run { () throws(Failure) in
      let requests = Pipelined(count)
      let children = [try Child(setting.server), try Child(setting.floor)]
      let subjects = children.map { requests.subject(on: $0) }
      for child in children { try child.initialize() }
      let times = try medians(of: subjects, SamplePlan(samples: 9, block: 1, warmUp: 1))
      for child in children { try child.shutDown() }
      let rates = times.map { Quantity.rate(each: $0, times: Double(count)) }
      return [.ratio(of: rates[0], to: rates[1])]
    }
  }
}

/// Many requests in one run of bytes, and room for their replies.
private final class Pipelined {
  private let count: Int
  private let firstID: Int
  private let lastID: Int
  private var bytes: [UInt8] = []
  private let replies: UnsafeMutableRawBufferPointer

  init(_ count: Int) {
    var request = Request.trivial
    self.count = count
    firstID = request.id
    lastID = request.id + count - 1
    for _ in 0..<count {
      bytes += request.frame
      request.advance()
    }
    replies = .allocate(byteCount: count * 512, alignment: 16)
    // Touched now, so that the first run is not the one that pays for the pages.
    replies.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    replies.deallocate()
  }

  /// A run on `child`, to be measured.
  func subject(on child: Child) -> Subject {
    { try self.run(on: child) }
  }

  /// - Returns: the time from before the first byte is written to after the last reply is read.
  /// - Throws: unless each request got one reply, in order.
  func run(on child: Child) throws(Failure) -> UInt64 {
    _ = fcntl(child.input, F_SETFL, O_NONBLOCK)
    defer { _ = fcntl(child.input, F_SETFL, 0) }
    let last = #""id":\#(lastID),"#
    var (sent, received) = (0, 0)
    let start = now()
    while !tail(received).contains(last) {
      if sent < bytes.count, try waitsForInput(child) {
        sent += bytes[sent...].withUnsafeBytes { max(0, write(child.input, $0.baseAddress, $0.count)) }
      } else {
        let room = UnsafeMutableRawBufferPointer(rebasing: replies[received...])
        received += try child.read(into: room)
      }
    }
    let time = now() - start
    try check(UnsafeRawBufferPointer(rebasing: replies[..<received]))
    return time
  }

  /// Waits until there is something to read or room to write; reading comes first, lest both sides write and wait.
  private func waitsForInput(_ child: Child) throws(Failure) -> Bool {
    var polled = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&polled, 2, -1) > 0 else { throw Failure("poll: \(errorText())") }
    return polled[0].revents == 0
  }

  /// The end of what was received, long enough for the last reply.
  private func tail(_ received: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: replies[max(0, received - 512)..<received])
  }

  private func check(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var rest = bytes
    for id in firstID...lastID {
      guard let body = Frame.body(in: rest), body.upperBound <= rest.count,
        UnsafeRawBufferPointer(rebasing: rest[body]).contains(#""id":\#(id),"#)
      else { throw Failure("no reply to request \(id), or not in order") }
      rest = UnsafeRawBufferPointer(rebasing: rest[body.upperBound...])
    }
    guard rest.isEmpty else { throw Failure("\(rest.count) bytes behind the last reply") }
  }
}
