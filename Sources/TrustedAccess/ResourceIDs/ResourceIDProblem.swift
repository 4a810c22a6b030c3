/// Something that is wrong, or likely wrong, with a text that should be a resource ID.
public struct ResourceIDProblem: Hashable, Sendable {
  /// A stable code in small letters with hyphens, `missing-name`.
  public let code: String

  /// How grave it is: an error is refused by Azure or by the tool that sends it there.
  public let severity: Severity

  /// What is wrong and what would be right, in one or two sentences.
  public let message: String

  /// Where, in UTF-8 offsets of the text; empty where something is missing.
  public let range: Range<Int>

  /// The whole ID put right, if that can be computed.
  public let correction: String?

  init(
    code: String, severity: Severity = .error, message: String, range: Range<Int>, correction: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.correction = correction
  }
}
