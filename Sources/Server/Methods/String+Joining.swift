extension String {
  /// The texts one after the other, made at once: a fraction of what it costs to append them one by one, on paths that
  /// every request takes.
  init(joining first: String, _ second: String, _ third: String, _ fourth: String) {
    let count = first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count
    self.init(unsafeUninitializedCapacity: count) { room in
      room.put(first, at: 0)
      room.put(second, at: first.utf8.count)
      room.put(third, at: first.utf8.count + second.utf8.count)
      room.put(fourth, at: count - fourth.utf8.count)
      return count
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Copies a text's bytes to a place where there is room for them.
  fileprivate func put(_ text: String, at start: Int) {
    let utf8 = text.utf8
    let bytes = utf8.span.bytes
    precondition(start + bytes.byteCount <= count, "a text is put where there is room for it")
    bytes.withUnsafeBytes { bytes in
      guard let base = baseAddress, let source = bytes.baseAddress else { return }
      UnsafeMutableRawPointer(base + start).copyMemory(from: source, byteCount: bytes.count)
    }
  }
}
