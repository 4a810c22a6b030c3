/// What Azure asks of the names of one resource type.
public struct ResourceNameRule: Hashable, Sendable {
  /// The type whose names the rule is for.
  public let type: ResourceType

  /// How many characters a name has.
  public let length: ClosedRange<Int>

  /// The characters that a name may have.
  public let alphabet: Alphabet

  /// What a name starts with.
  public let start: Border

  /// What a name ends with.
  public let end: Border

  /// Where the rule comes from.
  public let source: String

  /// The ASCII characters of ``alphabet``.
  private let ascii: ASCIISet

  /// The characters of a name.
  public enum Alphabet: Hashable, Sendable {
    /// ASCII letters and digits, and these.
    case ascii(and: String)
    /// Letters and digits of every script (Unicode Lu, Ll, Lt, Lm, Lo, Nd), and these.
    case unicode(and: String)
    /// All but control characters and these.
    case anyBut(String)
  }

  /// A rule for a name's first or last character.
  public enum Border: String, Hashable, Sendable {
    case any = "any character"
    case letter = "a letter"
    case letterOrDigit = "a letter or digit"
    case notPeriod = "any character but '.'"
  }

  /// The rule for names of `type`; ``generic`` if none is known.
  public static func rule(for type: ResourceType) -> ResourceNameRule {
    all.first { $0.type == type } ?? generic
  }

  /// The rules by type. Where the documentation and the API's own pattern differ, the one that takes more.
  public static let all: [ResourceNameRule] = [
    ResourceNameRule(
      .resourceGroup, 1...90, .unicode(and: "_-.()"), end: .notPeriod,
      source: "Azure docs, naming rules"),
    ResourceNameRule(
      .cluster, 1...63, .ascii(and: "_-"), start: .letterOrDigit, end: .letterOrDigit,
      source: "Azure docs, naming rules; ARM API pattern"),
    ResourceNameRule(.binding, 1...24, .ascii(and: "-"), source: "ARM API pattern"),
    ResourceNameRule(
      ResourceType("Microsoft.MachineLearningServices", "workspaces"), 3...33, .ascii(and: "_-"),
      start: .letterOrDigit, source: "ARM API pattern; the docs leave out '_'"),
    ResourceNameRule(
      ResourceType("Microsoft.DataProtection", "backupVaults"), 2...50, .ascii(and: "-"), source: "Terraform azurerm"),
    ResourceNameRule(
      ResourceType("Microsoft.RecoveryServices", "vaults"), 2...50, .ascii(and: "-"), start: .letter,
      source: "Azure docs, naming rules"),
    ResourceNameRule(
      ResourceType("Microsoft.Security", "pricings"), 1...260, .ascii(and: "_-"), source: "Azure docs, naming rules"),
    ResourceNameRule(
      ResourceType("Microsoft.Security", "pricings", ["securityOperators"]), 3...63, .ascii(and: "_"), start: .letter,
      source: "ARM API pattern"),
    ResourceNameRule(
      ResourceType("Microsoft.Compute", "virtualMachineScaleSets"), 1...64, .anyBut("<>?\\"),
      source: "Azure docs, naming rules; 15 for Windows hosts"),
  ]

  /// The rule for types without one of their own. The SDK for Python bars `%`, `&` and `:` as well, which names of
  /// billing accounts have.
  public static let generic = ResourceNameRule(
    ResourceType("Microsoft.Resources", "resources"), 1...260, .anyBut("<>?\\"), source: "Azure SDK for Python")

  private init(
    _ type: ResourceType, _ length: ClosedRange<Int>, _ alphabet: Alphabet, start: Border = .any, end: Border = .any,
    source: String
  ) {
    self.type = type
    self.length = length
    self.alphabet = alphabet
    self.start = start
    self.end = end
    self.source = source
    ascii = ASCIISet(where: { alphabet.contains($0) })
  }
}

extension ResourceNameRule {
  /// The rule in words: `1 to 63 letters, digits, '_' or '-', the first and last a letter or digit`.
  public var summary: String {
    var summary = "\(length.lowerBound) to \(length.upperBound) \(alphabet.summary)"
    if start != .any { summary += ", first \(start.rawValue)" }
    if end != .any { summary += ", last \(end.rawValue)" }
    return summary
  }

  /// How `name` breaks the rule: what is wrong and where, in UTF-8 offsets of it; `nil` if it keeps it.
  public func violation(in name: some StringProtocol) -> (reason: String, range: Range<Int>)? {
    guard !isKeptPlainly(by: name) else { return nil }
    let scalars = name.unicodeScalars
    var offset = 0
    for scalar in scalars {
      let width = UTF8.width(scalar)
      if !alphabet.contains(scalar) {
        return ("has the character \(Self.shown(scalar))", offset..<offset + width)
      }
      offset += width
    }
    let all = 0..<offset
    if !length.contains(scalars.count) { return ("has \(scalars.count) characters", all) }
    if let first = scalars.first, !start.allows(first) { return ("starts with '\(first)'", 0..<UTF8.width(first)) }
    if let last = scalars.last, !end.allows(last) {
      return ("ends with '\(last)'", offset - UTF8.width(last)..<offset)
    }
    return nil
  }

  /// Whether `name`, of ASCII characters only, keeps the rule: most names, told without a look at Unicode's tables.
  private func isKeptPlainly(by name: some StringProtocol) -> Bool {
    name.withUTF8Bytes { bytes in
      guard let first = bytes.first, let last = bytes.last, length.contains(bytes.count) else { return false }
      return bytes.allSatisfy(ascii.contains) && start.allows(Unicode.Scalar(first))
        && end.allows(Unicode.Scalar(last))
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar.value < 0x21 || scalar.value == 0x7F
      ? "U+00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true) : "'\(scalar)'"
  }
}

extension ResourceNameRule.Alphabet {
  /// The characters in words.
  public var summary: String {
    switch self {
    case .ascii(let others): "ASCII letters, digits" + Self.list(others)
    case .unicode(let others): "letters, digits" + Self.list(others)
    case .anyBut(let others): "characters, without control characters" + Self.list(others)
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ascii(let others): scalar.isASCIILetterOrDigit || others.unicodeScalars.contains(scalar)
    case .unicode(let others):
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
      default: others.unicodeScalars.contains(scalar)
      }
    case .anyBut(let others):
      scalar.value >= 0x20 && scalar.value != 0x7F && !others.unicodeScalars.contains(scalar)
    }
  }

  private static func list(_ others: String) -> String {
    let all = others.map { "'\($0)'" }
    guard let last = all.last else { return "" }
    return all.dropLast().map { ", " + $0 }.joined() + " or " + last
  }
}

extension ResourceNameRule.Border {
  func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .any: true
    case .letter: scalar.isASCIILetterOrDigit && !(0x30...0x39).contains(scalar.value)
    case .letterOrDigit: scalar.isASCIILetterOrDigit
    case .notPeriod: scalar != "."
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is an ASCII letter or digit.
  fileprivate var isASCIILetterOrDigit: Bool { UInt8(exactly: value)?.isASCIILetterOrDigit == true }
}
