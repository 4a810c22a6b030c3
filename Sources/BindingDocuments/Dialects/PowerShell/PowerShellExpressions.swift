/// Tells what expressions of PowerShell come to: texts, variables, lists of them, `+` and `-f`, brackets around them. What
/// else there is, is unknown.
struct PowerShellExpressions {
  let strings: PowerShellStrings
  private var tokens: [PowerShellToken] { strings.tokens }

  /// How deep brackets are followed.
  private static let depth = 12

  init(_ strings: PowerShellStrings) { self.strings = strings }

  /// The value of the expression that begins with a token, up to what is not of it; `nil` if it is not known. The index
  /// behind it, as far as it was read.
  ///
  /// - Parameter takesCommas: whether a comma makes a list of it.
  func value(at index: Int, takesCommas: Bool = true) -> (PowerShellValue, next: Int)? {
    value(at: index, takesCommas: takesCommas, depth: Self.depth)
  }

  private func value(at index: Int, takesCommas: Bool, depth: Int) -> (PowerShellValue, next: Int)? {
    guard var (sum, next) = format(at: index, takesCommas: takesCommas, depth: depth) else { return nil }
    while isOperator("+", at: next) {
      guard let (right, behind) = format(at: skippingBreaks(next + 1), takesCommas: takesCommas, depth: depth) else {
        return nil
      }
      if sum.single != nil, let right = right.single {
        let end = Swift.max(sum.range.upperBound, right.range.upperBound)
        sum.range = sum.elements[0].range.lowerBound..<end
        sum.elements[0].parts += right.parts
        sum.elements[0].range = sum.range
        sum.elements[0].quoting = .none
      } else if sum.hash == nil, right.hash == nil {
        sum.elements += right.elements
        sum.isList = true
      } else {
        return nil
      }
      next = behind
    }
    return (sum, next)
  }

  /// `'…{0}…' -f $a, $b`
  private func format(at index: Int, takesCommas: Bool, depth: Int) -> (PowerShellValue, next: Int)? {
    guard let (template, next) = list(at: index, takesCommas: takesCommas, depth: depth) else { return nil }
    guard isOperator("-f", at: next) else { return (template, next) }
    guard let text = template.single,
      let (values, behind) = list(at: skippingBreaks(next + 1), takesCommas: true, depth: depth),
      let parts = PowerShellFormat.parts(of: text.parts, with: values.elements)
    else { return nil }
    let range = text.range.lowerBound..<Swift.max(text.range.upperBound, values.range.upperBound)
    return (PowerShellValue(elements: [Expression(parts, range: range, quoting: .none)], range: range), behind)
  }

  private func list(at index: Int, takesCommas: Bool, depth: Int) -> (PowerShellValue, next: Int)? {
    guard var (list, next) = primary(at: index, depth: depth) else { return nil }
    while takesCommas, next < tokens.count, tokens[next].kind == .comma {
      list.isList = true
      guard let (element, behind) = primary(at: skippingBreaks(next + 1), depth: depth) else {
        // A comma with nothing behind it yet.
        return isEnd(skippingBreaks(next + 1)) ? (list, next + 1) : nil
      }
      list.elements += element.elements
      list.range = list.range.lowerBound..<Swift.max(list.range.upperBound, element.range.upperBound)
      next = behind
    }
    return (list, next)
  }

  private func primary(at start: Int, depth: Int) -> (PowerShellValue, next: Int)? {
    let index = skippingCasts(start)
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    switch token.kind {
    case .single, .hereSingle, .doubleOpen:
      guard let (string, next) = strings.string(at: index), !goesOn(next) else { return nil }
      return (PowerShellValue(elements: [string], range: string.range), next)
    case .variable:
      let (value, next) = strings.member(at: index)
      return goesOn(next) ? nil : (PowerShellValue(elements: [value], range: value.range), next)
    case .word:
      // Numbers; anything else is a command.
      guard strings.bytes[token.range].allSatisfy({ $0 &- 0x30 < 10 }), !goesOn(index + 1) else { return nil }
      let number = Expression(
        [.init(.text, strings.text(token.range), at: token.range)], range: token.range, quoting: .none)
      return (PowerShellValue(elements: [number], range: token.range), index + 1)
    case .hash:
      let next = behind(index)
      return (PowerShellValue(range: range(of: index), isList: true, hash: index), next)
    case .parenthesis, .array, .subexpression:
      guard depth > 0, let value = contents(of: index, depth: depth - 1), !goesOn(behind(index)) else { return nil }
      return (value, behind(index))
    default: return nil
    }
  }

  // MARK: Brackets

  /// What the brackets that open with a token hold: a list of the values of its lines.
  func contents(of open: Int) -> PowerShellValue? { contents(of: open, depth: Self.depth) }

  private func contents(of open: Int, depth: Int) -> PowerShellValue? {
    var all = PowerShellValue(range: range(of: open), isList: tokens[open].kind == .array)
    let close = Int(tokens[open].partner)
    var next = skippingBreaks(open + 1)
    var count = 0
    while next < close {
      guard let (value, behind) = value(at: next, takesCommas: true, depth: depth),
        behind >= close || tokens[behind].kind == .newline || tokens[behind].kind == .semicolon
      else {
        // What is behind brackets that are not closed yet is none of theirs.
        guard close >= tokens.count, count > 0 else { return nil }
        all.range = all.range.lowerBound..<Swift.max(tokens[open].end, all.elements.last?.range.upperBound ?? 0)
        return all
      }
      count += 1
      all.elements += value.elements
      all.isList = all.isList || value.isList && value.hash == nil || count > 1
      if value.hash != nil {
        guard count == 1, behind >= close || skippingBreaks(behind) >= close, tokens[open].kind != .array else {
          return nil
        }
        all.hash = value.hash
        all.isList = true
      }
      next = skippingBreaks(behind)
    }
    return all
  }

  /// The entries of the hashtable that opens with a token, with keys in lower case and the index of the value's first token.
  func entries(of open: Int) -> [(key: String, name: Range<Int>, value: Int)] {
    var entries: [(key: String, name: Range<Int>, value: Int)] = []
    let close = Swift.min(Int(tokens[open].partner), tokens.count)
    var next = open + 1
    while next < close {
      let token = tokens[next]
      if next + 1 < close, tokens[next + 1].kind == .equals, let key = key(at: next) {
        entries.append((key.lowercased(), token.range, skippingBreaks(next + 2)))
      } else if token.kind == .doubleOpen, behind(next) < close, tokens[behind(next)].kind == .equals,
        let key = strings.string(at: next)?.0
      {
        if let name = key.literal { entries.append((name.lowercased(), key.range, skippingBreaks(behind(next) + 1))) }
      }
      // To the next line or semicolon outside of brackets.
      while next < close, tokens[next].kind != .newline, tokens[next].kind != .semicolon { next = behind(next) }
      next += 1
    }
    return entries
  }

  private func key(at index: Int) -> String? {
    switch tokens[index].kind {
    case .word: strings.text(tokens[index].range)
    case .single: strings.string(at: index)?.0.literal
    default: nil
    }
  }

  /// Where brackets stand, from the first to the last.
  func range(of open: Int) -> Range<Int> {
    let close = Int(tokens[open].partner)
    let end = close < tokens.count ? tokens[close].end : tokens.last?.end ?? tokens[open].end
    return tokens[open].start..<Swift.max(tokens[open].end, end)
  }

  /// The index behind a token, or behind all that it opens.
  func behind(_ index: Int) -> Int {
    let token = tokens[index]
    return token.opens || token.kind == .doubleOpen ? Swift.min(Int(token.partner), tokens.count - 1) + 1 : index + 1
  }

  // MARK: Between values

  /// The index of the first token that is no line break.
  func skippingBreaks(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, tokens[index].kind == .newline || tokens[index].kind == .semicolon { index += 1 }
    return index
  }

  /// The index behind types in brackets, `[string]`.
  private func skippingCasts(_ start: Int) -> Int {
    var index = start
    while index < tokens.count, tokens[index].kind == .word, strings.bytes[tokens[index].start] == UInt8(ascii: "["),
      strings.bytes[tokens[index].end - 1] == UInt8(ascii: "]")
    {
      index += 1
    }
    return index
  }

  private func isOperator(_ name: String, at index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    return strings.text(tokens[index].range).lowercased() == name
  }

  /// Whether a value goes on, so that it is not what it seems to be: with a method, an index, an operator.
  private func goesOn(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].isJoined else { return false }
    switch tokens[index].kind {
    case .word: return !isOperator("+", at: index)
    case .comma, .close, .semicolon, .newline, .pipe: return false
    default: return true
    }
  }

  private func isEnd(_ index: Int) -> Bool { index >= tokens.count || tokens[index].endsCommand }
}

/// What the operator `-f` makes of a template.
enum PowerShellFormat {
  /// The parts with the values in the place of `{0}`, `{1}`; `nil` if one is of another form, or has no value.
  static func parts(of template: [Expression.Part], with values: [Expression]) -> [Expression.Part]? {
    var parts: [Expression.Part] = []
    for part in template {
      guard part.kind == .text else { return nil }
      guard part.text.utf8.contains(UInt8(ascii: "{")) || part.text.utf8.contains(UInt8(ascii: "}")) else {
        parts.append(part)
        continue
      }
      guard part.isVerbatim, let pieces = pieces(of: part, with: values) else { return nil }
      parts += pieces
    }
    return parts
  }

  private static func pieces(of part: Expression.Part, with values: [Expression]) -> [Expression.Part]? {
    let bytes = Array(part.text.utf8)
    var pieces: [Expression.Part] = []
    var start = 0
    func flush(_ end: Int) {
      guard end > start else { return }
      let place = part.range.lowerBound
      pieces.append(.init(.text, String(decoding: bytes[start..<end], as: UTF8.self), at: place + start..<place + end))
    }
    var offset = 0
    while offset < bytes.count {
      let isOpening = bytes[offset] == UInt8(ascii: "{")
      guard isOpening || bytes[offset] == UInt8(ascii: "}") else {
        offset += 1
        continue
      }
      flush(offset)
      if offset + 1 < bytes.count, bytes[offset + 1] == bytes[offset] {
        // A doubled brace means one.
        let place = part.range.lowerBound + offset
        pieces.append(.init(.text, isOpening ? "{" : "}", at: place..<place + 2))
        offset += 2
      } else {
        guard isOpening, let close = bytes[offset...].firstIndex(of: UInt8(ascii: "}")), close - offset < 4,
          let number = Int(String(decoding: bytes[offset + 1..<close], as: UTF8.self)), values.indices.contains(number)
        else { return nil }
        pieces += values[number].parts
        offset = close + 1
      }
      start = offset
    }
    flush(bytes.count)
    return pieces
  }
}
