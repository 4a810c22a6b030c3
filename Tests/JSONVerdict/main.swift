// Judges JSON texts for Tests/JSONTests/crosscheck.py.
//
// Input: for each text its length (four bytes, the lowest first) and its bytes. Output: for each text a byte, 1 if it is
// accepted, and a number like the length: the length of the text as written again, which follows, or the offset of the
// error.
import Foundation
import JSON

let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
var output: [UInt8] = []

func append(_ verdict: UInt8, _ number: Int, to output: inout [UInt8]) {
  output.append(verdict)
  for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: number >> shift)) }
}

var offset = 0
while offset + 4 <= input.count {
  let length = (0..<4).reduce(0) { $0 | Int(input[offset + $1]) << (8 * $1) }
  let end = min(offset + 4 + length, input.count)
  let text = Array(input[offset + 4..<end])
  offset = end
  do throws(JSONSyntaxError) {
    let value = try JSONValue.parse(text)
    var writer = JSONWriter()
    writer.write(value)
    let copy = writer.finish()
    append(1, copy.count, to: &output)
    output += copy
  } catch {
    append(0, error.offset, to: &output)
  }
}
FileHandle.standardOutput.write(Data(output))
