import Foundation

extension Measurement {
  /// What stays in memory of a server that waits for its first real request. The floor's is given for comparison.
  static let memory = Measurement(
    name: "memory", lines: [Line(text: "idle resident memory", goal: .atMost(.bytes(4 * 1024 * 1024)))]
  ) { (setting) throws(Failure) in
    let sizes = try [setting.server, setting.floor].map { (command) throws(Failure) in
      let child = try Child(command)
      try child.initialize()
      let size = try child.residentBytes()
      try child.shutDown()
      return Quantity.bytes(size)
    }
    return [.measured(figure: sizes[0], value: sizes[0], baseline: sizes[1])]
  }
}

extension Child {
  /// What the process has in memory: its `VmRSS`.
  func residentBytes() throws(Failure) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    guard let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) }) else {
      throw Failure("no VmRSS in /proc/\(pid)/status")
    }
    return kilobytes * 1024
  }
}
