/// The lengths of a stretch of text that neither begins nor ends within a unit (``RawSpan/unitLength(at:)``) or within
/// CR LF, so that they add up.
struct TextSummary: AdditiveArithmetic, Sendable {
  var bytes = 0
  /// The length in UTF-16 code units.
  var utf16 = 0
  /// The length in scalars, which is that in UTF-32 code units.
  var scalars = 0
  var lineBreaks = 0

  static let zero = TextSummary()

  /// The length in the units of an encoding.
  func length(in encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: bytes
    case .utf16: utf16
    case .utf32: scalars
    }
  }

  // A sum is no longer than a text that is in memory.
  static func + (left: Self, right: Self) -> Self {
    TextSummary(
      bytes: left.bytes &+ right.bytes, utf16: left.utf16 &+ right.utf16, scalars: left.scalars &+ right.scalars,
      lineBreaks: left.lineBreaks &+ right.lineBreaks)
  }

  static func - (left: Self, right: Self) -> Self {
    TextSummary(
      bytes: left.bytes &- right.bytes, utf16: left.utf16 &- right.utf16, scalars: left.scalars &- right.scalars,
      lineBreaks: left.lineBreaks &- right.lineBreaks)
  }
}

extension TextSummary {
  /// Measures a stretch of text.
  init(of text: RawSpan) {
    let (lineBreaks, isASCII) = text.countingLineBreaks()
    self.init(bytes: text.byteCount, utf16: text.byteCount, scalars: text.byteCount, lineBreaks: lineBreaks)
    if !isASCII { (utf16, scalars) = text.countingUnits() }
  }
}
