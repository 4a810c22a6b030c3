/// Reads a text of one dialect and the texts of others within it.
enum EmbeddedReading {
  /// How deep texts are read within texts: a script in a pipeline on a page, and one more.
  private static let depth = 4

  /// What a block says, with what its embedded texts say; all in the block's offsets.
  static func read(_ block: Span<UInt8>, as dialect: any Dialect.Type) -> BlockReading {
    read(block, as: dialect, depth: depth)
  }

  private static func read(_ block: Span<UInt8>, as dialect: any Dialect.Type, depth: Int) -> BlockReading {
    var reading = dialect.read(block)
    for place in reading.sites.indices { reading.sites[place].dialect = dialect.name }
    guard !reading.embedded.isEmpty else { return reading }
    let embedded = reading.embedded
    reading.embedded = []
    guard depth > 0 else { return reading }
    for text in embedded {
      guard let inner = Dialects.dialect(text.dialect) else { continue }
      var found = readAll(text.text.span, as: inner, depth: depth - 1).moved(text.map.original)
      let script = text.map.original(0..<text.text.count)
      for place in found.sites.indices {
        if found.sites[place].script == nil { found.sites[place].script = script }
        if dialect.name.isScript { found.sites[place].isInString = true }
      }
      reading.sites += found.sites
      reading.silencings += found.silencings
      // What another text cannot see is looked up here, and not told.
      if dialect.sharesEmbeddedDefinitions { reading.definitions += found.definitions }
    }
    reading.sites.sort { $0.range.lowerBound < $1.range.lowerBound }
    reading.definitions.sort { $0.range.lowerBound < $1.range.lowerBound }
    reading.silencings.sort { $0.range.lowerBound < $1.range.lowerBound }
    return reading
  }

  /// What a whole text says. References to what it defines itself are resolved.
  private static func readAll(_ text: Span<UInt8>, as dialect: any Dialect.Type, depth: Int) -> BlockReading {
    var all = BlockReading()
    var start = 0
    while start < text.count {
      let block = dialect.block(in: text, from: start)
      if block.isOfInterest {
        let offset = start
        let part = read(text.extracting(start..<block.end), as: dialect, depth: depth).moved {
          $0.lowerBound + offset..<$0.upperBound + offset
        }
        all.sites += part.sites
        all.definitions += part.definitions
        all.silencings += part.silencings
      }
      start = block.end
    }
    let definitions = DefinitionList(all.definitions, scope: dialect.definitionScope)
    all.sites = all.sites.map { definitions.resolving($0) }
    return all
  }
}
