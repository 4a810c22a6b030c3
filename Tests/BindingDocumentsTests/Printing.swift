import BindingDocuments

/// What a dialect finds in a text, as tests compare it: a line each for every site and definition, with each value as it is
/// meant and, where that is not what is written, the written text behind `←`. A reference is `⟨name⟩`, what is not known
/// `⟨?written⟩`.
///
/// Embedded texts are told by their dialect and their text, and are not read.
func printed(_ dialect: any Dialect.Type, _ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var lines: [String] = []
  var start = 0
  while start < bytes.count {
    let block = dialect.block(in: bytes.span, from: start)
    precondition(block.end > start && block.end <= bytes.count, "a block that ends at \(block.end) of \(bytes.count)")
    if block.isOfInterest {
      let part = Array(bytes[start..<block.end])
      lines += BlockPrinter(part).lines(dialect.read(part.span))
    }
    start = block.end
  }
  return lines
}

private struct BlockPrinter {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func lines(_ reading: BlockReading) -> [String] {
    let found: [(Int, String)] =
      reading.sites.map { ($0.range.lowerBound, line($0)) }
      + reading.definitions.map { ($0.range.lowerBound, "\($0.name) = \($0.value.map(shown) ?? "?")") }
      + reading.embedded.map {
        (
          $0.map.original(0),
          "embedded \($0.dialect.rawValue): \(String(decoding: $0.text, as: UTF8.self).debugDescription)"
        )
      }
      + reading.silencings.map {
        ($0.range.lowerBound, "ignore \($0.codes.joined(separator: ",")) in \(written($0.scope).debugDescription)")
      }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func line(_ site: BindingSite) -> String {
    var line = "\(site.form) \(site.operation.map { "\($0)" } ?? "?") [\(written(site.heading))]"
    if site.isRepeated { line += " repeated" }
    if site.isReference { line += " reference" }
    for (label, value) in [
      ("name", site.name), ("cluster", site.cluster), ("source", site.source), ("location", site.location),
    ] {
      if let value { line += " \(label)=\(shown(value))" }
    }
    if let roles = site.roles {
      line += " roles=\(roles.form == .array ? "[" : "")\(roles.elements.map(shown).joined(separator: " | "))"
      line += (roles.form == .array ? "]" : "") + (roles.isComplete ? "" : "…")
    }
    return line
  }

  private func shown(_ value: Expression) -> String {
    let meaning = value.parts.map { part in
      switch part.kind {
      case .text: part.text
      case .reference: "⟨\(part.text)\(part.fallback.map { ":\($0)" } ?? "")⟩"
      case .opaque: "⟨?\(part.text)⟩"
      }
    }.joined()
    let source = written(value.range)
    return source == meaning || value.range.isEmpty ? meaning : "\(meaning)←\(source)"
  }

  private func written(_ range: Range<Int>) -> String {
    guard range.upperBound <= bytes.count else { return "RANGE BEHIND THE BLOCK \(range)" }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
