extension Bicep {
  /// Finds what a block says.
  struct Reader {
    private let bytes: [UInt8]

    init(_ block: Span<UInt8>) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(block.count)
      for offset in block.indices { bytes.append(block[unchecked: offset]) }
      self.bytes = bytes
    }

    func reading() -> BlockReading {
      var parser = Parser(bytes)
      var reading = BlockReading()
      for declaration in parser.declarations() {
        let values = Values(bytes, variables: [])
        if declaration.type != nil || declaration.keyword == .resource {
          let resource = Resource(declaration, values)
          reading.sites += resource.sites
          reading.definitions += resource.definitions
        } else if declaration.keyword == .parameter || declaration.keyword == .variable, let name = declaration.name {
          let first = reading.definitions.count
          define(name, declaration.value, at: declaration.place, values, to: &reading.definitions)
          if declaration.keyword == .parameter {
            for index in reading.definitions.indices[first...] { reading.definitions[index].isDefault = true }
          }
        }
      }
      reading.sites.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
      reading.definitions.sort { $0.range.lowerBound < $1.range.lowerBound }
      // A row of errors might have read a comment twice.
      reading.silencings = SilencingScopes(bytes, comments: parser.comments, sites: reading.sites).all
      return reading
    }

    /// A name and, if its value is an object, the members of that.
    private func define(
      _ name: String, _ node: Node?, at place: Range<Int>, _ values: Values, level: Int = 1,
      to definitions: inout [Definition]
    ) {
      var value: Expression?
      switch node?.kind {
      case nil, .object, .array, .loop, .condition: value = nil
      default: value = node.map(values.expression)
      }
      definitions.append(Definition(name, value, elements: node.flatMap { values.elements($0) }, at: place))
      guard case .object(let properties, _) = node?.kind, level < Values.longestPath, name.utf8.count < 256 else {
        return
      }
      for property in properties {
        guard let member = property.name.literal else { continue }
        define(
          name + "." + member, property.value, at: property.name.range, values, level: level + 1, to: &definitions)
      }
    }
  }
}
