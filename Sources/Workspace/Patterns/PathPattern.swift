/// A line of `.gitignore`: which paths it means, and whether it takes them out or in again.
///
/// Source: gitignore(5). Bytes are compared as they are: upper and lower case differ, whatever the file system does.
struct PathPattern: Hashable, Sendable {
  /// A step of the way down.
  private enum Step: Hashable {
    /// Any number of folders: `**`.
    case anyDepth
    case name(NamePattern)
  }

  /// Whether what it means is in again.
  let isNegated: Bool

  /// Whether it means folders alone.
  private let isOfFolders: Bool

  /// The way from the folder of the file; a single name means what is called so at any depth.
  private let steps: [Step]

  /// Whether the way begins at the folder of the file.
  private let isAnchored: Bool

  /// Reads a line, without its end; `nil` if it is empty, a comment, or fits nothing.
  init?(_ line: ArraySlice<UInt8>) {
    var text = Self.withoutBlanksAtEnd(line)
    guard text.first != UInt8(ascii: "#") else { return nil }
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    isOfFolders = text.last == UInt8(ascii: "/")
    if isOfFolders { text.removeLast() }
    guard !text.isEmpty else { return nil }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    var steps: [Step] = []
    let names = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, name) in names.enumerated() {
      if isAnchored, name.elementsEqual("**".utf8) {
        steps.append(.anyDepth)
        // At the end it means what is within, and not the folder itself.
        if index == names.count - 1, let any = NamePattern([UInt8(ascii: "*")]) { steps.append(.name(any)) }
        continue
      }
      guard let pattern = NamePattern(name) else { return nil }
      steps.append(.name(pattern))
    }
    self.steps = steps
  }

  /// Reads a pattern as settings have it.
  init?(_ pattern: String) {
    self.init(Array(pattern.utf8)[...])
  }

  /// The patterns of a file, in its order; a byte order mark and carriage returns before line ends are left out.
  static func patterns(in text: [UInt8]) -> [PathPattern] {
    text[(text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...].split(separator: 0x0A).compactMap { line in
      PathPattern(line.last == 0x0D ? line.dropLast() : line)
    }
  }

  /// Whether a path is meant.
  ///
  /// - Parameters:
  ///   - path: the names on the way from the folder of the file, at least one.
  ///   - isFolder: whether it is a folder.
  func matches(_ path: [ArraySlice<UInt8>], isFolder: Bool) -> Bool {
    if isOfFolders, !isFolder { return false }
    guard isAnchored else {
      guard let last = path.last, case .name(let pattern) = steps.first else { return false }
      return pattern.matches(last)
    }
    return matchesWay(path)
  }

  private func matchesWay(_ path: [ArraySlice<UInt8>]) -> Bool {
    var (step, place) = (0, 0)
    var retry: (step: Int, place: Int)?
    while true {
      if step < steps.count, case .anyDepth = steps[step] {
        retry = (step + 1, place)
        step += 1
      } else if step < steps.count, place < path.count, case .name(let pattern) = steps[step],
        pattern.matches(path[place])
      {
        step += 1
        place += 1
      } else if step == steps.count, place == path.count {
        return true
      } else {
        guard let last = retry, last.place < path.count else { return false }
        retry = (last.step, last.place + 1)
        (step, place) = (last.step, last.place + 1)
      }
    }
  }

  /// Blanks at the end do not count, unless a backslash stands before them.
  private static func withoutBlanksAtEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] == 0x20 {
      let backslashes = line[..<(end - 1)].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      end -= 1
    }
    return line[..<end]
  }
}
