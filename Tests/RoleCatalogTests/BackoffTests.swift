import RoleCatalog
import Testing

@Suite("Back-off")
struct BackoffTests {
  @Test("The delay lies between half and whole of what the failures amount to, and under the limit")
  func range() {
    let backoff = Backoff()
    var whole = backoff.first
    for count in 1...200 {
      #expect(backoff.delay(afterFailures: count, jitter: 0) == whole / 2)
      let longest = backoff.delay(afterFailures: count, jitter: 0.999_999)
      #expect(longest > whole * 99 / 100)
      #expect(longest < whole)
      whole = min(whole * 2, backoff.limit)
    }
    #expect(whole == backoff.limit)
  }

  @Test("No failure, no delay", arguments: [0, -1, .min])
  func none(count: Int) {
    #expect(Backoff().delay(afterFailures: count, jitter: 0.5) == 0)
  }

  @Test("No number is too large", arguments: [1, 40, 41, 64, .max])
  func large(count: Int) {
    var backoff = Backoff()
    backoff.first = .max
    backoff.limit = .max
    #expect(backoff.delay(afterFailures: count, jitter: 0) == .max / 2)
    #expect(backoff.delay(afterFailures: count, jitter: 1) > .max / 2)
  }
}
