/// Gives what tokens mean as parts of an expression.
struct PowerShellStrings {
  let bytes: [UInt8]
  let tokens: [PowerShellToken]

  /// How much of what is not understood is told.
  private static let longestOpaque = 80

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Something that is not known.
  func opaque(_ range: Range<Int>) -> Expression {
    Expression([opaquePart(range)], range: range, quoting: .none)
  }

  func opaquePart(_ range: Range<Int>) -> Expression.Part {
    .init(
      .opaque, text(range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + Self.longestOpaque)), at: range)
  }

  // MARK: Strings

  /// The string that begins with a token, and the index behind it; `nil` if none does.
  func string(at index: Int) -> (Expression, next: Int)? {
    let token = tokens[index]
    switch token.kind {
    case .single: return (Expression(singleParts(token), range: token.range, quoting: .single), index + 1)
    case .hereSingle: return (Expression(hereParts(token), range: token.range, quoting: .block), index + 1)
    case .doubleOpen:
      var parts: [Expression.Part] = []
      let next = appendDouble(at: index, to: &parts)
      let end = next > index + 1 && next - 1 < tokens.count ? tokens[next - 1].end : bytes.count
      let isHere = bytes[token.start] == UInt8(ascii: "@")
      return (
        Expression(parts, range: token.start..<Swift.max(token.end, end), quoting: isHere ? .block : .double), next
      )
    default: return nil
    }
  }

  /// The parts of `'…'`: what is between doubled quotes, and these.
  func singleParts(_ token: PowerShellToken) -> [Expression.Part] {
    let text = bytes.span
    var parts: [Expression.Part] = []
    var start = token.start + PowerShellCharacters.singleQuote(text, at: token.start)
    var offset = start
    func flush(_ end: Int) {
      if end > start { parts.append(.init(.text, self.text(start..<end), at: start..<end)) }
    }
    while offset < token.end {
      let first = PowerShellCharacters.singleQuote(text, at: offset)
      if first == 0 {
        offset += 1
        continue
      }
      let end = offset + first
      let second = end < token.end ? PowerShellCharacters.singleQuote(text, at: end) : 0
      flush(offset)
      if second > 0 { parts.append(.init(.text, self.text(offset..<end), at: offset..<end + second)) }
      start = end + second
      offset = start
    }
    flush(token.end)
    return parts
  }

  private func hereParts(_ token: PowerShellToken) -> [Expression.Part] {
    let text = bytes.span
    var start = token.start
    while start < token.end, PowerShellCharacters.lineBreak(text, at: start) == 0 { start += 1 }
    guard start < token.end else { return [] }
    start += PowerShellCharacters.lineBreak(text, at: start)
    var end = token.end
    while end > start, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D { end -= 1 }
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end > start ? [.init(.text, self.text(start..<end), at: start..<end)] : []
  }

  /// Appends the parts of a string that expands; the index behind it.
  func appendDouble(at index: Int, to parts: inout [Expression.Part]) -> Int {
    let close = Int(tokens[index].partner)
    var next = index + 1
    while next < close { next = appendPart(at: next, to: &parts) }
    return Swift.min(close + 1, tokens.count)
  }

  /// Appends what a token within a string or a bare word means; the index behind it.
  func appendPart(at index: Int, to parts: inout [Expression.Part]) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .escape: parts.append(.init(.text, meaning(ofEscape: token.range), at: token.range))
    case .variable: parts.append(variablePart(token))
    case .single: parts += singleParts(token)
    case .doubleOpen: return appendDouble(at: index, to: &parts)
    case .placeholder: parts.append(opaquePart(token.range))
    case .subexpression, .parenthesis, .array, .brace, .hash:
      let close = Int(token.partner)
      let end = close < tokens.count ? tokens[close].end : bytes.count
      parts.append(subexpressionPart(index, token.start..<end))
      return Swift.min(close + 1, tokens.count)
    default:
      let next = endOfPlain(index)
      let end = tokens[next - 1].end
      if let last = parts.last, last.isVerbatim, last.range.upperBound == token.start {
        let range = last.range.lowerBound..<end
        parts[parts.count - 1] = .init(.text, text(range), at: range)
      } else {
        parts.append(.init(.text, text(token.start..<end), at: token.start..<end))
      }
      return next
    }
    return index + 1
  }

  /// The index behind the tokens that mean just what is written, joined to one that does.
  private func endOfPlain(_ index: Int) -> Int {
    func isPlain(_ kind: PowerShellToken.Kind) -> Bool { kind == .word || kind == .text || kind == .equals }
    var next = index + 1
    guard isPlain(tokens[index].kind) else { return next }
    while next < tokens.count, tokens[next].isJoined, isPlain(tokens[next].kind) { next += 1 }
    return next
  }

  // MARK: Variables

  /// `$name`, by the name that definitions have.
  func variablePart(_ token: PowerShellToken) -> Expression.Part {
    let name = name(ofVariable: token.range)
    let isConstant = ["true", "false", "null", "_", "psitem", "args", "?", "$", "^"].contains(name)
    return isConstant ? opaquePart(token.range) : .init(.reference, name, at: token.range)
  }

  /// A variable's name in lower case, without its scope: names are the same whatever their case.
  func name(ofVariable range: Range<Int>) -> String {
    var start = range.lowerBound + 1
    var end = range.upperBound
    if start < end, bytes[start] == UInt8(ascii: "{") {
      start += 1
      if end > start, bytes[end - 1] == UInt8(ascii: "}") { end -= 1 }
    }
    let name = text(start..<Swift.max(start, end)).lowercased()
    for scope in ["script:", "global:", "local:", "private:", "using:", "variable:"] where name.hasPrefix(scope) {
      return String(name.dropFirst(scope.count))
    }
    return name
  }

  /// `$(…)`: the value of a variable or of one of its properties, if that is all of it.
  private func subexpressionPart(_ index: Int, _ range: Range<Int>) -> Expression.Part {
    let close = Int(tokens[index].partner)
    guard tokens[index].kind == .subexpression, close > index + 1, tokens[index + 1].kind == .variable else {
      return opaquePart(range)
    }
    let (expression, next) = member(at: index + 1)
    guard next == close, expression.parts.count == 1, expression.parts[0].kind == .reference else {
      return opaquePart(range)
    }
    return .init(.reference, expression.parts[0].text, at: range)
  }

  /// A variable with the properties that follow, `$vault.Id`; unknown if something else does. The index behind it.
  func member(at index: Int) -> (Expression, next: Int) {
    let first = tokens[index]
    var part = variablePart(first)
    var next = index + 1
    var end = first.end
    while next < tokens.count, tokens[next].isJoined {
      let token = tokens[next]
      if token.kind == .word, let properties = properties(token.range) {
        part.text += properties.lowercased()
      } else if token.kind == .word,
        bytes[token.start] == UInt8(ascii: ".") || bytes[token.start] == UInt8(ascii: "[")
          || bytes[token.start] == UInt8(ascii: "]") || bytes[token.start] == UInt8(ascii: ":")
      {
        part.kind = .opaque
      } else if token.kind == .parenthesis || token.kind == .brace {
        part.kind = .opaque
        next = Swift.min(Int(token.partner), tokens.count - 1)
      } else if part.kind == .opaque, token.kind == .single || token.kind == .variable || token.kind == .doubleOpen {
        if token.kind == .doubleOpen { next = Swift.min(Int(token.partner), tokens.count - 1) }
      } else {
        break
      }
      end = tokens[next].end
      next += 1
    }
    let range = first.start..<Swift.max(first.end, end)
    if part.kind == .opaque { return (opaque(range), next) }
    part.range = range
    return (Expression([part], range: range, quoting: .none), next)
  }

  /// `.Id`, `.Properties.Id`; `nil` if it is something else.
  private func properties(_ range: Range<Int>) -> String? {
    var previous = UInt8(ascii: " ")
    for byte in bytes[range] {
      if byte == UInt8(ascii: ".") ? previous == byte : !PowerShellCharacters.isOfName(byte) { return nil }
      previous = byte
    }
    guard bytes[range.lowerBound] == UInt8(ascii: "."), previous != UInt8(ascii: ".") else { return nil }
    return text(range)
  }

  // MARK: Escapes

  /// What a backtick with a character means, or a doubled quote.
  private func meaning(ofEscape range: Range<Int>) -> String {
    guard range.count > 1 else { return text(range) }
    guard bytes[range.lowerBound] == UInt8(ascii: "`") else {
      return text(
        range.lowerBound..<range.lowerBound + PowerShellCharacters.doubleQuote(bytes.span, at: range.lowerBound))
    }
    switch bytes[range.lowerBound + 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "0"): return "\0"
    case UInt8(ascii: "a"): return "\u{7}"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "v"): return "\u{B}"
    case UInt8(ascii: "e"): return "\u{1B}"
    case UInt8(ascii: "u") where range.count > 4:
      let digits = text(range.lowerBound + 3..<range.upperBound - 1)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
    default: return text(range.lowerBound + 1..<range.upperBound)
    }
  }
}
