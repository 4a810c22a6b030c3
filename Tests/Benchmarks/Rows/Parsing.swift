import Foundation
import JSON

extension Measurement {
  /// A role list of 1 MB as Azure sends it, from bytes to values that can be asked for members.
  static let parsing = Measurement(
    name: "parse",
    lines: [
      Line(text: "JSON parse of a role list, against simdjson", goal: .atLeast(0.6)),
      Line(text: "the same, against JSONDecoder", goal: .atLeast(30)),
    ]
  ) { (setting) throws(Failure) in
    let text = RoleListText.make(atLeast: 1_000_000)
    let ours: Subject = {
      var failed = false
      let time = duration {
        do throws(JSONSyntaxError) { blackHole(try JSONValue.parse(text)) } catch { failed = true }
      }
      if failed { throw Failure("the role list does not parse") }
      return time
    }
    let data = Data(text)
    let foundation: Subject = {
      let decoder = JSONDecoder()
      var list: RoleListText.Decoded?
      let time = duration { list = try? decoder.decode(RoleListText.Decoded.self, from: data) }
      guard list?.value.isEmpty == false else { throw Failure("JSONDecoder refuses the role list") }
      return time
    }
    let plan = SamplePlan(samples: 500, block: 50, warmUp: 50)
    let times = try medians(of: [ours, foundation], SamplePlan(samples: 25, block: 1, warmUp: 2))
    let speeds = times.map { Quantity.throughput(bytes: text.count, in: $0) }
    let againstFoundation = Outcome.ratio(of: speeds[0], to: speeds[1])
    let againstSimdjson: Outcome
    do throws(Failure) {
      let simdjson = try Simdjson(setting, text: text)
      let speeds = try medians(of: [ours, simdjson.sample], plan).map { Quantity.throughput(bytes: text.count, in: $0) }
      againstSimdjson = .ratio(of: speeds[0], to: speeds[1])
    } catch {
      againstSimdjson = .notMeasured(error.description)
    }
    return [againstSimdjson, againstFoundation]
  }
}

/// simdjson in a process of its own; its samples are asked for in blocks, and given out one by one.
private final class Simdjson {
  private let child: Child
  private var times: [UInt64] = []

  init(_ setting: Setting, text: [UInt8]) throws(Failure) {
    let path = "\(setting.folder)/roles.json"
    guard FileManager.default.createFile(atPath: path, contents: Data(text)) else {
      throw Failure("cannot write \(path)")
    }
    child = try Child(setting.toolbox.simdjson().with(path))
  }

  func sample() throws(Failure) -> UInt64 {
    if times.isEmpty {
      let block: UInt8 = 50
      try child.write([block])
      times = try child.numbers(Int(block))
    }
    return times.removeLast()
  }
}
