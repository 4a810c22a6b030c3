/// URIs of files: RFC 8089. Any other URI is a name and nothing else.
package enum FileURI {
  /// The path that a URI names, in bytes, which need not be UTF-8; `nil` for a URI that is not of a file of this machine.
  package static func path(of uri: String) -> [UInt8]? {
    let bytes = Array(uri.utf8)
    for scheme in ["file:///", "file://localhost/"] where bytes.starts(with: scheme.utf8) {
      let path = bytes[(scheme.utf8.count - 1)...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      return decoded(path)
    }
    return nil
  }

  /// RFC 3986, section 2.1; what is no escape stands for itself.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first?.hexadecimal, let low = rest.dropFirst().first?.hexadecimal {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
