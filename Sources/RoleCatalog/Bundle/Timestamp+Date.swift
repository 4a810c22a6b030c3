import TrustedAccess

extension Timestamp {
  /// The start of a day in UTC, from `YYYY-MM-DD` in the Gregorian calendar; `nil` if the text is no such date.
  init?(date text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Counted in years that start in March, so that the leap day comes last (days_from_civil, H. Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms").
    let marchYear = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = 365 * marchYear + floorDivide(marchYear, 4) - floorDivide(marchYear, 100) + floorDivide(marchYear, 400)
    self.init(millisecondsSinceEpoch: Int64(days + dayOfYear - 719_468) * 86_400_000)
  }
}

private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
}
