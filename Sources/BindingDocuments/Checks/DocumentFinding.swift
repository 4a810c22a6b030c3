package import SourceText
package import TrustedAccess

/// Something that a rule has to say of a place in a document.
package struct DocumentFinding: Hashable, Sendable {
  /// The rule's stable code, `unknown-role`; also the name of its page in the documentation.
  package var code: String

  /// How grave it is.
  package var severity: Severity

  /// What is wrong and what would be right.
  package var message: String

  /// Where, in bytes of the document.
  package var range: Range<Int>

  /// Ways to mend it, best first.
  package var fixes: [DocumentFix]

  /// Other places that belong to it.
  package var related: [RelatedPlace]

  /// Creates a finding.
  package init(
    code: String, severity: Severity, message: String, range: Range<Int>, fixes: [DocumentFix] = [],
    related: [RelatedPlace] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.fixes = fixes
    self.related = related
  }
}

/// A change of a document that mends a finding.
package struct DocumentFix: Hashable, Sendable {
  /// What it does, as an editor's menu shows it.
  package var title: String

  /// The edits, apart from each other, in order.
  package var edits: [TextEdit]

  /// Creates a fix.
  package init(title: String, edits: [TextEdit]) {
    self.title = title
    self.edits = edits
  }
}

/// Another place that a finding is about.
package struct RelatedPlace: Hashable, Sendable {
  /// Where, in bytes of the document.
  package var range: Range<Int>

  /// What is there.
  package var message: String

  /// The document, by the name that ``ClaimIndex/replace(_:of:)`` was given; `nil` for the finding's own.
  package var document: String?

  /// Creates a related place.
  package init(range: Range<Int>, message: String, document: String? = nil) {
    self.range = range
    self.message = message
    self.document = document
  }
}

extension DocumentFinding {
  /// The finding further behind in the document.
  func moved(by offset: Int) -> DocumentFinding {
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
    var finding = self
    finding.range = moved(range)
    finding.fixes = fixes.map { fix in
      DocumentFix(title: fix.title, edits: fix.edits.map { TextEdit(range: moved($0.range), text: $0.text) })
    }
    finding.related = related.map { place in
      place.document == nil ? RelatedPlace(range: moved(place.range), message: place.message) : place
    }
    return finding
  }
}
