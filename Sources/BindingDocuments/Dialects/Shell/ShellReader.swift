/// Reads a block in one pass: words, commands and what is nested in them. Recurses nowhere.
struct ShellReader {
  let text: [UInt8]
  var offset = 0
  var frames: [Frame] = [Frame(.script, at: 0)]
  var flow = ShellFlow()
  var scopes = ShellScopes()
  var reading = BlockReading()
  /// The comments that order something, and whether each stands on a line of its own.
  var orders: [(order: SilencingOrder, isAlone: Bool)] = []
  /// Where functions begin.
  var functions: [Int] = []
  /// Here-documents whose contents begin with the next line.
  var hereDocuments: [PendingHereDocument] = []
  var nextHereDocument = 0

  /// A text with commands of its own, or one in which expansions are sought.
  struct Frame {
    enum Kind {
      case script, substitution, subshell, backtick, array, arithmetic, brace, hereDocument
    }

    let kind: Kind
    /// Where its opening sign stands.
    let start: Int
    /// Where it ends at the latest.
    var limit = Int.max
    var command = ShellCommand()
    var word: ShellWord?
    /// What it puts out, if that is told: `$(cat <<EOF …)`.
    var output: [Expression.Part]?
    /// Whether more than one command stands in it.
    var commandCount = 0
    /// How many scopes were open before `&&` or `||` opened one.
    var conditionalDepth: Int?
    /// Whether the list so far holds assignments alone.
    var isPlainList = true
    /// Where the double quote ends that is open, if it is not closed.
    var quoteLimit = Int.max
    /// How many scopes were open around it.
    var scopeDepth = 0
    /// What a brace refers to, and whether what it holds is for the case that there is no such thing.
    var reference: Expression.Part?
    var hasFallback = false
    /// Where the reading goes on behind a here-document, and whether that is what the frame around it puts out.
    var next = 0
    var isOutput = false

    /// Whether a double quote is open, or all of it is as if one were.
    var isQuoted: Bool { kind == .hereDocument || word?.openQuote != nil }

    init(_ kind: Kind, at start: Int) {
      self.kind = kind
      self.start = start
    }
  }

  init(_ text: Span<UInt8>) {
    self.text = text.withUnsafeBufferPointer { Array($0) }
  }

  /// Reads all of it.
  mutating func read() -> BlockReading {
    while true {
      if offset >= end {
        if frames.count == 1 { break }
        closeFrame(at: end, isClosed: false)
      } else {
        step()
      }
    }
    endWord(at: text.count)
    endCommand(at: text.count)
    finish()
    return reading
  }

  private mutating func step() {
    let top = frames.count - 1
    if frames[top].isQuoted {
      stepQuoted()
    } else if frames[top].kind == .brace {
      stepBrace()
    } else if frames[top].kind == .arithmetic {
      stepArithmetic()
    } else {
      stepCode()
    }
  }

  /// Where the innermost frame ends at the latest.
  var end: Int { Swift.min(text.count, frames[frames.count - 1].limit) }

  /// The byte at an offset, 0 behind the frame's end.
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? text[offset] : 0 }

  var hasWord: Bool { frames[frames.count - 1].word != nil }

  mutating func append(_ range: Range<Int>) {
    beginWord(at: range.lowerBound)
    let text = text
    frames[frames.count - 1].word?.append(text.span, range)
  }

  mutating func append(_ part: Expression.Part) {
    beginWord(at: part.range.lowerBound)
    frames[frames.count - 1].word?.append(part)
  }

  mutating func beginWord(at offset: Int) {
    if !hasWord { frames[frames.count - 1].word = ShellWord(at: offset) }
  }

  mutating func push(_ kind: Frame.Kind, at start: Int) {
    var frame = Frame(kind, at: start)
    frame.limit = frames[frames.count - 1].limit
    frame.scopeDepth = scopes.depth
    frames.append(frame)
  }
}
