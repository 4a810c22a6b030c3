/// What is wrong, or likely wrong, with a text that should be a resource ID, and the ID put right where that can be
/// computed.
///
/// A text without a problem is an ID that every tool takes but Terraform, which also wants Azure's own spelling (see
/// ``ResourceIDVerdict``). A segment that holds a ``Placeholder`` is unknown, not wrong: what can be said of the others is
/// said, and of the placeholder only that it is one. Cost: a fixed number of passes over the text.
public struct ResourceIDDiagnosis: Hashable, Sendable {
  /// The text as written.
  public let text: String

  /// What there is to say, in the order of the text.
  public let problems: [ResourceIDProblem]

  /// The ID with everything put right that can be; `nil` if that is nothing. A diagnosis of it has no problem with a
  /// correction, and none at all but notes if each one here has one.
  public let correction: String?

  /// Looks at `text`.
  ///
  /// - Parameter expected: the type of resource that it should name, if one is wanted.
  public init(_ text: String, expecting expected: ResourceType? = nil) {
    let anatomy = ResourceIDAnatomy(text)
    if anatomy.isPlain, expected == nil || expected == anatomy.type {
      self.init(text: text, problems: [], correction: nil)
    } else {
      self.init(stepByStep: text, expecting: expected)
    }
  }

  private init(text: String, problems: [ResourceIDProblem], correction: String?) {
    self.text = text
    self.problems = problems
    self.correction = correction
  }

  /// Looks at `text` with every check, though it be a plain ID.
  init(stepByStep text: String, expecting expected: ResourceType?) {
    var draft = ResourceIDDraft(text, expecting: expected)
    draft.trimEnds()
    draft.decodeSlashes()
    draft.unwrapURL()
    draft.cutQuery()
    draft.trimEnds()
    draft.mendSlashes()
    draft.mendWords()
    if draft.takeOneOfTwo() {
      draft.trimEnds()
      draft.mendWords()
    }
    draft.dropPortalPage()
    draft.trimEnds()
    draft.checkEnd()
    draft.checkValues()
    draft.checkType()
    draft.trimEnds()
    draft.notePlaceholders()
    let correction = draft.isChanged ? draft.text : nil
    self.init(text: text, problems: draft.problems(correctedTo: correction), correction: correction)
  }

  /// The gravest problem, the first of several; `nil` if there is none.
  public var worst: ResourceIDProblem? { problems.min { $0.severity < $1.severity } }
}
