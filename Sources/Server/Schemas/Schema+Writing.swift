package import JSON

extension Schema {
  /// Writes the schema as JSON Schema draft 7; named ones as a reference into `components/schemas` (OpenRPC 1.3).
  package func write(to writer: inout JSONWriter, summary: String? = nil) {
    writer.object { writer in
      if case .named(let name, _) = self {
        // Draft 7 ignores what stands beside a reference, so nothing does.
        writer.member("$ref", "#/components/schemas/\(name)")
        return
      }
      if let summary { writer.member("description", summary) }
      writeKeywords(to: &writer)
    }
  }

  private func writeKeywords(to writer: inout JSONWriter) {
    switch self {
    case .any, .named:
      return
    case .null:
      writer.member("type", "null")
    case .boolean:
      writer.member("type", "boolean")
    case .integer(let bounds):
      writer.member("type", "integer")
      writer.member("minimum", bounds.lowerBound)
      writer.member("maximum", bounds.upperBound)
    case .string(let values, let maximumLength, let format):
      writer.member("type", "string")
      if let values { writer.member("enum", values) }
      if let maximumLength { writer.member("maxLength", maximumLength) }
      if let format { writer.member("format", format) }
    case .array(let element, let maximumCount):
      writer.member("type", "array")
      writer.member("items") { element.write(to: &$0) }
      if let maximumCount { writer.member("maxItems", maximumCount) }
    case .object(let properties, let isOpen):
      writer.member("type", "object")
      writer.member("properties") { writer in
        writer.object { writer in
          for property in properties {
            writer.member(named: property.name) { property.schema.write(to: &$0, summary: property.summary) }
          }
        }
      }
      let required = properties.filter { !$0.isOptional }.map(\.name)
      if !required.isEmpty { writer.member("required", required) }
      writer.member("additionalProperties", isOpen)
    case .anyOf(let schemas):
      writer.member("anyOf") { writer in
        writer.array { writer in
          for schema in schemas { schema.write(to: &writer) }
        }
      }
    }
  }

  /// The named schemas in this one, itself included, by name.
  func collectNamed(into found: inout [String: Schema]) {
    switch self {
    case .any, .null, .boolean, .integer, .string:
      return
    case .array(let element, _):
      element.collectNamed(into: &found)
    case .object(let properties, _):
      for property in properties { property.schema.collectNamed(into: &found) }
    case .anyOf(let schemas):
      for schema in schemas { schema.collectNamed(into: &found) }
    case .named(let name, let schema):
      guard found[name] == nil else { return }
      found[name] = schema
      schema.collectNamed(into: &found)
    }
  }
}
