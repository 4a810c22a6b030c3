extension Terraform {
  /// The first line of a heredoc: `<<EOT`, or `<<-EOT` for one whose indentation does not count.
  ///
  /// Source: HCL Native Syntax Specification, "Template Expressions". Its end is a line of nothing but the marker and
  /// blanks.
  struct HeredocOpening {
    /// Where its marker stands.
    var marker: Range<Int>
    /// Whether the common indentation of its lines does not count.
    var isIndented: Bool
    /// Where its first line begins.
    var contents: Int

    /// The opening at an offset; `nil` if there is none.
    init?(at start: Int, in text: Span<UInt8>) {
      guard text.peek(at: start) == UInt8(ascii: "<"), text.peek(at: start + 1) == UInt8(ascii: "<") else { return nil }
      isIndented = text.peek(at: start + 2) == UInt8(ascii: "-")
      let first = start + (isIndented ? 3 : 2)
      guard Terraform.beginsIdentifier(text.peek(at: first)) else { return nil }
      let end = text.skippingIdentifier(from: first)
      let lineEnd = text.skippingBlanks(from: end)
      guard lineEnd < text.count, text[lineEnd] == 0x0A else { return nil }
      marker = first..<end
      contents = lineEnd + 1
    }

    /// Whether the line that begins at an offset is the heredoc's end; if so, where its marker ends.
    @inline(__always)
    func end(ofLineAt line: Int, in text: Span<UInt8>) -> Int? {
      let start = text.skippingBlanks(from: line)
      guard start < text.count, text[start] == text[marker.lowerBound], start + marker.count <= text.count else {
        return nil
      }
      for index in 1..<Swift.max(1, marker.count)
      where text[start + index] != text[marker.lowerBound + index] {
        return nil
      }
      let end = start + marker.count
      let lineEnd = text.skippingBlanks(from: end)
      return lineEnd == text.count || text[lineEnd] == 0x0A ? end : nil
    }
  }
}
