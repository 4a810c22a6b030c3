import BindingDocuments

/// What holds for whatever a dialect finds, in any bytes: blocks follow each other up to the end, all that is found lies in
/// its block, parts lie in their expressions, and no part is empty that stands somewhere.
struct ReadingInvariants {
  private let dialect: any Dialect.Type

  init(_ dialect: any Dialect.Type) { self.dialect = dialect }

  /// The first thing that does not hold; `nil` if all does. Reads the blocks of no interest, too.
  func fault(in bytes: [UInt8]) -> String? {
    var start = 0
    while start < bytes.count {
      let block = dialect.block(in: bytes.span, from: start)
      guard block.end > start, block.end <= bytes.count else {
        return "block \(start)..<\(block.end) of \(bytes.count)"
      }
      let part = Array(bytes[start..<block.end])
      let reading = dialect.read(part.span)
      if !block.isOfInterest, !reading.isEmpty { return "block \(start)..<\(block.end) is of interest: \(reading)" }
      if let fault = fault(in: reading, 0..<part.count) { return "block \(start)..<\(block.end): \(fault)" }
      start = block.end
    }
    return nil
  }

  private func fault(in reading: BlockReading, _ all: Range<Int>) -> String? {
    for site in reading.sites {
      guard all.contains(site.range) else { return "site \(site.range)" }
      guard site.range.contains(site.heading) else { return "heading \(site.heading) of \(site.range)" }
      let values =
        [site.name, site.cluster, site.source, site.location].compactMap { $0 } + (site.roles?.elements ?? [])
        + site.words + site.arguments.flatMap { [$0.name] + $0.values }
      if let fault = values.compactMap({ fault(in: $0, all) }).first { return fault }
      if let roles = site.roles, !all.contains(roles.range) { return "roles \(roles.range)" }
    }
    for definition in reading.definitions {
      guard all.contains(definition.range) else { return "definition \(definition.range)" }
      if let value = definition.value, let fault = fault(in: value, all) { return fault }
    }
    for embedded in reading.embedded {
      guard embedded.map.length == embedded.text.count else { return "map of \(embedded.text.count) bytes" }
      guard all.contains(embedded.map.original(0..<embedded.text.count)) else { return "embedded text" }
    }
    for silencing in reading.silencings where !all.contains(silencing.range) || !all.contains(silencing.scope) {
      return "silencing \(silencing.range), \(silencing.scope)"
    }
    return nil
  }

  private func fault(in value: Expression, _ all: Range<Int>) -> String? {
    guard all.contains(value.range) else { return "value \(value.range)" }
    return value.parts.first { !all.contains($0.range) }.map { "part \($0.range)" }
  }
}
