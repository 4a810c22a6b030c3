import JSON

/// A text with A–Z in lower case: names of templates have no case.
func armLowercased(_ text: String) -> String {
  String(decoding: text.utf8.map(armLowercased), as: UTF8.self)
}

/// The lower case letter of an upper case one of ASCII; other bytes stay.
func armLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

extension JSONNode {
  /// The value of an object's member, whose name has no case.
  func value(of name: String) -> JSONNode? { member(named: name, ignoringCase: true)?.value }
}
