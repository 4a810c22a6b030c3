/// What the command line asks for.
struct Options {
  /// The measurements to make.
  var measurements = Measurement.all
  /// A file to write the results to as JSON.
  var json: String?
  /// The processor for what is measured on one.
  var processor = Processors.allowed.numbers.first ?? 0
  /// Only say how to use the program.
  var help = false

  static let usage = """
    usage: swift run -c release Benchmarks [--only NAME,…] [--pin CPU] [--json FILE]

      --only NAME,…   measure only these: \(Measurement.all.map(\.name).joined(separator: ", "))
      --pin CPU       the processor for what is measured on one (otherwise the first)
      --json FILE     write the results to a file as well

    TRUSTED_ACCESS_SERVER names another server to measure than the one of this package.

    """

  /// Reads the command line.
  ///
  /// - Throws: what is wrong with it.
  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      if option == "--help" || option == "-h" {
        help = true
        continue
      }
      guard ["--only", "--pin", "--json"].contains(option) else { throw Failure("unknown option \(option)") }
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      switch option {
      case "--only": measurements = try Options.measurements(value)
      case "--pin": processor = try Options.number(value)
      default: json = value
      }
    }
  }

  private static func measurements(_ list: String) throws(Failure) -> [Measurement] {
    let names = list.split(separator: ",").map(String.init)
    let known = Measurement.all.map(\.name)
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw Failure("no measurement \(unknown); there are \(known.joined(separator: ", "))")
    }
    return Measurement.all.filter { names.contains($0.name) }
  }

  private static func number(_ text: String) throws(Failure) -> Int {
    guard let number = Int(text), number >= 0 else { throw Failure("--pin needs a processor's number, not \(text)") }
    return number
  }
}
