/// The text of a file, in UTF-8, with the way back to how the file has it.
package struct FileText: Hashable, Sendable {
  /// How a file has its text.
  package enum Encoding: Hashable, Sendable {
    case utf8
    /// UTF-8 behind a byte order mark.
    case utf8WithMark
    /// UTF-16 behind a byte order mark, the low byte of each unit first or last.
    case utf16(isLittleEndian: Bool)
  }

  /// The text, without a byte order mark. Where the file is not what its encoding says, so is this: in UTF-8 its bytes as
  /// they are, in UTF-16 U+FFFD in the place of half a surrogate pair.
  package private(set) var bytes: [UInt8]

  /// How the file has it.
  package let encoding: Encoding

  /// Why the bytes are not quite a text, as the end of a sentence without its full stop; `nil` if they are.
  package private(set) var fault: Fault?

  /// What can be wrong with the bytes of a file.
  package enum Fault: Hashable, Sendable {
    /// They are not UTF-8, from this offset of the text on. They are looked at all the same: what is about bindings is
    /// ASCII.
    case notUTF8(offset: Int)
    /// They are not UTF-16, so that they cannot be written back as they were.
    case notUTF16
    /// They hold NUL, as no text does but one in UTF-16 or UTF-32.
    case nul(offset: Int)
  }

  /// Takes the bytes of a file. Cost: linear.
  package init(_ file: UnsafeRawBufferPointer) {
    switch (file.first, file.dropFirst().first, file.dropFirst(2).first) {
    case (0xFF, 0xFE, _):
      self.init(utf16: file.dropFirst(2), isLittleEndian: true)
    case (0xFE, 0xFF, _):
      self.init(utf16: file.dropFirst(2), isLittleEndian: false)
    case (0xEF, 0xBB, 0xBF):
      self.init(utf8: file.dropFirst(3), .utf8WithMark)
    default:
      self.init(utf8: file[...], .utf8)
    }
  }

  private init(utf8: Slice<UnsafeRawBufferPointer>, _ encoding: Encoding) {
    bytes = Array(utf8)
    self.encoding = encoding
    if let nul = bytes.firstIndex(of: 0) {
      fault = .nul(offset: nul)
    } else if let offset = Self.endOfUTF8(in: bytes) {
      fault = .notUTF8(offset: offset)
    }
  }

  private init(utf16 file: Slice<UnsafeRawBufferPointer>, isLittleEndian: Bool) {
    let file = UnsafeRawBufferPointer(rebasing: file)
    let units = (0..<file.count / 2).lazy.map { index in
      let unit = file.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
      return isLittleEndian ? UInt16(littleEndian: unit) : UInt16(bigEndian: unit)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count / 2 + file.count / 8)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false, into: { bytes.append($0) })
    self.bytes = bytes
    encoding = .utf16(isLittleEndian: isLittleEndian)
    if isBroken || file.count % 2 == 1 { fault = .notUTF16 }
    if let nul = bytes.firstIndex(of: 0) { fault = .nul(offset: nul) }
  }

  /// Another text as the file would have it.
  package func encoded(_ text: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: return text
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + text
    case .utf16(let isLittleEndian):
      var file: [UInt8] = []
      file.reserveCapacity(2 * text.count + 2)
      func append(_ unit: UInt16) {
        let bytes = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
        file.append(isLittleEndian ? bytes.0 : bytes.1)
        file.append(isLittleEndian ? bytes.1 : bytes.0)
      }
      append(0xFEFF)
      for unit in String(decoding: text, as: UTF8.self).utf16 { append(unit) }
      return file
    }
  }

  /// Where the bytes stop being UTF-8; `nil` if they do not.
  private static func endOfUTF8(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
