extension Measurement {
  /// An unknown method and its error: the protocol alone. One processor, or the figure would be the kernel's choice of
  /// which one to wake.
  static let roundTrip = Measurement(
    name: "round-trip", lines: [Line(text: "trivial round trip, one core", goal: .atMost(1.15))]
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let children = [try Child(setting.server), try Child(setting.floor)]
      for child in children { try child.initialize() }
      let times = try medians(
        of: children.map { $0.subject(.trivial, expecting: "-32601") },
        SamplePlan(samples: 10_000, block: 100, warmUp: 1000))
      for child in children { try child.shutDown() }
      return [.ratio(of: .nanoseconds(times[0]), to: .nanoseconds(times[1]))]
    }
  }
}

extension Child {
  /// Asking that again and again.
  func subject(_ request: Request, expecting outcome: String = #""result":"#) -> Subject {
    var request = request
    return { try self.ask(&request, expecting: outcome) }
  }
}
