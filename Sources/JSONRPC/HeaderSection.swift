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

  /// How long the headers are in bytes, the empty line that ends them included.
  private(set) var byteCount: Int

  /// Reads the headers at the start of `bytes`; `nil` if their end is not there. Allocates nothing but for a message of
  /// an error.
  ///
  /// - Throws: a fault that is not recoverable, since the length of the message is then not known.
  init?(_ bytes: Span<UInt8>) throws(FrameFault) {
    if let length = Self.onlyLength(bytes) {
      (contentLength, byteCount) = length
      return
    }
    var length: Int?
    var lineStart = 0
    while let lineEnd = try Self.endOfLine(bytes, from: lineStart) {
      let line = lineStart..<Self.endOfText(bytes, lineStart..<lineEnd)
      lineStart = lineEnd + 1
      if line.isEmpty {
        guard let length else { throw Self.withoutLength }
        (contentLength, byteCount) = (length, lineStart)
        return
      }
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: line) else { throw Self.notAHeader(bytes, line) }
      let name = line.lowerBound..<colon
      let value = Self.withoutBlanks(bytes, (colon + 1)..<line.upperBound)
      if Self.isName(bytes.extracting(name), "content-length") {
        let announced = try Self.number(bytes.extracting(value))
        if let length, length != announced { throw Self.twoLengths(length, announced) }
        length = announced
      } else if Self.isName(bytes.extracting(name), "content-type") {
        foreignCharset = Self.foreignCharset(in: Self.text(bytes.extracting(value)))
      }
    }
    return nil
  }

  /// The length, and that of the headers, if they are spelled as every client spells them that sends no other header: most
  /// messages are told by this alone.
  private static func onlyLength(_ bytes: Span<UInt8>) -> (Int, Int)? {
    let name: StaticString = "Content-Length: "
    // Up to nine digits, which can't overflow, and the two line breaks.
    guard bytes.count >= name.utf8CodeUnitCount + 13 else { return nil }
    var place = name.utf8CodeUnitCount
    let isNamed = name.withUTF8Buffer { name in name.indices.allSatisfy { name[$0] == bytes[$0] } }
    guard isNamed else { return nil }
    var length = 0
    while place < name.utf8CodeUnitCount + 9, bytes[place] &- 0x30 < 10 {
      length = length * 10 + Int(bytes[place] &- 0x30)
      place += 1
    }
    guard place > name.utf8CodeUnitCount, bytes[place] == 0x0D, bytes[place + 1] == 0x0A, bytes[place + 2] == 0x0D,
      bytes[place + 3] == 0x0A
    else { return nil }
    return (length, place + 4)
  }

  /// Where the line feed of the line is that starts at `start`; `nil` if it is not there.
  ///
  /// - Throws: if the line, or all headers, are longer than is accepted.
  private static func endOfLine(_ bytes: Span<UInt8>, from start: Int) throws(FrameFault) -> Int? {
    let limit = min(start + maximumLineLength, maximumLength)
    let read = min(bytes.count, limit)
    if let end = bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<max(start, read)) { return end }
    if bytes.count >= limit { throw notAHeader(bytes, start..<bytes.count) }
    return nil
  }

  /// Where a line's text ends: before the carriage return, if it has one.
  private static func endOfText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    !line.isEmpty && bytes[line.upperBound - 1] == UInt8(ascii: "\r") ? line.upperBound - 1 : line.upperBound
  }

  private static func withoutBlanks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a header's name is `name`, which is in small letters.
  private static func isName(_ bytes: Span<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != name[index] { return false }
      }
      return true
    }
  }

  private static func number(_ digits: Span<UInt8>) throws(FrameFault) -> Int {
    var number = 0
    var isNumber = !digits.isEmpty
    for index in digits.indices where isNumber {
      let value = Int(digits[index] &- UInt8(ascii: "0"))
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

  private static let withoutLength = FrameFault(
    message: "headers without Content-Length: expected 'Content-Length: N' with N the message's length in bytes",
    isRecoverable: false)

  private static func twoLengths(_ first: Int, _ second: Int) -> FrameFault {
    FrameFault(
      message: "two Content-Length headers that differ, \(first) and \(second): expected one", isRecoverable: false)
  }

  private static func notAHeader(_ bytes: Span<UInt8>, _ line: Range<Int>) -> FrameFault {
    FrameFault(
      message:
        "\(excerpt(bytes.extracting(line))) is no header: expected 'Content-Length: N', an empty line, then N bytes of JSON",
      isRecoverable: false)
  }

  /// The start of a line, quoted so that it can stand in a message.
  private static func excerpt(_ line: Span<UInt8>) -> String {
    let shown = line.indices.prefix(40).map { (0x20..<0x7F).contains(line[$0]) ? line[$0] : UInt8(ascii: "?") }
    return "'\(String(decoding: shown, as: UTF8.self))\(line.count > 40 ? "…" : "")'"
  }

  private static func text(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}
