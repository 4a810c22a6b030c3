extension Measurement {
  /// What editors and scripts ask most, against the trivial round trip of the same process: what is left is the work.
  /// The cluster has as many bindings as AKS allows. One processor.
  static let calls = Measurement(
    name: "calls",
    lines: [
      Line(text: "`roleBindings/list` of 8, against the trivial round trip", goal: .atMost(3)),
      Line(text: "`roles/validate`, against the trivial round trip", goal: .atMost(3)),
    ]
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let child = try Child(setting.server.with("--store", "\(setting.folder)/calls-store"))
      try child.initialize()
      var register = Sample.register(cluster: 0)
      try child.ask(&register)
      for binding in 0..<Sample.bindingsOfCluster {
        var create = Sample.create(binding: binding, cluster: 0)
        try child.ask(&create)
      }
      let times = try medians(
        of: [
          child.subject(.trivial, expecting: "-32601"),
          child.subject(Sample.list(cluster: 0)),
          child.subject(Sample.validate),
        ],
        SamplePlan(samples: 5000, block: 50, warmUp: 500)
      ).map(Quantity.nanoseconds)
      try child.shutDown()
      return [.ratio(of: times[1], to: times[0]), .ratio(of: times[2], to: times[0])]
    }
  }
}
