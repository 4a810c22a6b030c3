extension Terraform.Parser {
  /// A quoted template.
  mutating func template() -> Expression {
    let first = next
    let end = tokens[first].partner
    next += 1
    let parts = parts(until: end)
    if kind == .closeQuote { next += 1 }
    return Expression(parts, range: range(from: first), quoting: .double)
  }

  /// A heredoc. Its range ends with its marker.
  mutating func heredoc() -> Expression {
    let first = next
    let end = tokens[first].partner
    next += 1
    var parts = parts(until: end)
    if bytes[tokens[first].start + 2] == UInt8(ascii: "-") { parts.removeIndentation() }
    if kind == .closeHeredoc { next += 1 }
    return Expression(parts, range: range(from: first), quoting: .block)
  }

  /// The parts of a template up to the token that closes it. All from the first directive to the last is one, opaque.
  private mutating func parts(until end: Int) -> [Expression.Part] {
    var parts: [Expression.Part] = []
    var directives: Range<Int>?
    while next < end {
      let token = tokens[next]
      switch token.kind {
      case .escape:
        next += 1
        let meaning = Terraform.EscapeSequence(at: token.start, in: bytes.span).meaning
        parts.append(.init(.text, meaning ?? written(token.range), at: token.range))
      case .openInterpolation: interpolation(&parts)
      case .openDirective:
        let place = directives?.lowerBound ?? parts.count
        stepOver()
        parts.append(.init(.opaque, "", at: token.start..<tokens[next - 1].end))
        directives = place..<parts.count
      default:
        next += 1
        parts.append(.init(.text, written(token.range), at: token.range))
      }
    }
    if let directives {
      let range = parts[directives.lowerBound].range.lowerBound..<parts[directives.upperBound - 1].range.upperBound
      parts.replaceSubrange(directives, with: [.init(.opaque, written(range), at: range)])
    }
    return parts
  }

  /// Adds what an interpolation stands for.
  private mutating func interpolation(_ parts: inout [Expression.Part]) {
    let first = next
    let node = deeper { $0.inner() }
    let range = range(from: first)
    guard let text = node?.text else { return parts.append(.init(.opaque, written(range), at: range)) }
    if text.parts.count == 1, text.parts[0].kind == .reference {
      parts.append(.init(.reference, text.parts[0].text, at: range))
    } else if text.parts.contains(where: { $0.kind != .opaque }) {
      parts += text.parts
    } else {
      parts.append(.init(.opaque, written(range), at: range))
    }
  }
}

extension [Expression.Part] {
  /// Takes off the blanks that every line begins with; the parts are those of whole lines.
  fileprivate mutating func removeIndentation() {
    let lines = indices.filter { $0 == 0 || self[$0 - 1].text.utf8.last == 0x0A }
    let indentations = lines.compactMap { line -> Int? in
      guard self[line].kind == .text else { return 0 }
      let blanks = self[line].text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
      return self[line].text.utf8.dropFirst(blanks).first == 0x0A ? nil : blanks
    }
    guard let common = indentations.min(), common > 0 else { return }
    for line in lines where self[line].isVerbatim {
      let count = Swift.min(common, self[line].range.count - 1)
      self[line].text = String(decoding: self[line].text.utf8.dropFirst(count), as: UTF8.self)
      self[line].range = self[line].range.lowerBound + count..<self[line].range.upperBound
    }
  }
}
