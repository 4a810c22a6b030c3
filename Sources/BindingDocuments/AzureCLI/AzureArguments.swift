internal import TrustedAccess

/// The words behind a command's own, put together to options with their values.
struct AzureArguments {
  /// The options in order, as ``BindingSite/arguments`` has them. A word that may stand for several, or for an option, is
  /// one without values whose name is not known.
  private(set) var arguments: [Argument] = []
  /// Which option each of them is.
  private var known: [AzureOption?] = []
  private let options: (String) -> AzureOption.Match

  init(_ words: ArraySlice<Expression>, options: @escaping (String) -> AzureOption.Match) {
    self.options = options
    for word in words { add(word) }
  }

  /// The values of the last option of a meaning.
  func values(_ isWanted: (AzureOption) -> Bool) -> [Expression]? {
    known.lastIndex { $0.map(isWanted) == true }.map { arguments[$0].values }
  }

  private mutating func add(_ word: Expression) {
    if Self.isOption(word) {
      append(argument(word))
    } else if let last = arguments.last, takes(last, word) {
      arguments[arguments.count - 1].values.append(word.isOfFile ? word.madeOpaque : word)
    } else {
      append(Argument(word, []))
    }
  }

  private mutating func append(_ argument: Argument) {
    arguments.append(argument)
    if let name = argument.name.literal, case .one(let option) = options(name) {
      known.append(option)
    } else {
      known.append(nil)
    }
  }

  /// Whether a word is an option, with or without a value: it starts with a hyphen, and is neither a number nor a text.
  static func isOption(_ word: Expression) -> Bool {
    guard let place = word.parts.firstIndex(where: { !$0.text.isEmpty || $0.kind != .text }),
      word.parts[place].kind == .text, word.parts[place].text.utf8.first == UInt8(ascii: "-")
    else { return false }
    // Nearly every word is one text: there is no need to put it together.
    return word.parts.count == 1 ? isOption(word.parts[0].text.utf8) : isOption(ExpressionText(word).bytes)
  }

  /// Whether what starts with a hyphen is an option.
  private static func isOption(_ text: some Collection<UInt8>) -> Bool {
    var isNumber = true
    for byte in text.dropFirst() {
      if byte == UInt8(ascii: "=") { return true }
      if byte == UInt8(ascii: " ") { return false }
      if byte &- 0x30 >= 10 && byte != UInt8(ascii: ".") { isNumber = false }
    }
    return !isNumber
  }

  /// An option with the value that is joined to it.
  private func argument(_ word: Expression) -> Argument {
    if let name = word.literal?.utf8, name.starts(with: "--".utf8), !name.contains(UInt8(ascii: "=")) {
      return Argument(word, [])
    }
    let text = ExpressionText(word)
    func cut(_ end: Int, _ valueStart: Int) -> Argument {
      let value = text.expression(valueStart..<text.bytes.count)
      return Argument(text.expression(0..<end), [value.isOfFile ? value.madeOpaque : value])
    }
    if let sign = text.bytes.firstIndex(of: UInt8(ascii: "=")) { return cut(sign, sign + 1) }
    if text.bytes.count > 2, text.bytes[1] != UInt8(ascii: "-"),
      case .one(let option) = options(String(decoding: text.bytes[..<2], as: UTF8.self)), option.takesValue
    {
      return cut(2, 2)
    }
    return Argument(word, [])
  }

  /// Whether a word is a value of an option. One behind its only value, too, if it is plain text: the Azure CLI does not
  /// know what to do with it, and neither would a reader, but the writer meant it so.
  private func takes(_ argument: Argument, _ word: Expression) -> Bool {
    guard argument.name.literal != nil, !word.isSplat else { return false }
    guard let option = known.last ?? nil else { return argument.values.isEmpty || word.isKnown }
    if option.takesValue && argument.values.isEmpty { return true }
    return option.meaning == .roles || word.isKnown
  }
}

extension Expression {
  /// Whether a part of it is known to be text.
  fileprivate var isKnown: Bool { parts.isEmpty || parts.contains { $0.kind == .text && !$0.text.isEmpty } }

  /// Whether it is what a file holds, as the Azure CLI takes `@path`.
  fileprivate var isOfFile: Bool {
    guard let first = parts.first, first.kind == .text, first.text.utf8.first == UInt8(ascii: "@") else { return false }
    return first.text.utf8.count > 1 || parts.count > 1
  }

  /// The same place, with what it means unknown.
  fileprivate var madeOpaque: Expression {
    Expression([Part(.opaque, parts.map(\.text).joined(), at: range)], range: range, quoting: quoting)
  }
}
