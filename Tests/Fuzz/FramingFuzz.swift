// targets: JSON JSONRPC
import JSONRPC

/// Any bytes in any pieces: no trap, and the same messages and faults as from the bytes in one piece.
///
/// The first byte chooses the framing and how the rest is cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.first else { return 0 }
  let framing: Framing? = [nil, .headers, .lines][Int(choice) % 3]
  let stream = Array(input.dropFirst())
  let whole = frames(of: stream, framing, pieces: [stream.count])
  let single = frames(of: stream, framing, pieces: [1])
  let mixed = frames(of: stream, framing, pieces: [Int(choice) / 16 + 1, 1, 7])
  precondition(whole == single, "differs if it comes byte by byte")
  precondition(whole == mixed, "differs if it comes in pieces")
  return 0
}

/// What a reader makes of `stream`, if it comes in pieces of these lengths in turn.
private func frames(of stream: [UInt8], _ framing: Framing?, pieces: [Int]) -> [[UInt8]] {
  // A limit that inputs reach.
  var reader = FrameReader(framing: framing, limit: 64)
  var rest = stream[...]
  var found: [[UInt8]] = []
  var turn = 0
  func take(_ frame: FrameReader.Frame) {
    switch frame {
    case .message(let bytes):
      precondition(bytes.count <= 64, "a message over the limit")
      found.append(bytes)
    case .fault(let fault): found.append(Array("fault: \(fault)".utf8))
    }
  }
  while !rest.isEmpty {
    let wanted = max(1, pieces[turn % pieces.count])
    turn += 1
    let taken = reader.fill { room in
      let length = min(wanted, room.count, rest.count)
      for place in 0..<length { room[place] = rest[rest.startIndex + place] }
      rest = rest.dropFirst(length)
      return length
    }
    precondition(taken > 0, "no room for a byte")
    while let frame = reader.next() { take(frame) }
  }
  while let frame = reader.finish() { take(frame) }
  return found
}
