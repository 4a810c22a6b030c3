import SeededRandom
import Testing
import TrustedAccess

struct CompactionTests {
  @Test func keepsOneChangeATickThatIsToCome() {
    let compact = BindingHistory("1a 6b 11c 12d 13e").compacted(at: Timestamp(12), on: .everyFive)
    #expect(compact.settled?.change == BindingHistory("6b").newestChange)
    #expect(compact.settled?.since == Timestamp(10))
    #expect(compact.changes == BindingHistory("13e").changes)
  }

  @Test func remembersSinceWhenTheSameIsGiven() {
    let compact = BindingHistory("1ab 6ba 11ab").compacted(at: Timestamp(15), on: .everyFive)
    #expect(compact.changes == [])
    #expect(compact.effectiveState(at: Timestamp(20), on: .everyFive).inShort == "effective ab since 5")
  }

  @Test func dropsALookThatNoLongerCounts() {
    let history = BindingHistory("1a", observed: (7, "b"))
    #expect(history.compacted(at: Timestamp(9), on: .everyFive).observation == history.observation)
    #expect(history.compacted(at: Timestamp(10), on: .everyFive).observation == nil)
  }

  @Test func remembersThatADriftWasMended() {
    let compact = BindingHistory("1a", observed: (7, "b")).compacted(at: Timestamp(12), on: .everyFive)
    #expect(compact.effectiveState(at: Timestamp(20), on: .everyFive).inShort == "effective a since 10")
    let ahead = BindingHistory("1a 6b", observed: (7, "b")).compacted(at: Timestamp(12), on: .everyFive)
    #expect(ahead.effectiveState(at: Timestamp(20), on: .everyFive).inShort == "effective b since 7")
  }

  @Test func holdsForEarlierTimesIfTheClockIsSetBack() {
    let compact = BindingHistory("11a").compacted(at: Timestamp(15), on: .everyFive)
    #expect(compact.effectiveState(at: Timestamp(1), on: .everyFive).inShort == "effective a since 1")
  }

  /// From the time of a compaction on, every answer is as before; compacting again and again makes no difference.
  @Test(arguments: 0..<20) func keepsTheMeaning(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      var history = ReconciliationTests.history(&random)
      if Bool.random(using: &random) {
        let grant = BindingGrant.short(["a", "b", "-"].randomElement(using: &random) ?? "-")
        history.observation = BindingObservation(
          observedAt: Timestamp(Int64.random(in: 0...40, using: &random)), grant: grant)
      }
      let first = Int64.random(in: 0...20, using: &random)
      let second = Int64.random(in: first...40, using: &random)
      let once = history.compacted(at: Timestamp(first), on: .everyFive)
      let twice = once.compacted(at: Timestamp(second), on: .everyFive)
      expectSame(once, history, from: first)
      expectSame(twice, history, from: second)
      #expect(once.compacted(at: Timestamp(first), on: .everyFive) == once)
      #expect(once.changes.count <= history.changes.count)
    }
  }

  private func expectSame(_ compact: BindingHistory, _ history: BindingHistory, from start: Int64) {
    for time in start...60 {
      let time = Timestamp(time)
      #expect(
        compact.effectiveState(at: time, on: .everyFive) == history.effectiveState(at: time, on: .everyFive),
        "\(history) at \(time), compacted at \(start)")
      for duration: Int64 in [0, 3, 30] {
        #expect(
          compact.provisioningState(at: time, duration: duration)
            == history.provisioningState(at: time, duration: duration))
      }
    }
  }
}
