/// Builds a tree from any bytes, token by token, without recursion and without ever failing.
///
/// What is to come in the innermost container decides what a token means there; what is missing before it is filled in.
/// A string or word with a colon behind it is a name wherever it stands, so a member whose value is not yet typed does
/// not take the next one's name.
struct JSONTreeBuilder {
  let dialect: JSONDialect
  /// Whether tokens that begin a line close the containers that are indented deeper. See `closeByIndentation`.
  let followsIndentation: Bool

  var tape: [JSONTreeWord] = []
  /// The indices of the first words of all arrays and objects.
  var containers: [UInt32] = []
  var faults = JSONFaultList()
  var comments: [JSONComment] = []
  /// How many bytes were looked at once more than the one pass does.
  var rereadCount = 0

  /// Where the next token is looked for.
  var offset = 0
  /// The end of the last token.
  var previousEnd = 0
  /// Where the last comma stands.
  var comma = 0
  var expectation = Expectation.first
  /// Whether the document has members, as what is cut out of an object has.
  var isExcerpt = false
  /// Where the first of the values behind the document's one begins.
  var contentAfterValue: Int?

  /// The first word of the innermost open container.
  var container = 0
  var containerToken = JSONTreeWord.Token.document
  var openArrays = 0
  var openObjects = 0

  /// While indentation is followed: those of the lines that the open arrays and objects begin on.
  var indentations: [Int] = []
  /// That of the current line, and where that line begins.
  var lineIndentation = 0
  var lineStart = 0
  /// Where the current line ends, and the indentation of the next one, once it has been looked for.
  var nextLine = (end: 0, indentation: 0)
  /// That of the current token, if it is the first of its line; else -1.
  var indentation = -1

  /// The next double quote that no backslash escapes, as it was found from before it, and whether it closes the string
  /// that it was looked for in. See `spansLines`.
  var quoteAhead = (offset: 0, closes: false)

  /// What is to come in a container.
  enum Expectation: UInt8 {
    /// The first member or element.
    case first
    /// Another one, behind a comma.
    case item
    /// A comma.
    case separator
    /// The colon of the member whose name is the last word.
    case colon
    /// That member's value.
    case value
  }

  init(dialect: JSONDialect, followsIndentation: Bool) {
    self.dialect = dialect
    self.followsIndentation = followsIndentation
  }

  /// Builds the tree of a text.
  mutating func build(_ text: RawSpan) {
    // Indented templates have a word for each twenty bytes.
    tape.reserveCapacity(text.byteCount / 16 + 8)
    tape.append(JSONTreeWord(.document, high: 0, low: 0))
    tape.append(JSONTreeWord(.bounds, high: 0, low: 0))
    if text.peek(at: 0) == 0xEF, text.peek(at: 1) == 0xBB, text.peek(at: 2) == 0xBF { offset = 3 }
    while true {
      skipTrivia(in: text)
      guard offset < text.byteCount else { break }
      if followsIndentation { noteIndentation(in: text) }
      let word: JSONTreeWord
      switch text.peek(at: offset) {
      case UInt8(ascii: "\""):
        word = scanString(in: text)
      case UInt8(ascii: ","):
        addComma()
        continue
      case UInt8(ascii: ":"):
        addColon()
        continue
      case UInt8(ascii: "{") where !text.hasPlaceholder(at: offset):
        open(.object)
        continue
      case UInt8(ascii: "["):
        open(.array)
        continue
      case UInt8(ascii: "}"):
        close(.object, in: text)
        continue
      case UInt8(ascii: "]"):
        close(.array, in: text)
        continue
      case UInt8(ascii: "'"):
        word = scanSingleQuotedString(in: text)
      default:
        word = scanWord(in: text)
      }
      addScalar(word, in: text)
    }
    finish(at: text.byteCount)
  }

  private mutating func finish(at end: Int) {
    while container != 0 { closeUnclosed(at: end) }
    finishMember()
    if let start = contentAfterValue { faults.add(.contentAfterValue, start..<previousEnd) }
    if tape.count == 2 {
      faults.add(.missingValue, end..<end)
      tape.append(.missing(at: end))
    }
    endContainer(at: end)
  }
}
