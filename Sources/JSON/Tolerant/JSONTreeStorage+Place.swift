// What stands around an offset; the details of `JSONTree.place(at:)`.

extension JSONTreeStorage {
  /// The scalar, directly in a container, that what is typed at an offset becomes part of. A string takes what is between
  /// its quotes; a word, what touches it.
  func token(at offset: Int, in container: Int, behind previous: Int?) -> Int? {
    if let previous, isToken(previous, at: offset) { return previous }
    let next = previous.map(endIndex) ?? container + 2
    guard next < tape[container].high, tape[next].low == offset, isToken(next, at: offset) else { return nil }
    return next
  }

  private func isToken(_ index: Int, at offset: Int) -> Bool {
    let word = tape[index]
    switch word.token {
    case .string:
      let end = word.low + word.high
      return word.low < offset && (offset < end || offset == end && word.has(.openEnded))
    case .number, .true, .false, .null, .word:
      return word.low <= offset && offset <= word.low + word.high
    default:
      return false
    }
  }

  /// The member that a name or value belongs to; `nil` for an element.
  func member(of index: Int) -> Int? {
    if tape[index].has(.name) { return index }
    return tape[index - 1].has(.name) ? index - 1 : nil
  }

  /// The member that goes on behind a child, if that is its name or the place of its value.
  func unfinishedMember(_ child: Int) -> Int? {
    tape[child].has(.name) || tape[child].token == .missing ? member(of: child) : nil
  }

  /// What belongs between two tokens, and where the room for it begins.
  struct Gap {
    var role: JSONPlace.Role
    var start: Int
  }

  /// What belongs at an offset between tokens: what the token before it leaves open, and the punctuation since.
  func gap(at offset: Int, in container: Int, behind previous: Int?) -> Gap {
    let item = tape[container].token == .object ? JSONPlace.Role.name : .value
    var gap =
      previous.map { self.gap(behind: $0, item: item) } ?? Gap(role: item, start: startOfContents(of: container))
    let bytes = bytes
    let text = bytes.span.bytes
    var next = gap.start
    while next < offset {
      switch text.byte(at: next) {
      case UInt8(ascii: ","): gap = Gap(role: item, start: next + 1)
      case UInt8(ascii: ":"): gap = Gap(role: .value, start: next + 1)
      case UInt8(ascii: "/"):
        if let comment = text.comment(at: next) {
          next = comment.range.upperBound
          continue
        }
      default: break
      }
      next += 1
    }
    return gap
  }

  private func startOfContents(of container: Int) -> Int { container == 0 ? 0 : tape[container].low + 1 }

  private func gap(behind child: Int, item: JSONPlace.Role) -> Gap {
    let word = tape[child]
    guard word.token == .missing else {
      return Gap(role: word.has(.name) ? .colon : .separator, start: range(of: child).upperBound)
    }
    // What belongs where an element or a name is missing is that; where a value is missing, its name tells.
    guard let name = member(of: child), name != child else { return Gap(role: item, start: word.low) }
    return gap(behind: name, item: item)
  }
}

extension [JSONComment] {
  /// Whether what is typed at an offset becomes part of a comment.
  func isInComment(_ offset: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && self[low - 1].contains(offset)
  }
}
