import BindingDocuments
import SeededRandom

/// What is wrong with how a dialect cuts and reads a text, whatever the text says: blocks that do not cover it, ranges
/// outside of their block or of what they belong to. Empty if all is well.
func readingFaults(_ dialect: any Dialect.Type, _ bytes: [UInt8]) -> [String] {
  var faults: [String] = []
  var start = 0
  while start < bytes.count {
    let block = dialect.block(in: bytes.span, from: start)
    guard block.end > start, block.end <= bytes.count else { return faults + ["block \(start)..<\(block.end)"] }
    let text = Array(bytes[start..<block.end])
    // What is of no interest can be read, too.
    let reading = dialect.read(text.span)
    if !block.isOfInterest, !reading.sites.isEmpty { faults.append("a site in a block of no interest") }
    faults += RangeChecker(length: text.count).faults(reading)
    start = block.end
  }
  return faults
}

/// Reads every prefix of a text, every text with one byte less, and texts with random splices, and tells what is wrong.
func readingFaultsOfDamaged(_ dialect: any Dialect.Type, _ text: String, splices: Int = 300) -> [String] {
  let bytes = Array(text.utf8)
  var random = SplitMix64(seed: UInt64(bytes.count))
  for end in bytes.indices {
    let faults = readingFaults(dialect, Array(bytes[..<end]))
    if !faults.isEmpty { return ["up to \(end)"] + faults }
    var less = bytes
    less.remove(at: end)
    let others = readingFaults(dialect, less)
    if !others.isEmpty { return ["without \(end)"] + others }
  }
  for number in 0..<splices {
    var spliced = bytes
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let source = Int.random(in: 0..<max(bytes.count, 1), using: &random)
      let length = Int.random(in: 0...40, using: &random)
      let junk: [UInt8] =
        Bool.random(using: &random)
        ? Array(bytes[min(source, bytes.count)..<min(source + length, bytes.count)])
        : (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let place = Int.random(in: 0...spliced.count, using: &random)
      let end = min(spliced.count, place + Int.random(in: 0...20, using: &random))
      spliced.replaceSubrange(place..<end, with: junk)
    }
    let faults = readingFaults(dialect, spliced)
    if !faults.isEmpty { return ["splice \(number): \(String(decoding: spliced, as: UTF8.self))"] + faults }
  }
  return []
}

private struct RangeChecker {
  let length: Int

  func faults(_ reading: BlockReading) -> [String] {
    var faults: [String] = []
    for site in reading.sites {
      faults += check(site.range, "site") + within(site.heading, site.range, "heading")
      for (label, value) in [
        ("name", site.name), ("cluster", site.cluster), ("source", site.source), ("location", site.location),
      ] {
        if let value { faults += check(value, label) }
      }
      for role in site.roles?.elements ?? [] { faults += check(role, "role") }
      if let roles = site.roles { faults += check(roles.range, "roles") }
      for word in site.words { faults += check(word, "word") }
      for argument in site.arguments {
        faults += check(argument.name, "argument") + within(argument.name.range, site.range, "argument")
        for value in argument.values { faults += check(value, "value") + within(value.range, site.range, "value") }
      }
    }
    for definition in reading.definitions {
      faults += check(definition.range, "definition")
      if let value = definition.value { faults += check(value, "definition's value") }
    }
    for silencing in reading.silencings {
      faults += check(silencing.range, "silencing") + check(silencing.scope, "silencing's scope")
    }
    if reading.sites.map(\.range.lowerBound) != reading.sites.map(\.range.lowerBound).sorted() {
      faults.append("sites out of order")
    }
    return faults
  }

  private func check(_ value: Expression, _ label: String) -> [String] {
    check(value.range, label) + value.parts.flatMap { check($0.range, "\(label)'s part") }
  }

  private func check(_ range: Range<Int>, _ label: String) -> [String] {
    range.upperBound <= length && range.lowerBound >= 0 ? [] : ["\(label) \(range) of \(length)"]
  }

  private func within(_ range: Range<Int>, _ outer: Range<Int>, _ label: String) -> [String] {
    outer.lowerBound <= range.lowerBound && range.upperBound <= outer.upperBound
      ? [] : ["\(label) \(range) not in \(outer)"]
  }
}
