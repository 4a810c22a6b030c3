extension Measurement {
  /// A document that is open, against the floor. One processor. The floor answers a completion as any request, with an error,
  /// and tells at once that a document has no faults.
  static let documents = Measurement(
    name: "documents",
    lines: [Line(text: "completion in a document of 1 KB", goal: .atMost(2))]
      + SampleScript.sizes.map { Line(text: "an edit with a completion, \($0.name)", goal: .atMost(4)) }
      + [Line(text: "the same at 10 MB, against our own at 1 KB", goal: .atMost(1.5))]
      + SampleScript.sizes.map { Line(text: "the same in a document full of bindings, \($0.name)", goal: .atMost(8)) }
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let editors = [try Editor(setting.server), try Editor(setting.floor)]
      var outcomes: [Outcome] = []
      let small = SampleScript(byteCount: 1 << 10, isDense: false)
      for editor in editors { try editor.open(small) }
      let plan = SamplePlan(samples: 1000, block: 50, warmUp: 200)
      let completion = try medians(of: editors.map { editor in { try editor.complete() } }, plan)
        .map(Quantity.nanoseconds)
      outcomes.append(.ratio(of: completion[0], to: completion[1]))
      for isDense in [false, true] {
        var first: Quantity?
        for size in SampleScript.sizes {
          let script = SampleScript(byteCount: size.byteCount, isDense: isDense)
          for editor in editors { try editor.open(script) }
          let times = try medians(of: editors.map { editor in { try editor.type() } }, plan).map(Quantity.nanoseconds)
          outcomes.append(.ratio(of: times[0], to: times[1]))
          if !isDense, let first, size.byteCount == SampleScript.sizes.last?.byteCount {
            outcomes.append(.ratio(of: times[0], to: first))
          }
          first = first ?? times[0]
        }
      }
      for editor in editors { try editor.end() }
      return outcomes
    }
  }

  /// From the moment that a document is opened to its diagnostics, against the floor; and what it takes in memory while it is
  /// open, against its text. One processor.
  static let opening = Measurement(
    name: "opening",
    lines: [
      Line(text: "a document opened → its diagnostics, 1 MB", goal: .atMost(6)),
      Line(text: "the same, 10 MB", goal: .atMost(6)),
      Line(text: "the same, 1 MB full of bindings", goal: .atMost(20)),
      Line(text: "memory of an open document of 10 MB, against its text", goal: .atMost(2.5)),
    ]
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let editors = [try Editor(setting.server), try Editor(setting.floor)]
      let idle = try editors[0].residentBytes()
      var outcomes: [Outcome] = []
      for (byteCount, isDense) in [(1 << 20, false), (10 << 20, false), (1 << 20, true)] {
        let script = SampleScript(byteCount: byteCount, isDense: isDense)
        let plan = SamplePlan(samples: byteCount > 1 << 20 ? 11 : 31, block: 1, warmUp: 2)
        let times = try medians(of: editors.map { editor in { try editor.open(script) } }, plan)
          .map(Quantity.nanoseconds)
        outcomes.append(.ratio(of: times[0], to: times[1]))
      }
      let text = SampleScript(byteCount: 10 << 20, isDense: false)
      let fresh = try Editor(setting.server)
      try fresh.open(text)
      let size = Quantity.bytes(try fresh.residentBytes() - idle)
      outcomes.append(.ratio(of: size, to: .bytes(Double(text.text.utf8.count))))
      for editor in editors + [fresh] { try editor.end() }
      return outcomes
    }
  }
}
