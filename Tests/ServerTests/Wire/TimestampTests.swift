import Foundation
import SeededRandom
import Testing
import TrustedAccess

@testable import Server

@Suite("A time on the wire")
struct TimestampTests {
  @Test(
    "is read as RFC 3339 has it, and written in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("2026-11-24T10:00:00Z", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24t10:00:00z", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24 10:00:00Z", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24T12:30:00+02:30", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24T00:00:00-10:00", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24T10:00:00-00:00", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24T10:00:00.5Z", 1_795_514_400_500, "2026-11-24T10:00:00.500Z"),
      ("2026-11-24T10:00:00.0009Z", 1_795_514_400_000, "2026-11-24T10:00:00Z"),
      ("2026-11-24T10:00:00.123456789Z", 1_795_514_400_123, "2026-11-24T10:00:00.123Z"),
      ("1969-12-31T23:59:59.999Z", -1, "1969-12-31T23:59:59.999Z"),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000, "2024-02-29T00:00:00Z"),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000, "2017-01-01T00:00:00Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800_000, "0001-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(String, Int64, String)])
  func read(text: String, milliseconds: Int64, written: String) throws {
    let time = try #require(Timestamp(wireText: text))
    #expect(time.millisecondsSinceEpoch == milliseconds)
    #expect(time.wireText == written)
  }

  @Test(
    "is none if a part is missing, too much or out of bounds",
    arguments: [
      "", "2026", "2026-11-24", "2026-11-24T10:00Z", "2026-11-24T10:00:00", "2026-11-24T10:00:00.Z",
      "2026-11-24T10:00:00,5Z", "2026-11-24T10:00:00ZZ", "2026-11-24T10:00:00Z ", " 2026-11-24T10:00:00Z",
      "26-11-24T10:00:00Z", "2026-1-24T10:00:00Z", "2026-00-24T10:00:00Z", "2026-13-24T10:00:00Z",
      "2026-11-00T10:00:00Z", "2026-11-31T10:00:00Z", "2026-02-29T10:00:00Z", "2026-02-31T23:59:60Z",
      "2100-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T10:60:00Z", "2026-11-24T10:00:61Z",
      "2026-11-24T10:00:60Z", "2026-11-24T10:00:00+2", "2026-11-24T10:00:00+0200", "2026-11-24T10:00:00+24:00",
      "2026-11-24T10:00:00+02:60", "2026-11-24T10:00:00 Z", "2026_11_24T10:00:00Z", "-026-11-24T10:00:00Z",
      "+026-11-24T10:00:00Z", "٢٠٢٦-11-24T10:00:00Z", "2026-11-24T10:00:00Z\u{0}", "1795514400", "2026-W48-2T10:00:00Z",
      "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
    ])
  func none(text: String) {
    #expect(Timestamp(wireText: text) == nil)
  }

  @Test("is read back as it was written, and as Foundation writes it", arguments: 0..<20)
  func roundTrip(seed: Int) throws {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    var generator = SplitMix64(seed: UInt64(seed))
    for _ in 0..<100 {
      let milliseconds = Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator)
      let time = Timestamp(millisecondsSinceEpoch: milliseconds)
      #expect(Timestamp(wireText: time.wireText) == time)
      // Foundation's calendar has the Julian one before 1582.
      guard milliseconds > -12_000_000_000_000 else { continue }
      let seconds = Timestamp(millisecondsSinceEpoch: milliseconds - milliseconds % 1000)
      let date = Date(timeIntervalSince1970: Double(seconds.millisecondsSinceEpoch / 1000))
      #expect(seconds.wireText == formatter.string(from: date))
    }
  }

  @Test("beyond the years of RFC 3339 is written as the nearest one", arguments: [Int64.max, 253_402_300_800_000])
  func late(milliseconds: Int64) {
    #expect(Timestamp(millisecondsSinceEpoch: milliseconds).wireText == "9999-12-31T23:59:59Z")
  }

  @Test("before them, too", arguments: [Int64.min, -62_167_219_200_001])
  func early(milliseconds: Int64) {
    #expect(Timestamp(millisecondsSinceEpoch: milliseconds).wireText == "0000-01-01T00:00:00Z")
  }
}
