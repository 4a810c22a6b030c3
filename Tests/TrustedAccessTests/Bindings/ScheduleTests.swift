import Testing
import TrustedAccess

struct ScheduleTests {
  private static let extremes: [Int64] = [.min, .min + 1, -300_001, -1, 0, 1, 300_000, .max - 1, .max]

  @Test(
    arguments: [
      (0, 0, 5), (0, 4, 5), (0, 5, 10), (0, -1, 0), (0, -5, 0), (2, 0, 2), (2, 2, 7), (2, -4, -3), (-3, 0, 2),
      (7, 0, 2),
    ] as [(Int64, Int64, Int64)])
  func aTickComesStrictlyAfter(phase: Int64, time: Int64, tick: Int64) {
    #expect(ReconciliationSchedule(phase: phase, interval: 5).firstTick(after: Timestamp(time)) == Timestamp(tick))
  }

  @Test func aKSReconcilesEveryFiveMinutes() {
    #expect(ReconciliationSchedule().interval == 5 * 60 * 1000)
    #expect(ReconciliationSchedule().firstTick(after: Timestamp(1)) == Timestamp(300_000))
  }

  @Test func anIntervalIsAtLeastAMillisecond() {
    for interval: Int64 in [0, -5, .min] {
      #expect(ReconciliationSchedule(phase: 7, interval: interval) == ReconciliationSchedule(phase: 0, interval: 1))
    }
  }

  /// No time and no schedule traps; ticks are where they should be, or at the end of time.
  @Test(arguments: extremes) func theEndsOfTimeAreTimes(time: Int64) {
    for interval in Self.extremes {
      for phase in Self.extremes {
        let schedule = ReconciliationSchedule(phase: phase, interval: interval)
        #expect((0..<schedule.interval).contains(schedule.phase))
        let tick = schedule.firstTick(after: Timestamp(time)).millisecondsSinceEpoch
        #expect(tick == .max || tick > time)
        if tick != .max {
          let (wait, overflow) = tick.subtractingReportingOverflow(time)
          #expect(!overflow && wait <= schedule.interval)
          let offTick = (tick % schedule.interval - schedule.phase) % schedule.interval
          #expect(offTick == 0)
        }
      }
    }
  }

  /// The newest change is in effect at the end of time, whatever the times were, and compaction keeps the meaning.
  @Test(arguments: extremes, extremes) func historiesAtTheEndsOfTime(first: Int64, second: Int64) {
    let schedule = ReconciliationSchedule(phase: 1)
    let history = BindingHistory(
      changes: [
        BindingChange(acceptedAt: Timestamp(first), desired: .short("a")),
        BindingChange(acceptedAt: Timestamp(second), desired: .short("b")),
      ],
      observation: BindingObservation(observedAt: Timestamp(first), grant: .short("c")))
    #expect(history.effectiveState(at: Timestamp(.max), on: schedule).grant == .short("b"))
    #expect(history.provisioningState(at: Timestamp(.max), duration: .max) == .succeeded)
    _ = history.provisioningState(at: Timestamp(.min), duration: .min)
    for start in Self.extremes {
      let compact = history.compacted(at: Timestamp(start), on: schedule)
      for time in Self.extremes where time >= start {
        #expect(
          compact.effectiveState(at: Timestamp(time), on: schedule)
            == history.effectiveState(at: Timestamp(time), on: schedule), "\(time) after compaction at \(start)")
      }
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (86_399_999, "1970-01-01"), (86_400_000, "1970-01-02"),
      (951_782_400_000, "2000-02-29"), (-2_203_891_200_000, "1900-03-01"), (-2_203_891_200_001, "1900-02-28"),
      (1_762_473_600_000, "2025-11-07"), (253_402_300_800_000, "10000-01-01"), (-62_198_755_200_001, "-0002-12-31"),
    ] as [(Int64, String)])
  func aDateIsUTC(milliseconds: Int64, date: String) {
    #expect(Timestamp(milliseconds).date == date)
  }

  @Test func theEndsOfTimeHaveDates() {
    #expect(Timestamp(.min).date == "-292275055-05-16")
    #expect(Timestamp(.max).date == "292278994-08-17")
  }

  @Test func advancingStopsAtTheEnds() {
    #expect(Timestamp(.max).advanced(byMilliseconds: 1) == Timestamp(.max))
    #expect(Timestamp(.min).advanced(byMilliseconds: -1) == Timestamp(.min))
    #expect(Timestamp(.max).advanced(byMilliseconds: .min) == Timestamp(-1))
    #expect(Timestamp(1).advanced(byMilliseconds: 2) == Timestamp(3))
  }
}
