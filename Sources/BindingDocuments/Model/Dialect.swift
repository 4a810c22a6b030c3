/// The languages in which bindings are written.
package enum DialectName: String, Hashable, Sendable, CaseIterable {
  case shell
  case powerShell
  case batch
  case yaml
  case bicep
  case bicepParameters
  case arm
  case terraform
  case markdown
}

extension DialectName {
  /// Whether it is a language of scripts, which are run command by command.
  package var isScript: Bool { self == .shell || self == .powerShell || self == .batch }
}

/// A language, as far as it takes to find what a document says of role bindings. One folder a dialect; none knows another.
///
/// A dialect cuts a document into *blocks*, each of which can be read by itself: a command with its continued lines, a
/// resource, a fence. So an edit costs what its block does.
///
/// Nothing here fails, whatever the bytes: a text that is broken gives what can be made out. Cost: linear in the bytes.
package protocol Dialect: Sendable {
  /// Its name.
  static var name: DialectName { get }

  /// From where on its definitions hold.
  static var definitionScope: DefinitionScope { get }

  /// Cuts off the block that starts at `start`, which is less than the text's length. A block starts with nothing open
  /// before it: where it ends depends only on the bytes from `start` on, so that another cut at the same place goes on as
  /// the first did.
  static func block(in text: Span<UInt8>, from start: Int) -> Block

  /// Whether what embedded texts define holds in those behind them too: on a page, whose fences are read as one script,
  /// and not in a pipeline, whose steps are processes of their own.
  static var sharesEmbeddedDefinitions: Bool { get }

  /// A text without which, in some case, no block defines `name`: the name of the variable, or that of the resource whose
  /// attribute it is.
  /// `nil` if there is none: then blocks with definitions are read whether anything refers to them or not.
  static func mark(ofDefinition name: String) -> String?

  /// Finds what a block says. The text holds the block and nothing else.
  static func read(_ block: Span<UInt8>) -> BlockReading

  /// `text` as it is written in the place of an expression that is quoted so; `nil` if it cannot be.
  static func spelling(of text: String, as quoting: Quoting) -> String?
}

extension Dialect {
  /// No.
  package static var sharesEmbeddedDefinitions: Bool { false }

  /// None is known.
  package static func mark(ofDefinition name: String) -> String? { nil }
}

/// A stretch of a document that can be read by itself.
package struct Block: Hashable, Sendable {
  /// Where it ends; more than where it starts.
  package var end: Int

  /// Up to where bytes were looked at to tell the end; at least the end. An edit before it can make the block another.
  /// An edit behind it can make it one with a block behind it, if neither holds anything.
  package var examined: Int

  /// What there may be in it. Told from what cutting it needs to look at.
  package var interest: Interest

  /// What may be in a block.
  package enum Interest: Hashable, Sendable {
    /// Nothing: it is not read.
    case nothing
    /// Definitions and nothing else: it is read when something refers to one that may be in it; see
    /// ``Dialect/mark(ofDefinition:)``.
    case definitions
    /// Anything: it is read.
    case anything
  }

  /// Whether there may be something in it.
  package var isOfInterest: Bool { interest != .nothing }

  /// Creates a block.
  ///
  /// - Parameter examined: up to where bytes behind the end were looked at, if any were; the text's length, if it was looked
  ///   whether the text ends.
  package init(end: Int, examined: Int? = nil, interest: Interest) {
    self.end = end
    self.examined = max(examined ?? end, end)
    self.interest = interest
  }

  /// Creates a block in which there may be anything, or nothing.
  package init(end: Int, examined: Int? = nil, isOfInterest: Bool) {
    self.init(end: end, examined: examined, interest: isOfInterest ? .anything : .nothing)
  }
}
