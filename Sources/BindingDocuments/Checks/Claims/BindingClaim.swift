/// What a site says of a binding, as far as it can be held against what other sites say: which binding, for which source,
/// and whether it makes it or takes it away.
package struct BindingClaim: Hashable, Sendable {
  /// What a claim does with its binding.
  package enum Operation: Hashable, Sendable {
    /// Creates it, and fails if it is there.
    case create
    /// Sees to it that it is as it is written: a resource of a template.
    case declare
    /// Takes it away.
    case delete
  }

  /// What it does.
  package var operation: Operation

  /// In which form the site is written.
  package var form: BindingSite.Form

  /// Sites of one run have one: the commands of a script, the resources of a document.
  package var run: String

  /// The cluster; `nil` if it is not known.
  package var cluster: ClaimKey?

  /// The binding's name; `nil` if it is not known.
  package var name: ClaimKey?

  /// The source; `nil` if it is not known.
  package var source: ClaimKey?

  /// Whether just one binding is made, and in any case: neither in a loop nor on a condition.
  package var isCertain: Bool

  /// The codes of the findings that comments keep silent at it; `nil` means all.
  package var silencedCodes: Set<String>? = []

  /// Where something is said of it: the name, or else what tells what the site is. In bytes of its content, or of the
  /// document.
  package var range: Range<Int>
}

extension BindingClaim {
  /// Whether comments keep a finding of a code silent at it.
  func silences(_ code: String) -> Bool { silencedCodes?.contains(code) ?? true }

  /// Takes in what comments around it order.
  mutating func take(_ silencings: [Silencing]) {
    for silencing in silencings where silencing.scope.contains(range.lowerBound) {
      if silencing.codes.isEmpty { silencedCodes = nil } else { silencedCodes?.formUnion(silencing.codes) }
    }
  }
}

/// What a value is told from others by: what it means, without regard to case. What is not known in it stands in it as it
/// is written, so that it is the same where the same is written.
package struct ClaimKey: Hashable, Sendable {
  /// The text, in lower case.
  package let text: String

  /// Whether all of it is known, so that it means the same in every document.
  package let isKnown: Bool

  /// The value as its author reads it.
  package let written: String

  /// Equal by ``text``.
  package static func == (left: ClaimKey, right: ClaimKey) -> Bool { left.text == right.text }

  /// Hashes ``text``.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
