import SeededRandom
import Testing

@testable import JSON

struct ByteBufferTests {
  /// A buffer and an array to which the same is done hold the same.
  @Test(arguments: UInt64(0)..<8) func holdsWhatAnArrayWouldHold(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var buffer = ByteBuffer()
    var model: [UInt8] = []
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        buffer.append(7)
        model.append(7)
      case 1:
        buffer.append(bytes.span.bytes)
        model += bytes
      case 2:
        buffer.append("literal")
        model += "literal".utf8
      case 3:
        let number = [0, -1, 9, 10, 99, 100, 1234, .max, .min].randomElement(using: &random) ?? 0
        buffer.append(decimal: number)
        model += "\(number)".utf8
      case 4:
        buffer.append(addingCapacity: bytes.count + 5) { room in for byte in bytes { room.append(byte) } }
        model += bytes
      case 5:
        let count = Int.random(in: 0...model.count, using: &random)
        buffer.truncate(to: count)
        model.removeLast(model.count - count)
      case 6:
        let taken = buffer.take()
        #expect(taken.array == model && buffer.count == 0)
        buffer.append(taken)
      default:
        guard model.count > 2000 else { break }
        buffer.removeAll(keepingCapacity: bytes.count * 8)
        model = []
      }
      #expect(buffer.count == model.count)
    }
    #expect(buffer.array == model)
    #expect(buffer.withBytes { Array($0) } == model)
  }
}
