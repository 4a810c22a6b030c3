/// The headers before one message: LSP 3.17, "Base Protocol", "Header Part".
///
/// Names are compared without regard to case, headers come in any order, unknown ones are skipped, and a line may end in
/// LF alone. What remains is strict: a length that is not plainly a number makes the stream untrustworthy.
struct HeaderSection {
  /// The length of the message in bytes.
  private(set) var contentLength: Int

  /// A character set other than UTF-8, if `Content-Type` names one.
  private(set) var foreignCharset: String?

  /// The longest header line that is read, in bytes.
  static let maximumLineLength = 4096

  /// The most bytes that all headers of a message may take.
  static let maximumLength = 16384

  /// How long the headers at the start of `bytes` are, the empty line that ends them included; `nil` if it is not there.
  ///
  /// - Throws: if the headers, or one line of them, are longer than is accepted.
  static func length(in bytes: ArraySlice<UInt8>) throws(FrameFault) -> Int? {
    var lineStart = bytes.startIndex
    for position in bytes.indices.prefix(maximumLength) {
      if bytes[position] == lineFeed {
        if endOfText(bytes, lineStart..<position) == lineStart { return position + 1 - bytes.startIndex }
        lineStart = position + 1
      } else if position - lineStart >= maximumLineLength {
        throw notAHeader(bytes, lineStart..<bytes.endIndex)
      }
    }
    if bytes.count >= maximumLength { throw notAHeader(bytes, lineStart..<bytes.endIndex) }
    return nil
  }

  /// Reads the headers that ``length(in:)`` has measured. Allocates nothing but for a message of an error.
  ///
  /// - Throws: a fault that is not recoverable, since the length of the message is then not known.
  init(_ bytes: ArraySlice<UInt8>) throws(FrameFault) {
    var length: Int?
    var lineStart = bytes.startIndex
    while let lineEnd = bytes[lineStart...].firstIndex(of: Self.lineFeed) {
      let line = lineStart..<Self.endOfText(bytes, lineStart..<lineEnd)
      lineStart = lineEnd + 1
      if line.isEmpty { break }
      guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { throw Self.notAHeader(bytes, line) }
      let value = Self.withoutBlanks(bytes, (colon + 1)..<line.upperBound)
      if Self.isName(bytes[line.lowerBound..<colon], "content-length") {
        let announced = try Self.number(bytes[value])
        if let length, length != announced {
          throw FrameFault(
            message: "two Content-Length headers that differ, \(length) and \(announced): expected one",
            isRecoverable: false)
        }
        length = announced
      } else if Self.isName(bytes[line.lowerBound..<colon], "content-type") {
        foreignCharset = Self.foreignCharset(in: String(decoding: bytes[value], as: UTF8.self))
      }
    }
    guard let length else {
      throw FrameFault(
        message: "headers without Content-Length: expected 'Content-Length: N' with N the message's length in bytes",
        isRecoverable: false)
    }
    contentLength = length
  }

  private static let lineFeed = UInt8(ascii: "\n")

  /// Where a line's text ends: before the carriage return, if it has one.
  private static func endOfText(_ bytes: ArraySlice<UInt8>, _ line: Range<Int>) -> Int {
    !line.isEmpty && bytes[line.upperBound - 1] == UInt8(ascii: "\r") ? line.upperBound - 1 : line.upperBound
  }

  private static func withoutBlanks(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a header's name is `name`, which is in small letters.
  private static func isName(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      bytes.count == name.count
        && zip(bytes, name).allSatisfy { byte, letter in (byte &- 0x41 < 26 ? byte | 0x20 : byte) == letter }
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) throws(FrameFault) -> Int {
    var number = 0
    var isNumber = !digits.isEmpty
    for digit in digits where isNumber {
      let value = Int(digit &- UInt8(ascii: "0"))
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(value)
      isNumber = value < 10 && !overflow && !carry
      number = sum
    }
    if isNumber { return number }
    throw FrameFault(
      message: "Content-Length is \(excerpt(digits)): expected decimal digits, the message's length in bytes",
      isRecoverable: false)
  }

  /// LSP knows UTF-8 alone, spelled `utf-8` and, for old clients, `utf8`.
  private static func foreignCharset(in contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
      let charset = parts[1].filter { $0 != " " && $0 != "\"" }
      return ["utf-8", "utf8"].contains(charset.lowercased()) ? nil : charset
    }
    return nil
  }

  private static func notAHeader(_ bytes: ArraySlice<UInt8>, _ line: Range<Int>) -> FrameFault {
    FrameFault(
      message:
        "\(excerpt(bytes[line])) is no header: expected 'Content-Length: N', an empty line, then N bytes of JSON",
      isRecoverable: false)
  }

  /// The start of a line, quoted so that it can stand in a message.
  private static func excerpt(_ line: ArraySlice<UInt8>) -> String {
    let shown = line.prefix(40).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }
    return "'\(String(decoding: shown, as: UTF8.self))\(line.count > 40 ? "…" : "")'"
  }
}
