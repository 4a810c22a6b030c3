/// The here-documents that begin on one line; more than four are forgotten.
struct ShellHereDocuments {
  private var first: ShellHereDocument?
  private var second: ShellHereDocument?
  private var third: ShellHereDocument?
  private var fourth: ShellHereDocument?
  private(set) var count = 0

  mutating func add(_ document: ShellHereDocument) {
    switch count {
    case 0: first = document
    case 1: second = document
    case 2: third = document
    case 3: fourth = document
    default: return
    }
    count += 1
  }

  /// Takes the first of them.
  mutating func next() -> ShellHereDocument? {
    guard let document = first else { return nil }
    (first, second, third, fourth) = (second, third, fourth, nil)
    count -= 1
    return document
  }

  /// Steps over the contents of all, and tells whether something that is read stands in them.
  mutating func skip(in text: Span<UInt8>, from offset: inout Int, noticing: Bool) -> Bool {
    var isOfInterest = false
    while let document = next() {
      let (end, next) = document.contentsEnd(in: text, from: offset)
      if noticing, !isOfInterest { isOfInterest = Self.isOfInterest(text, offset..<end) }
      offset = next
    }
    return isOfInterest
  }

  /// Whether a text may hold the Azure CLI's commands, or speaks of Trusted Access.
  static func isOfInterest(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound + 1
    while offset < range.upperBound {
      let byte = text[offset] | 0x20
      if byte == UInt8(ascii: "z") {
        if AzureCommandLine.mayStart(at: offset &- 1, in: text) { return true }
      } else if byte == UInt8(ascii: "d"), namesTrustedAccess(text, offset) {
        return true
      }
      offset &+= 1
    }
    return false
  }

  /// Whether the `d` of `trustedAccess` stands at an offset.
  private static func namesTrustedAccess(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let name: StaticString = "trustedaccess"
    guard offset >= 6, offset + 7 <= text.count else { return false }
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy { text[offset - 6 + $0] | 0x20 == name[$0] }
    }
  }
}
