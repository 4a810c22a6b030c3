import SeededRandom
import SourceText
import Testing

@testable import BindingDocuments

/// Whatever is edited, a document says what it says when it is read anew.
struct DocumentAnalysisTests {
  @Test(arguments: [Lines.self, Paragraphs.self, LazyLines.self] as [any Dialect.Type], UInt64(0)..<12)
  func editsGiveWhatAFreshReadingGives(dialect: any Dialect.Type, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = ["bind a $RG\n", "RG=x\n", "RG=y\n", "\n", "\\\n", "bind", " ", "$RG", "quiet\n", "é"]
    let quiet = String(repeating: "q\n", count: 700)
    func text(_ count: Int) -> [UInt8] {
      (0..<Int.random(in: 0...count, using: &random)).flatMap { _ in
        Array((Int.random(in: 0..<60, using: &random) == 0 ? quiet : pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    var source = SourceText(text(60))
    var analysis = DocumentAnalysis(source.bytes(in: 0..<source.byteCount), dialect)
    for _ in 0..<60 {
      let start = Int.random(in: 0...source.byteCount, using: &random)
      let length = min(source.byteCount - start, Int.random(in: 0..<4, using: &random) == 0 ? 2000 : 3)
      let edit = start..<start + Int.random(in: 0...length, using: &random)
      let new = text(Int.random(in: 0..<6, using: &random) == 0 ? 30 : 2)
      source.replace(edit, with: new)
      analysis.apply(AppliedEdit(range: edit, newLength: new.count), to: source)
      let fresh = DocumentAnalysis(source.bytes(in: 0..<source.byteCount), dialect)
      #expect(analysis.resolvedSites == fresh.resolvedSites)
      #expect(analysis.segments.summary.bytes == source.byteCount)
    }
  }

  @Test func anEditOfWhatABlockLookedAtCutsItAnew() {
    var source = SourceText(Array("bind a x\nbind b y\n".utf8))
    var analysis = DocumentAnalysis(source.bytes(in: 0..<18), Paragraphs.self)
    #expect(analysis.contentCount == 2)
    source.replace(11..<12, with: Array("X".utf8))
    analysis.apply(AppliedEdit(range: 11..<12, newLength: 1), to: source)
    #expect(analysis.contentCount == 0)
  }

  @Test func anEditOfWhatAQuietBlockLookedAtCutsItAnew() {
    let text = "\"open az\nquiet\naz aks trustedaccess role list -l x\n"
    var source = SourceText(Array(text.utf8))
    var analysis = DocumentAnalysis(Array(text.utf8), Shell.self)
    #expect(analysis.sites.count == 1)
    source.replace(text.utf8.count..<text.utf8.count, with: [0x22, 0x0A])
    analysis.apply(AppliedEdit(range: text.utf8.count..<text.utf8.count, newLength: 2), to: source)
    #expect(analysis.sites == DocumentAnalysis(source.bytes(in: 0..<source.byteCount), Shell.self).sites)
  }

  @Test func anEditTellsWhatItMayHaveChanged() {
    let text = "RG=x\nbind a $RG\nbind b $OTHER\nbind c fixed\n"
    var source = SourceText(Array(text.utf8))
    var analysis = DocumentAnalysis(Array(text.utf8), Lines.self)
    #expect(analysis.takeChanges().count == 4)
    #expect(analysis.takeChanges().isEmpty)
    source.replace(3..<4, with: Array("y".utf8))
    analysis.apply(AppliedEdit(range: 3..<4, newLength: 1), to: source)
    // The definition as it was and as it is, and the one site that refers to it.
    let changes = analysis.takeChanges()
    let sites = changes.compactMap { analysis.content(ordered: $0)?.content.reading.sites.first?.name?.literal }
    #expect(sites == ["a"])
  }

  @Test func ordersRunOutAndAreGivenAnew() {
    var source = SourceText(Array("bind a x\nbind z x\n".utf8))
    var analysis = DocumentAnalysis(source.bytes(in: 0..<source.byteCount), Lines.self)
    for _ in 0..<100 {
      source.replace(9..<9, with: Array("bind m x\n".utf8))
      analysis.apply(AppliedEdit(range: 9..<9, newLength: 9), to: source)
    }
    #expect(analysis.contentCount == 102)
    #expect(
      (0..<101).allSatisfy {
        (analysis.content(at: $0)?.content.order ?? 0) < (analysis.content(at: $0 + 1)?.content.order ?? 0)
      })
  }

  @Test func aReferenceMeansWhatStandsBeforeIt() {
    let text = "bind a $RG\nRG=$X\nX=1\nbind b $RG\nX=2\nRG=$X\nbind c $RG\n"
    let analysis = DocumentAnalysis(Array(text.utf8), Lines.self)
    #expect(analysis.resolvedSites.map { $0.source?.literal } == [nil, nil, "2"])
  }

  @Test func definitionsAreReadOnlyWhereSomethingRefersToThem() {
    let text =
      String(repeating: "quiet=1\n", count: 500) + "RG=$X\n" + String(repeating: "other=2\n", count: 500)
      + "X=3\nbind a $RG\n"
    let analysis = DocumentAnalysis(Array(text.utf8), LazyLines.self)
    #expect(analysis.segments.summary.unread > 4)
    #expect(analysis.contentCount < 400)
    #expect(
      DocumentAnalysis(Array("X=3\nRG=$X\nbind a $RG\n".utf8), LazyLines.self).resolvedSites.first?.source?.literal
        == "3")
  }

  @Test func definitionsThatNameEachOtherEnd() {
    let doubling = (0..<40).map { "R\($0)=$R\($0 + 1)$R\($0 + 1)\n" }.joined() + "R40=x\n"
    for text in ["RA=$RB\nRB=$RA\nbind a $RA\n", doubling + "bind a $R0\n"] {
      #expect(DocumentAnalysis(Array(text.utf8), Paragraphs.self).resolvedSites.count == 1)
      #expect(DocumentAnalysis(Array(text.utf8), Lines.self).resolvedSites.count == 1)
    }
  }
}

extension DocumentAnalysis {
  /// Every site where it stands, with its references followed.
  fileprivate var resolvedSites: [BindingSite] {
    (0..<contentCount).flatMap { index -> [BindingSite] in
      guard let (content, start) = content(at: index) else { return [] }
      return content.reading.sites.map { site in
        definitions.resolution.resolve(
          site, at: DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
        ).moved { $0.lowerBound + start..<$0.upperBound + start }
      }
    }
  }
}

/// A dialect of lines: `NAME=value`, `bind name source`; a backslash at the end of a line goes on with the next.
enum Lines: Dialect {
  static let name = DialectName.shell
  static let definitionScope = DefinitionScope.fromThereOn

  static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var end = start
    var isOfInterest = false
    while end < text.count {
      let byte = text[end]
      end += 1
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: " ") { isOfInterest = true }
      if byte == UInt8(ascii: "\n"), end < 2 || end - 2 < start || text[end - 2] != UInt8(ascii: "\\") { break }
    }
    return Block(end: end, isOfInterest: isOfInterest)
  }

  static func read(_ block: Span<UInt8>) -> BlockReading {
    var reading = BlockReading()
    let bytes = (0..<block.count).map { block[$0] }
    let words = bytes.split(omittingEmptySubsequences: true) { $0 <= 0x20 }
    if words.count == 3, words[0].elementsEqual("bind".utf8) {
      var site = BindingSite(
        .azureCLI, .create, range: words[0].startIndex..<words[2].endIndex, heading: words[0].indices)
      site.name = expression(words[1])
      site.source = expression(words[2])
      reading.sites.append(site)
    } else if let word = words.first, let sign = word.firstIndex(of: UInt8(ascii: "=")) {
      let name = String(decoding: word[..<sign], as: UTF8.self)
      reading.definitions.append(Definition(name, expression(word[(sign + 1)...]), at: word.startIndex..<sign))
    }
    return reading
  }

  private static func expression(_ word: ArraySlice<UInt8>) -> Expression {
    var parts: [Expression.Part] = []
    var start = word.startIndex
    while start < word.endIndex {
      let isReference = word[start] == UInt8(ascii: "$")
      var end = start + 1
      while end < word.endIndex, word[end] != UInt8(ascii: "$") { end += 1 }
      let text = String(decoding: word[isReference ? start + 1..<end : start..<end], as: UTF8.self)
      parts.append(Expression.Part(isReference ? .reference : .text, text, at: start..<end))
      start = end
    }
    return Expression(parts, range: word.indices, quoting: .none)
  }

  static func spelling(of text: String, as quoting: Quoting) -> String? { text }
}

/// The same in paragraphs, whose definitions hold everywhere: where one ends is told by the line behind it.
enum Paragraphs: Dialect {
  static let name = DialectName.terraform
  static let definitionScope = DefinitionScope.everywhere

  static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var end = start
    var isOfInterest = false
    while end < text.count {
      let line = Lines.block(in: text, from: end)
      isOfInterest = isOfInterest || line.isOfInterest
      end = line.end
      let next = (end..<min(end + 5, text.count)).map { text[$0] }
      if next.isEmpty || next.starts(with: "bind ".utf8) || next.starts(with: "R".utf8) {
        return Block(end: end, examined: end + next.count, isOfInterest: isOfInterest)
      }
    }
    return Block(end: end, isOfInterest: isOfInterest)
  }

  static func read(_ block: Span<UInt8>) -> BlockReading { Lines.read(block) }

  static func spelling(of text: String, as quoting: Quoting) -> String? { text }
}

/// Lines whose definitions wait until something refers to them.
enum LazyLines: Dialect {
  static let name = DialectName.terraform
  static let definitionScope = DefinitionScope.fromThereOn

  static func block(in text: Span<UInt8>, from start: Int) -> Block {
    let line = Lines.block(in: text, from: start)
    let isDefinition = (start..<line.end).contains { text[$0] == UInt8(ascii: "=") }
    let isSite = (start..<line.end).contains { text[$0] == UInt8(ascii: "b") }
    return Block(
      end: line.end, interest: isDefinition && !isSite ? .definitions : line.isOfInterest ? .anything : .nothing)
  }

  static func mark(ofDefinition name: String) -> String? { name }

  static func read(_ block: Span<UInt8>) -> BlockReading { Lines.read(block) }

  static func spelling(of text: String, as quoting: Quoting) -> String? { text }
}
