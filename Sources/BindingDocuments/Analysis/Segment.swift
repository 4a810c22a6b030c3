import SourceText

/// A stretch of a document: one block in which something was found, or several in a row in which nothing can be.
struct Segment: Sendable {
  /// Its length in bytes.
  var length: Int

  /// How far behind its end bytes were looked at to tell where it ends.
  var lookAhead: Int

  /// What was found in it, in offsets of the segment; `nil` for nothing.
  var content: SegmentContent?

  /// Whether it holds blocks with definitions that nothing has referred to so far.
  var isUnread = false
}

/// What was found in a segment. An object, so that the tree of segments is small and a copy of a document is cheap.
final class SegmentContent: Sendable {
  /// The segment's place among all that have content: it grows from one to the next, and stays what it is when others
  /// come and go.
  let order: UInt64

  /// What was read.
  let reading: BlockReading

  /// The names that the reading refers to.
  let references: Set<String>

  init(_ reading: BlockReading, order: UInt64) {
    self.order = order
    self.reading = reading
    references = reading.references
  }
}

extension Segment: Summarized {
  /// What a run of segments holds.
  struct Summary: AdditiveArithmetic, Sendable {
    /// Their length in bytes.
    var bytes = 0

    /// How many have content.
    var contents = 0

    /// How many are not read.
    var unread = 0

    static let zero = Summary()

    static func + (left: Summary, right: Summary) -> Summary {
      Summary(
        bytes: left.bytes + right.bytes, contents: left.contents + right.contents, unread: left.unread + right.unread)
    }

    static func - (left: Summary, right: Summary) -> Summary {
      Summary(
        bytes: left.bytes - right.bytes, contents: left.contents - right.contents, unread: left.unread - right.unread)
    }
  }

  var summary: Summary { Summary(bytes: length, contents: content == nil ? 0 : 1, unread: isUnread ? 1 : 0) }
}

extension BlockReading {
  /// The names that something in the reading refers to.
  fileprivate var references: Set<String> {
    var names: Set<String> = []
    func note(_ expression: Expression?) {
      guard let expression else { return }
      for part in expression.parts where part.kind == .reference { names.insert(part.listName ?? part.text) }
    }
    for site in sites {
      // A command is read once more when it is known what its words stand for.
      if site.form == .azureCLI || site.form == .azureREST {
        for word in site.words { note(word) }
        for argument in site.arguments {
          note(argument.name)
          for value in argument.values { note(value) }
        }
        if site.arguments.contains(where: \.name.isSplat) { names.insert(AzureCommandLine.account) }
      }
      for value in [site.name, site.cluster, site.source, site.location, site.account] { note(value) }
      for element in site.roles?.elements ?? [] { note(element) }
    }
    for definition in definitions {
      note(definition.value)
      for element in definition.elements ?? [] { note(element) }
    }
    return names
  }
}
