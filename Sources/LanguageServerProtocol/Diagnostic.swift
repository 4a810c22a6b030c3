package import JSON
package import SourceText

/// LSP 3.17, "Diagnostic".
package struct Diagnostic: Hashable, Sendable {
  /// Where.
  package var range: PositionRange

  /// 1 for an error, 2 for a warning, 3 for information, 4 for a hint.
  package var severity: Int

  /// The rule's code.
  package var code: String

  /// The address of what is written about the code.
  package var codeDescription: String?

  /// Who says it.
  package var source: String

  /// What is wrong.
  package var message: String

  /// What else is to be known of the place.
  package var tags: [DiagnosticTag] = []

  /// Other places that belong to it.
  package var relatedInformation: [DiagnosticRelatedInformation] = []

  /// Ways to mend it, best first, for the member `data`; `nil` leaves it out.
  package var fixes: [DiagnosticFix]?

  /// Creates a diagnostic.
  package init(range: PositionRange, severity: Int, code: String, source: String, message: String) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
  }

  /// Writes the diagnostic.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      writer.member("severity", severity)
      writer.member("code", code)
      if let codeDescription {
        writer.member("codeDescription") { writer in writer.object { $0.member("href", codeDescription) } }
      }
      writer.member("source", source)
      writer.member("message", message)
      if !tags.isEmpty {
        writer.key("tags")
        writer.array { writer in for tag in tags { writer.write(tag.rawValue) } }
      }
      if !relatedInformation.isEmpty {
        writer.key("relatedInformation")
        writer.array { writer in for place in relatedInformation { place.write(to: &writer) } }
      }
      if let fixes {
        writer.member("data") { writer in
          writer.object { writer in
            writer.key("fixes")
            writer.array { writer in for fix in fixes { fix.write(to: &writer) } }
          }
        }
      }
    }
  }
}

/// LSP 3.17, "DiagnosticTag".
package enum DiagnosticTag: Int, Hashable, Sendable {
  /// What stands there does nothing.
  case unnecessary = 1
  /// What stands there is not to be used any more.
  case deprecated = 2
}

/// LSP 3.17, "DiagnosticRelatedInformation": another place that belongs to a diagnostic.
package struct DiagnosticRelatedInformation: Hashable, Sendable {
  /// Where.
  package var location: Location

  /// What is there.
  package var message: String

  /// Creates a place.
  package init(_ location: Location, message: String) {
    self.location = location
    self.message = message
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("location")
      location.write(to: &writer)
      writer.member("message", message)
    }
  }
}

/// A way to mend a diagnostic, for clients that do not ask for code actions.
package struct DiagnosticFix: Hashable, Sendable {
  /// What it does.
  package var title: String

  /// The edits, of the version that the diagnostic is of.
  package var edits: [PositionEdit]

  /// Creates a fix.
  package init(title: String, edits: [PositionEdit]) {
    self.title = title
    self.edits = edits
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", title)
      writer.key("edits")
      edits.write(to: &writer)
    }
  }
}
