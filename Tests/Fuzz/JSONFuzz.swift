// targets: JSON
import JSON

/// Any bytes: no trap, and what is accepted is written as JSON that is written the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = Array(UnsafeBufferPointer(start: start, count: count))
  guard let value = try? JSONValue.parse(text) else { return 0 }
  visit(value)
  for style in [JSONWriter.Style.compact, .indented] {
    let copy = written(value, style)
    guard let again = try? JSONValue.parse(copy) else { preconditionFailure("wrote what is not JSON") }
    precondition(written(again, style) == copy, "wrote the same value differently")
  }
  return 0
}

private func written(_ value: JSONValue, _ style: JSONWriter.Style) -> [UInt8] {
  var writer = JSONWriter(style: style)
  writer.write(value)
  return writer.finish()
}

private func visit(_ value: JSONValue) {
  _ = (value.boolean, value.integer, value.double, value.numberText, value.sourceText)
  if let string = value.string { precondition(value.equals(string)) }
  precondition(value.elements.reduce(0) { count, _ in count + 1 } == value.elements.count)
  for element in value.elements { visit(element) }
  for (name, member) in value.members {
    precondition(value[name] != nil)
    visit(member)
  }
}
