import JSON

/// The error that a text is refused with; `nil` if it is accepted.
func refusal(of bytes: [UInt8], depth: Int = JSONLimits.standard.depth) -> JSONSyntaxError? {
  do throws(JSONSyntaxError) {
    _ = try JSONValue.parse(bytes, limits: JSONLimits(depth: depth))
    return nil
  } catch {
    return error
  }
}

func refusal(of text: String) -> JSONSyntaxError? { refusal(of: Array(text.utf8)) }

/// What a writer writes.
func written(_ style: JSONWriter.Style = .compact, _ write: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter(style: style)
  write(&writer)
  return String(decoding: writer.finish(), as: UTF8.self)
}

/// A text with something of everything.
let sample = #"""
  {"a" : [1, -2.5e3, 0, -0, 1E+2, true, false, null, "x\n\u00e9\ud83d\ude00\/é日😀 and more than eight", {}, [ ]],
   "" : {"b":{"c":[[1],[[2]]]}}, "a": 1e400, "long name \"of\" a member" : ""}
  """#
