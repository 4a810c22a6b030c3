/// The shape of a value on the wire: the part of JSON Schema draft 7 that the methods need.
///
/// One description serves three ends: it checks parameters, it stands in the OpenRPC document, and tests hold results
/// to it.
package indirect enum Schema: Sendable {
  /// Any value.
  case any
  case null
  case boolean
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A text; if `values` are given, one of them.
  case string(values: [String]? = nil, maximumLength: Int? = nil, format: String? = nil)
  /// An array.
  case array(of: Schema, maximumCount: Int? = nil)
  /// An object with these members and, if it is open, others.
  case object([Property], isOpen: Bool = false)
  /// One of several shapes.
  case anyOf([Schema])
  /// A shape with a name, kept once under `components/schemas`.
  case named(String, Schema)

  /// A member of an object.
  package struct Property: Sendable {
    /// The member's name.
    package var name: String
    /// What the member says, in a sentence.
    package var summary: String
    /// The shape of its value.
    package var schema: Schema
    /// Whether it may be left out.
    package var isOptional: Bool

    /// A member that is always there.
    static func required(_ name: String, _ schema: Schema, _ summary: String) -> Property {
      Property(name: name, summary: summary, schema: schema, isOptional: false)
    }

    /// A member that may be left out.
    static func optional(_ name: String, _ schema: Schema, _ summary: String) -> Property {
      Property(name: name, summary: summary, schema: schema, isOptional: true)
    }
  }

  /// A text of any kind.
  static let text = Schema.string()
  /// Texts.
  static let texts = Schema.array(of: .text)
  /// A count.
  static let count = Schema.integer(0...Int(Int32.max))
  /// A point in time, RFC 3339.
  static let timestamp = Schema.string(format: "date-time")
}
