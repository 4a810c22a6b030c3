extension Markdown {
  /// The code within a line. Source: CommonMark 0.31, "Code spans".
  struct CodeSpans {
    /// Where each stands, without its backticks.
    private(set) var ranges: [Range<Int>] = []

    /// Finds them. Cost: linear, whatever the backticks.
    init(_ line: Range<Int>, in text: Span<UInt8>) {
      var runs: [Range<Int>] = []
      var offset = line.lowerBound
      while offset < line.upperBound {
        guard text[offset] == UInt8(ascii: "`") else {
          offset += 1
          continue
        }
        let start = offset
        while offset < line.upperBound, text[offset] == UInt8(ascii: "`") { offset += 1 }
        runs.append(start..<offset)
      }
      // For every run, the next that is as long.
      var closing: [Int?] = Array(repeating: nil, count: runs.count)
      var nextOfLength: [Int: Int] = [:]
      for (index, run) in runs.enumerated().reversed() {
        closing[index] = nextOfLength[run.count]
        nextOfLength[run.count] = index
      }
      var index = 0
      while index < runs.count {
        let run = runs[index]
        let isEscaped = run.lowerBound > line.lowerBound && text[run.lowerBound - 1] == UInt8(ascii: "\\")
        if !isEscaped, let end = closing[index] {
          ranges.append(run.upperBound..<runs[end].lowerBound)
          index = end
        }
        index += 1
      }
    }
  }
}
