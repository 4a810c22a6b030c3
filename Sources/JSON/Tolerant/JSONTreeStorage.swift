/// What a tree is made of, shared by its nodes: the text, and a tape of one word for each scalar and name and two for each
/// array, object and document, in the order of the text.
final class JSONTreeStorage: Sendable {
  let bytes: [UInt8]
  let tape: [JSONTreeWord]
  /// The indices of the first words of all arrays and objects, in the order of the text.
  let containers: [UInt32]
  let comments: [JSONComment]
  let faults: [JSONFault]
  let rereadCount: Int

  init(_ bytes: [UInt8], _ builder: consuming JSONTreeBuilder) {
    self.bytes = bytes
    tape = builder.tape
    containers = builder.containers
    comments = builder.comments
    faults = builder.faults.inOrder()
    rereadCount = builder.rereadCount
  }
}

// MARK: Places on the tape

extension JSONTreeStorage {
  /// The index of the word behind the last of a value or name.
  func endIndex(of index: Int) -> Int {
    let word = tape[index]
    return word.isContainer ? word.high : index + 1
  }

  /// Where a value or name stands in the text.
  func range(of index: Int) -> Range<Int> {
    let word = tape[index]
    return word.low..<(word.isContainer ? tape[index + 1].low : word.low + word.high)
  }

  /// The container that a value or name is directly in. For that of the document, itself.
  func container(around index: Int) -> Int {
    if tape[index].isContainer { return tape[index + 1].high }
    var container = containers.last { Int($0) < index }
    while tape[container].high <= index { container = tape[container + 1].high }
    return container
  }

  /// The innermost container that what is typed at an offset gets into.
  func container(at offset: Int) -> Int {
    var container = containers.last { tape[Int($0)].low < offset }
    while container != 0, !isInside(container, offset) { container = tape[container + 1].high }
    return container
  }

  private func isInside(_ container: Int, _ offset: Int) -> Bool {
    let end = tape[container + 1].low
    return offset < end || offset == end && tape[container].has(.openEnded)
  }

  /// The last name or value directly in a container that begins before an offset.
  func lastChild(of container: Int, before offset: Int) -> Int? {
    let first = container + 2
    var low = first
    var high = tape[container].high
    while low < high {
      let middle = (low + high) / 2
      if tape[firstWord(at: middle)].low < offset { low = middle + 1 } else { high = middle }
    }
    guard low > first else { return nil }
    var child = firstWord(at: low - 1)
    var around = self.container(around: child)
    while around != container {
      child = around
      around = tape[child + 1].high
    }
    return child
  }

  /// Bounds belong to the word before them.
  private func firstWord(at index: Int) -> Int { tape[index].token == .bounds ? index - 1 : index }
}

extension [UInt32] {
  /// The last of the elements for which something is true, which then is true for all before it; 0, the document, if there
  /// is none.
  fileprivate func last(where isBefore: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : Int(self[low - 1])
  }
}
