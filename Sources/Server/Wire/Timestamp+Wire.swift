import Glibc
import JSON
package import TrustedAccess

extension Timestamp {
  /// The seconds since 1970 that RFC 3339 can write: the years 0000 to 9999.
  private static let writableSeconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

  /// The time as RFC 3339 has it, in UTC, with milliseconds only where there are some: `2026-11-24T10:00:00Z`. A time
  /// before the year 0000 or after the year 9999 is written as the nearest second of these.
  package var wireText: String {
    String(decoding: [UInt8](capacity: Self.longestText) { appendWireText(to: &$0) }, as: UTF8.self)
  }

  /// The length of the longest ``wireText``, in bytes.
  fileprivate static let longestText = 24

  /// Appends ``wireText``, for which there must be room.
  fileprivate func appendWireText(to room: inout OutputSpan<UInt8>) {
    var (seconds, milliseconds) = millisecondsSinceEpoch.quotientAndRemainder(dividingBy: 1000)
    if milliseconds < 0 {
      seconds -= 1
      milliseconds += 1000
    }
    if !Self.writableSeconds.contains(seconds) {
      seconds = seconds < 0 ? Self.writableSeconds.lowerBound : Self.writableSeconds.upperBound
      milliseconds = 0
    }
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    room.append(Int(parts.tm_year) + 1900, width: 4, then: "-")
    room.append(Int(parts.tm_mon) + 1, width: 2, then: "-")
    room.append(Int(parts.tm_mday), width: 2, then: "T")
    room.append(Int(parts.tm_hour), width: 2, then: ":")
    room.append(Int(parts.tm_min), width: 2, then: ":")
    room.append(Int(parts.tm_sec), width: 2, then: milliseconds > 0 ? "." : "Z")
    if milliseconds > 0 { room.append(Int(milliseconds), width: 3, then: "Z") }
  }

  /// Reads RFC 3339: a date, `T` or a blank, a time, optional fractions of a second, and `Z` or an offset. `nil` for a
  /// text that is none, and for a time that in UTC lies outside the years 0000 to 9999.
  package init?(wireText: String) {
    var reader = DigitReader(wireText.utf8[...])
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
      let second = reader.number(2), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    let milliseconds = reader.skip(".") ? reader.fraction() : 0
    guard let milliseconds, let offset = reader.offset(), reader.isAtEnd else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (CInt(year - 1900), CInt(month - 1), CInt(day))
    (parts.tm_hour, parts.tm_min) = (CInt(hour), CInt(minute))
    let seconds = Int64(timegm(&parts)) + Int64(second - offset * 60)
    // The system carries a 31 February over into March; a date that is none is refused.
    guard parts.tm_mday == CInt(day), Self.writableSeconds.contains(seconds) else { return nil }
    // A leap second ends a day of UTC, and counts as the first second of the next.
    guard second < 60 || seconds.isMultiple(of: 86_400) else { return nil }
    self.init(millisecondsSinceEpoch: seconds * 1000 + Int64(milliseconds))
  }

  /// The time as the system's clock has it.
  package static var systemNow: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension JSONWriter {
  /// Writes a member that is a time, as ``Timestamp/wireText`` has it.
  mutating func member(_ name: StaticString, _ time: Timestamp) {
    key(name)
    write(asciiUpTo: Timestamp.longestText) { time.appendWireText(to: &$0) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends the last `width` digits of `number`, with zeros before it, and then a character.
  fileprivate mutating func append(_ number: Int, width: Int, then end: Unicode.Scalar) {
    append(number, width: width)
    append(UInt8(ascii: end))
  }

  private mutating func append(_ number: Int, width: Int) {
    if width > 1 { append(number / 10, width: width - 1) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }
}

/// Reads a text of fixed parts from its start.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: Substring.UTF8View) {
    rest = text
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(_ digits: Int) -> Int? {
    let part = rest.prefix(digits)
    guard part.count == digits, part.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    rest = rest.dropFirst(digits)
    return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// The milliseconds of a fraction of a second of one digit or more; what is finer is dropped.
  mutating func fraction() -> Int? {
    let digits = rest.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return (0..<3).reduce(0) { value, index in
      value * 10 + (digits.dropFirst(index).first.map { Int($0 - 0x30) } ?? 0)
    }
  }

  /// The offset from UTC in minutes.
  mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isNegative ? -1 : 1)
  }
}
