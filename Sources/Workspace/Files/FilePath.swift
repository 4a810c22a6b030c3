/// A path of the file system: bytes, which need not be UTF-8. Kept without `.`, empty names and a slash at the end; `..` stays,
/// for what stands before it may be a symbolic link. The folder that the process works in is empty.
package struct FilePath: Hashable, Sendable {
  /// The bytes.
  package let bytes: [UInt8]

  private static let slash = UInt8(ascii: "/")

  /// Takes a path as it was written.
  package init(_ path: some Sequence<UInt8>) {
    let written = Array(path)
    let names = written.split(separator: Self.slash).filter { !$0.elementsEqual(".".utf8) }
    let joined = Array(names.joined(separator: [Self.slash]))
    bytes = written.first == Self.slash ? [Self.slash] + joined : joined
  }

  /// Takes a path as it was written.
  package init(_ path: String) {
    self.init(path.utf8)
  }

  private init(normalized bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The path of something in this folder.
  package func appending(_ name: some Sequence<UInt8>) -> FilePath {
    var path: [UInt8] = []
    path.reserveCapacity(bytes.count + 24)
    path += bytes
    if !bytes.isEmpty, bytes.last != Self.slash { path.append(Self.slash) }
    path.append(contentsOf: name)
    return FilePath(normalized: path)
  }

  /// The folder that it is in, as far as the path tells; `nil` for the root, the folder that the process works in and what
  /// leads up from there.
  package var parent: FilePath? {
    guard !bytes.isEmpty, !name.elementsEqual("..".utf8), bytes != [Self.slash] else { return nil }
    guard let last = bytes.lastIndex(of: Self.slash) else { return FilePath(normalized: []) }
    return FilePath(normalized: Array(bytes[..<max(last, bytes.first == Self.slash ? 1 : 0)]))
  }

  /// The last name.
  package var name: ArraySlice<UInt8> {
    bytes[((bytes.lastIndex(of: Self.slash).map { $0 + 1 }) ?? 0)...]
  }

  /// The names on the way from a folder to here; none if it is not within.
  package func names(below folder: FilePath) -> [ArraySlice<UInt8>] {
    let base = folder.bytes
    if base.isEmpty {
      let names = bytes.first == Self.slash ? [] : bytes.split(separator: Self.slash)
      return names.first?.elementsEqual("..".utf8) == true ? [] : names
    }
    guard bytes.count > base.count, bytes.starts(with: base), base.last == Self.slash || bytes[base.count] == Self.slash
    else { return [] }
    return bytes[base.count...].split(separator: Self.slash)
  }

  /// As the system takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let path = bytes.isEmpty ? [UInt8(ascii: "."), 0] : bytes + [0]
    return path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        // Never empty, so that there is a base address.
        buffer.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }

  /// As the system takes it in a text; `nil` if the bytes are not UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }
}

extension FilePath: Comparable {
  /// By bytes, names before those that they begin, as in a walk that goes through each folder by name.
  package static func < (left: FilePath, right: FilePath) -> Bool {
    func key(_ byte: UInt8) -> UInt8 { byte == slash ? 0 : byte }
    return left.bytes.lexicographicallyPrecedes(right.bytes) { key($0) < key($1) }
  }
}

extension FilePath: CustomStringConvertible {
  /// As people read it; bytes that are not UTF-8 are U+FFFD.
  package var description: String { bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self) }
}
