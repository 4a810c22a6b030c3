/// What a ``Dialect`` finds in one block of a document. Offsets are those of the block.
package struct BlockReading: Hashable, Sendable {
  /// The sites, in order.
  package var sites: [BindingSite] = []

  /// The definitions, in order.
  package var definitions: [Definition] = []

  /// Texts of other dialects within the block.
  package var embedded: [EmbeddedText] = []

  /// Comments that speak to this program.
  package var silencings: [Silencing] = []

  /// Creates a reading.
  package init() {}

  /// Whether nothing was found.
  package var isEmpty: Bool {
    sites.isEmpty && definitions.isEmpty && embedded.isEmpty && silencings.isEmpty
  }
}

/// A text of another dialect within a document: a script in a pipeline, a fence in a page.
package struct EmbeddedText: Hashable, Sendable {
  /// Its dialect.
  package var dialect: DialectName

  /// The text without what the surrounding one needs: indentation, quotes of a block, escapes.
  package var text: [UInt8]

  /// Where the text's bytes stand.
  package var map: TextMap

  /// Creates an embedded text.
  package init(_ dialect: DialectName, _ text: [UInt8], _ map: TextMap) {
    self.dialect = dialect
    self.text = text
    self.map = map
  }
}

/// A comment that keeps findings silent: `trusted-access: ignore unknown-role, binding-name`.
package struct Silencing: Hashable, Sendable {
  /// The codes of the findings; empty means all.
  package var codes: [String]

  /// Where the comment's order stands: what is said if it has no cause is said here.
  package var range: Range<Int>

  /// Where findings are silenced: the comment's own line, or the site or line after it if it stands alone.
  package var scope: Range<Int>

  /// Creates a silencing.
  package init(codes: [String], range: Range<Int>, scope: Range<Int>) {
    self.codes = codes
    self.range = range
    self.scope = scope
  }
}
