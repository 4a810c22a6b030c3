import JSON

/// The results as a table for people: Markdown that is also aligned.
func table(of results: [Result]) -> String {
  var rows = [["", "goal", "figure", "measured", "baseline", ""]]
  for result in results {
    let head = [result.line.text, "\(result.line.goal)"]
    switch result.outcome {
    case .measured(let figure, let value, let baseline):
      let verdict = result.line.goal.isMet(by: figure) ? "met" : "**missed**"
      rows.append(head + ["\(figure)", "\(value)", baseline.map { "\($0)" } ?? "", verdict])
    case .notMeasured:
      rows.append(head + ["", "", "", "not measured"])
    }
  }
  let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  rows.insert(widths.map { String(repeating: "-", count: max($0, 3)) }, at: 1)
  return rows.map { row in
    let cells = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, max($1, 3) - $0.count)) }
    return "| \(cells.joined(separator: " | ")) |\n"
  }.joined()
}

/// The results for programs: an array with an object a line, values in nanoseconds, bytes and per second.
func json(of results: [Result]) -> [UInt8] {
  var writer = JSONWriter(style: .indented)
  writer.array { array in
    for result in results {
      array.object { object in
        object.member("name", result.name)
        object.member("line", result.line.text)
        object.member("goal") { $0.write(result.line.goal) }
        switch result.outcome {
        case .measured(let figure, let value, let baseline):
          object.member("figure") { $0.write(figure) }
          object.member("measured") { $0.write(value) }
          if let baseline { object.member("baseline") { $0.write(baseline) } }
          object.member("met", result.line.goal.isMet(by: figure))
        case .notMeasured(let reason):
          object.member("notMeasured", reason)
        }
      }
    }
  }
  return writer.finish() + [UInt8(ascii: "\n")]
}

extension JSONWriter {
  fileprivate mutating func write(_ quantity: Quantity) {
    object { object in
      object.key("value")
      object.write(quantity.value)
      if quantity.unit != .ratio { object.member("unit", quantity.unit.rawValue) }
    }
  }

  fileprivate mutating func write(_ goal: Goal) {
    object { object in
      switch goal {
      case .atMost(let limit): object.member("atMost") { $0.write(limit) }
      case .atLeast(let limit): object.member("atLeast") { $0.write(limit) }
      }
    }
  }
}
