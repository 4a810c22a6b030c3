extension Measurement {
  /// A cold process with a warm page cache, as an editor starts it: all processors.
  static let start = Measurement(
    name: "start", lines: [Line(text: "spawn → `initialize` reply", goal: .atMost(1.5))]
  ) { (setting) throws(Failure) in
    let subjects = [setting.server, setting.floor].map { command -> Subject in
      {
        let child = try Child(command)
        let time = try child.initialize()
        try child.shutDown()
        return time
      }
    }
    let times = try medians(of: subjects, SamplePlan(samples: 100, block: 1, warmUp: 5))
    return [.ratio(of: .nanoseconds(times[0]), to: .nanoseconds(times[1]))]
  }
}
