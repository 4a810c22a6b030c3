/// Reads what stands between the brackets of `[…]`, as far as it can be known from the document.
///
/// `parameters('x')`, `variables('x')` and members of theirs are references; `concat`, `format`, `string`, `resourceId` and
/// its kin, `resourceGroup()` and `subscription()` are put together; `createArray`, `array`, `concat` and `union` are lists.
/// Everything else is opaque: other functions, indices, an expression longer than Azure takes, deeper than 64, of more than
/// 256 parts, or broken in a way that leaves its meaning open.
struct ARMExpression {
  /// The longest that Azure takes ("Syntax and expressions in ARM templates", Microsoft Learn).
  private static var longest: Int { 24_576 }
  private static var deepest: Int { 64 }

  let string: ARMString
  let scope: ARMScope
  let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var depth = 0
  private var isTooDeep = false

  private init(_ string: ARMString, _ range: Range<Int>, in scope: ARMScope) {
    self.string = string
    self.scope = scope
    bytes = string.bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// What a stretch of a string means, read as an expression.
  static func value(of string: ARMString, _ range: Range<Int>, in scope: ARMScope) -> ARMValue {
    guard range.count <= longest else { return ARMValue(.unknown, range) }
    var expression = ARMExpression(string, range, in: scope)
    var value = expression.value()
    expression.skipSpace()
    if expression.offset < expression.end || expression.isTooDeep { value = ARMValue(.unknown, range) }
    return value
  }

  // MARK: The grammar

  private mutating func value() -> ARMValue {
    skipSpace()
    guard depth < Self.deepest else {
      isTooDeep = true
      offset = end
      return ARMValue(.unknown, end..<end)
    }
    depth += 1
    defer { depth -= 1 }
    var value: ARMValue
    switch peek {
    case UInt8(ascii: "'"): value = literal()
    case let byte? where Self.isNameByte(byte): value = call()
    default: return ARMValue(.unknown, offset..<offset)
    }
    while let byte = peek, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "?") {
      value = access(of: value)
    }
    return value
  }

  /// A literal in single quotes; two of them within mean one.
  private mutating func literal() -> ARMValue {
    let start = offset
    offset += 1
    var parts: [Expression.Part] = []
    var run = offset
    while offset < end {
      guard bytes[offset] == UInt8(ascii: "'") else {
        offset += 1
        continue
      }
      parts += string.parts(run..<offset)
      guard offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "'") else {
        offset += 1
        return ARMValue(.text(parts), start..<offset, isLiteral: true)
      }
      parts.append(.init(.text, "'", at: string.place(offset..<offset + 2)))
      offset += 2
      run = offset
    }
    return ARMValue(.text(parts + string.parts(run..<end)), start..<end, isLiteral: true)
  }

  private mutating func call() -> ARMValue {
    let start = offset
    while let byte = peek, Self.isNameByte(byte) || byte == UInt8(ascii: ".") { offset += 1 }
    let name = string.text(start..<offset)
    skipSpace()
    // Numbers, and what is not typed to its end.
    guard peek == UInt8(ascii: "(") else { return ARMValue(.unknown, start..<offset) }
    offset += 1
    let arguments = arguments()
    return ARMValue(result(of: name, arguments, start..<offset), start..<offset)
  }

  private mutating func arguments() -> [ARMValue] {
    var arguments: [ARMValue] = []
    skipSpace()
    while let byte = peek, byte != UInt8(ascii: ")") {
      var argument = value()
      skipSpace()
      let behind = offset
      while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") { offset += 1 }
      if offset > behind { argument = ARMValue(.unknown, argument.range.lowerBound..<offset) }
      arguments.append(argument)
      if peek == UInt8(ascii: ",") { offset += 1 }
      skipSpace()
    }
    if offset < end { offset += 1 }
    return arguments
  }

  private mutating func access(of value: ARMValue) -> ARMValue {
    if peek == UInt8(ascii: "?") { offset += 1 }
    if peek == UInt8(ascii: "[") {
      offset += 1
      let index = self.value()
      skipSpace()
      while let byte = peek, byte != UInt8(ascii: "]") { offset += 1 }
      if offset < end { offset += 1 }
      return member(index.literal, of: value)
    }
    if peek == UInt8(ascii: ".") { offset += 1 }
    let start = offset
    while let byte = peek, Self.isNameByte(byte) { offset += 1 }
    return member(string.text(start..<offset), of: value)
  }

  private func member(_ name: String?, of value: ARMValue) -> ARMValue {
    let range = value.range.lowerBound..<offset
    let place = string.place(range).lowerBound
    switch (value.kind, name.map(armLowercased)) {
    case (.reference(var reference), let name?) where !name.isEmpty:
      reference.path += "." + name
      return ARMValue(.reference(reference), range)
    case (.group, "name") where scope.own.group != nil:
      return ARMValue(.text(scope.own.groupParts(at: place)), range)
    case (.group, "id"):
      return ARMValue(.text(groupID(at: place)), range)
    case (.subscription, "subscriptionid") where scope.own.subscription != nil:
      return ARMValue(.text(scope.own.subscriptionParts(at: place)), range)
    case (.subscription, "id"):
      return ARMValue(.text(subscriptionID(at: place)), range)
    default:
      return ARMValue(.unknown, range)
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
