/// `$name = value`, and its kin: `[string]$name = …`, `$name.Key = …`, `$name['Key'] = …`, `$name += …`.
struct PowerShellAssignment {
  /// What it defines: the variable, or what is known of the keys of its hashtable.
  private(set) var definitions: [Definition] = []
  /// The index of the token behind the equals sign.
  private(set) var next: Int

  /// The assignment that begins with a variable; `nil` if none does.
  init?(at start: Int, _ expressions: PowerShellExpressions) {
    let strings = expressions.strings
    let tokens = strings.tokens
    var name = strings.name(ofVariable: tokens[start].range)
    var range = tokens[start].range
    var index = start + 1
    // `.Key`
    while index < tokens.count, tokens[index].isJoined, tokens[index].kind == .word {
      let text = strings.text(tokens[index].range)
      if text.utf8.first == UInt8(ascii: "."), text.utf8.count > 1 {
        name += text.lowercased()
        range = range.lowerBound..<tokens[index].end
        index += 1
      } else if text == "[", index + 2 < tokens.count, let key = strings.string(at: index + 1), key.next < tokens.count,
        strings.text(tokens[key.next].range) == "]"
      {
        name += "." + (key.0.literal ?? "").lowercased()
        range = range.lowerBound..<tokens[key.next].end
        index = key.next + 1
      } else {
        break
      }
    }
    var isAppending = false
    if index < tokens.count, tokens[index].kind == .word, index + 1 < tokens.count, tokens[index + 1].isJoined,
      ["+", "-", "*", "/", "%", "??"].contains(strings.text(tokens[index].range))
    {
      isAppending = true
      index += 1
    }
    guard index < tokens.count, tokens[index].kind == .equals else { return nil }
    next = index + 1
    let first = expressions.skippingBreaks(next)
    let value = expressions.value(at: first).flatMap { value, end in
      end >= tokens.count || Self.endsStatement(tokens[end]) || value.hash != nil && Self.convertsToJSON(end, strings)
        ? value : nil
    }
    if isAppending {
      let itself = Expression([.init(.reference, name + "[@]", at: range)], range: range, quoting: .none)
      let elements = value.flatMap { $0.hash == nil ? [itself] + $0.elements : nil }
      definitions = [Definition(name, nil, elements: elements, at: range)]
    } else {
      definitions = Self.definitions(of: name, value, at: range, expressions)
    }
  }

  /// Whether what is before a pipe becomes JSON: of the same keys.
  private static func convertsToJSON(_ pipe: Int, _ strings: PowerShellStrings) -> Bool {
    guard strings.tokens[pipe].kind == .pipe else { return false }
    let next = strings.tokens[(pipe + 1)...].first { $0.kind != .newline }
    return next.map { strings.text($0.range).lowercased() } == "convertto-json"
  }

  private static func endsStatement(_ token: PowerShellToken) -> Bool {
    switch token.kind {
    case .newline, .semicolon, .close: true
    default: false
    }
  }

  /// What a name's value defines: a text, the elements of a list, the values of a hashtable's keys.
  static func definitions(
    of name: String, _ value: PowerShellValue?, at range: Range<Int>, _ expressions: PowerShellExpressions
  ) -> [Definition] {
    guard let value else { return [Definition(name, nil, at: range)] }
    if let single = value.single, !isUnknown(single) { return [Definition(name, single, at: range)] }
    guard let hash = value.hash else {
      return [Definition(name, nil, elements: value.isList ? value.elements : nil, at: range)]
    }
    return [Definition(name, nil, at: range)] + entries(of: name, hash, expressions, depth: 4)
  }

  private static func isUnknown(_ value: Expression) -> Bool {
    value.parts.allSatisfy { $0.kind == .opaque } && !value.parts.isEmpty
  }

  private static func entries(
    of name: String, _ hash: Int, _ expressions: PowerShellExpressions, depth: Int
  ) -> [Definition] {
    expressions.entries(of: hash).flatMap { key, range, index -> [Definition] in
      let value = expressions.value(at: index).flatMap { value, end in
        end >= expressions.strings.tokens.count || endsStatement(expressions.strings.tokens[end]) ? value : nil
      }
      if let hash = value?.hash {
        return depth > 0 ? entries(of: "\(name).\(key)", hash, expressions, depth: depth - 1) : []
      }
      return definitions(of: "\(name).\(key)", value, at: range, expressions)
    }
  }
}
