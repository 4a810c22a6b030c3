internal import TrustedAccess

/// A here-document whose contents are still to come.
struct PendingHereDocument {
  let document: ShellHereDocument
  /// The frame that its command stands in.
  let frame: Int
  /// The words of its command, once that is read, and where its output goes.
  var command: ShellCommand?

  init(_ document: ShellHereDocument, frame: Int) {
    self.document = document
    self.frame = frame
  }
}

extension ShellReader {
  /// Tells here-documents what command they belong to.
  mutating func noteHereDocuments(of command: ShellCommand) {
    for place in hereDocuments.indices.reversed() {
      guard hereDocuments[place].command == nil, hereDocuments[place].frame == frames.count - 1 else { break }
      hereDocuments[place].command = command
    }
  }

  /// Reads the contents that begin here, if some do.
  mutating func startHereDocument() {
    while nextHereDocument < hereDocuments.count {
      let pending = hereDocuments[nextHereDocument]
      nextHereDocument += 1
      let found = pending.document.contentsEnd(in: text.span, from: offset)
      let contents = offset..<Swift.max(offset, Swift.min(found.contents, end))
      let next = Swift.max(offset, Swift.min(found.next, end))
      if let dialect = dialect(of: contents, pending.command) {
        reading.embedded.append(embedded(dialect, contents, pending.document))
      } else if !pending.document.isQuoted {
        let isOutput = isOutput(pending)
        push(.hereDocument, at: offset)
        frames[frames.count - 1].limit = contents.upperBound
        frames[frames.count - 1].next = next
        frames[frames.count - 1].isOutput = isOutput
        return
      } else if isOutput(pending) {
        frames[pending.frame].output = [.init(.text, text.span.string(contents), at: contents)]
      }
      offset = next
    }
    hereDocuments.removeAll(keepingCapacity: true)
    nextHereDocument = 0
  }

  /// The contents of one are read.
  mutating func endHereDocument(_ frame: Frame) {
    if frame.isOutput { frames[frames.count - 1].output = frame.word?.parts ?? [] }
    offset = frame.next
    startHereDocument()
  }

  /// Whether the contents are all that a substitution puts out: `$(cat <<EOF …)`.
  private func isOutput(_ pending: PendingHereDocument) -> Bool {
    guard pending.frame == frames.count - 1, frames[pending.frame].kind == .substitution, let command = pending.command
    else { return false }
    return command.words.count == 1 && command.words[0].literal == "cat" && command.target == nil
  }

  // MARK: Texts of their own

  private func dialect(of contents: Range<Int>, _ command: ShellCommand?) -> DialectName? {
    guard ShellHereDocuments.isOfInterest(text.span, contents) else { return nil }
    let target = command?.words.first?.literal == "tee" ? command?.words.last : command?.target
    if let name = target?.parts.last?.text, let dialect = Self.dialect(ofFile: name) { return dialect }
    guard let words = command?.words, let program = words.first?.literal else { return nil }
    if program == "kubectl" || program == "oc" { return .yaml }
    if program == "cat", let top = frames.last?.kind, top == .substitution { return nil }
    if ShellWrapper.isShell(program) || program == "ssh" { return .shell }
    let first = contents.first { !text[$0].isShellBlank && text[$0] != 0x0A }
    guard let first else { return nil }
    if text[first] == UInt8(ascii: "{") { return .arm }
    if text.span.hasShellWord("apiVersion:", at: first) { return .yaml }
    if text.span.hasShellWord("resource ", at: first) { return .bicep }
    return .shell
  }

  private static func dialect(ofFile name: String) -> DialectName? {
    let endings: [(String, DialectName)] = [
      (".sh", .shell), (".bash", .shell), (".ps1", .powerShell), (".bicep", .bicep), (".bicepparam", .bicepParameters),
      (".json", .arm), (".yaml", .yaml), (".yml", .yaml), (".tf", .terraform), (".md", .markdown), (".cmd", .batch),
      (".bat", .batch),
    ]
    return endings.first { ending, _ in
      name.utf8.count > ending.utf8.count
        && String(Substring(name.utf8.suffix(ending.utf8.count))).isEqualIgnoringCase(to: ending)
    }?.1
  }

  private func embedded(_ dialect: DialectName, _ contents: Range<Int>, _ document: ShellHereDocument) -> EmbeddedText {
    var bytes: [UInt8] = []
    var map = TextMap()
    var isAtLine = true
    for place in contents {
      let byte = text[place]
      if document.dropsTabs, isAtLine, byte == 0x09 { continue }
      isAtLine = byte == 0x0A
      if !document.isQuoted, byte == UInt8(ascii: "\\"), place + 1 < contents.upperBound {
        let next = text[place + 1]
        if next == UInt8(ascii: "$") || next == UInt8(ascii: "`") { continue }
      }
      bytes.append(byte)
      map.append(1, from: place)
    }
    return EmbeddedText(dialect, bytes, map)
  }

  /// A script in a word; what the shell replaces in it stands there as it is written.
  mutating func embed(_ script: Expression) {
    var bytes: [UInt8] = []
    var map = TextMap()
    for part in script.parts {
      let meant = part.kind == .text ? Array(part.text.utf8) : Array(text[part.range])
      bytes += meant
      if meant.count == part.range.count {
        map.append(meant.count, from: part.range.lowerBound)
      } else {
        for place in meant.indices {
          map.append(1, from: Swift.min(part.range.lowerBound + place, part.range.upperBound - 1))
        }
      }
    }
    guard ShellHereDocuments.isOfInterest(bytes.span, 0..<bytes.count) else { return }
    reading.embedded.append(EmbeddedText(.shell, bytes, map))
  }
}
