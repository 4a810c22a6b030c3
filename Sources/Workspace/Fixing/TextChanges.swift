package import SourceText

/// A text, and edits that are to be made of it.
package struct TextChanges: Hashable, Sendable {
  /// The text before.
  package let old: [UInt8]

  /// The edits, apart and in order.
  package let edits: [TextEdit]

  /// Takes edits of a text, apart and in order.
  package init(of old: [UInt8], _ edits: [TextEdit]) {
    self.old = old
    self.edits = edits
  }

  /// The text behind them.
  package var new: [UInt8] {
    var bytes: [UInt8] = []
    var offset = 0
    for edit in edits {
      bytes += old[offset..<edit.range.lowerBound]
      bytes += edit.text
      offset = edit.range.upperBound
    }
    return bytes + old[offset...]
  }

  /// What is replaced by what: stretches of the text before, and of the text behind.
  var replacements: [(old: Range<Int>, new: Range<Int>)] {
    var shift = 0
    return edits.map { edit in
      let start = edit.range.lowerBound + shift
      shift += edit.text.count - edit.range.count
      return (edit.range, start..<start + edit.text.count)
    }
  }
}
