// Functions of Terraform that put known things together. Source: Terraform's documentation, "Functions".

extension Terraform.Parser {
  /// A function's value, from its parenthesis on; opaque if it is not known.
  mutating func call(_ function: String, from first: Int) -> Terraform.Node {
    next += 1
    let (arguments, isClosed) = elements(until: tokens[next - 1].partner)
    let range = range(from: first)
    guard isClosed else { return opaque(range) }
    return value(of: function, arguments, range) ?? opaque(range)
  }

  private func value(of function: String, _ arguments: [Terraform.Node], _ range: Range<Int>) -> Terraform.Node? {
    switch function {
    case "jsonencode", "toset", "tolist", "tostring", "distinct", "compact", "sensitive", "nonsensitive":
      guard arguments.count == 1 else { return nil }
      if case .text(var text) = arguments[0].value {
        text.range = range
        text.quoting = .none
        return Terraform.Node(range: range, value: .text(text))
      }
      return arguments[0]
    case "concat":
      return Terraform.Node(range: range, value: concatenation(arguments))
    case "flatten":
      guard arguments.count == 1, case .list(let lists, let isComplete) = arguments[0].value,
        case .list(let elements, let areComplete) = concatenation(lists)
      else { return nil }
      return Terraform.Node(range: range, value: .list(elements, isComplete: isComplete && areComplete))
    case "join":
      guard arguments.count == 2, let separator = arguments[0].text,
        case .list(let elements, isComplete: true) = arguments[1].value
      else { return nil }
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return nil }
      let parts = texts.enumerated().flatMap { ($0.offset == 0 ? [] : separator.parts) + $0.element.parts }
      return Terraform.Node(range: range, value: .text(Expression(parts, range: range, quoting: .none)))
    case "format":
      guard let format = arguments.first?.text, let parts = formatted(format, arguments.dropFirst()) else { return nil }
      return Terraform.Node(range: range, value: .text(Expression(parts, range: range, quoting: .none)))
    default:
      return nil
    }
  }

  /// Lists one after the other. One that is not known may have any number of elements.
  private func concatenation(_ lists: [Terraform.Node]) -> Terraform.Node.Value {
    var all: [Terraform.Node] = []
    var isComplete = true
    for list in lists {
      switch list.value {
      case .list(let elements, let areAll):
        all += elements
        isComplete = isComplete && areAll
      case .text(let text):
        all.append(Terraform.Node(range: list.range, value: .text(text.spread)))
        isComplete = isComplete && text.spread.isSplat
      case .object:
        isComplete = false
      }
    }
    return .list(all, isComplete: isComplete)
  }

  /// A format's parts with the arguments in place of `%s`, `%v` and `%d`; `nil` if it has other verbs, or not as many.
  private func formatted(
    _ format: Expression, _ arguments: ArraySlice<Terraform.Node>
  ) -> [Expression.Part]? {
    var rest = arguments
    var parts: [Expression.Part] = []
    for part in format.parts {
      guard part.kind == .text else {
        parts.append(part)
        continue
      }
      var verbatim = Verbatim(part)
      while let percent = verbatim.text.firstIndex(of: UInt8(ascii: "%")) {
        verbatim.take(percent, into: &parts)
        guard verbatim.text.count > 1 else { return nil }
        switch verbatim.text[verbatim.text.startIndex + 1] {
        case UInt8(ascii: "%"):
          verbatim.drop(1)
          verbatim.take(verbatim.text.startIndex + 1, into: &parts)
        case UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "d"):
          guard let text = rest.popFirst()?.text else { return nil }
          parts += text.parts
          verbatim.drop(2)
        default: return nil
        }
      }
      verbatim.take(verbatim.text.endIndex, into: &parts)
    }
    return rest.isEmpty ? parts : nil
  }
}

/// The rest of a part, cut from the front.
private struct Verbatim {
  var text: ArraySlice<UInt8>
  private var start: Int
  private let part: Expression.Part

  init(_ part: Expression.Part) {
    text = Array(part.text.utf8)[...]
    start = part.range.lowerBound
    self.part = part
  }

  /// Adds what is before a place as a part of its own.
  mutating func take(_ end: Int, into parts: inout [Expression.Part]) {
    let count = end - text.startIndex
    guard count > 0 else { return }
    let place = part.isVerbatim ? start..<start + count : part.range
    parts.append(.init(.text, String(decoding: text.prefix(count), as: UTF8.self), at: place))
    drop(count)
  }

  mutating func drop(_ count: Int) {
    text = text.dropFirst(count)
    start += count
  }
}
