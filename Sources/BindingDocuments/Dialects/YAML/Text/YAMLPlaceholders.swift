extension YAML {
  /// What can stand in a text for something else.
  enum Interpolation {
    /// What others replace: templates, `envsubst`, pipelines. Nothing is known of what they stand for.
    case opaque
    /// `${name}`, `${name.property}` of Pulumi.
    case pulumi
    /// `${{ env.NAME }}` of GitHub, `$(name)` and `${{ variables.name }}` of Azure.
    case pipeline
  }

  /// A placeholder in a text.
  struct Placeholder {
    var kind: Expression.Part.Kind
    /// The name it refers to, or what is written.
    var text: String
    var range: Range<Int>

    /// The first placeholder in a range of a text.
    static func first(in range: Range<Int>, of bytes: [UInt8], _ interpolation: Interpolation) -> Placeholder? {
      var offset = range.lowerBound
      while offset < range.upperBound {
        switch bytes[offset] {
        case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "#"):
          if let found = Placeholder(at: offset, before: range.upperBound, in: bytes, interpolation) { return found }
        default: break
        }
        offset += 1
      }
      return nil
    }

    private init(_ kind: Expression.Part.Kind, _ text: String, _ range: Range<Int>) {
      self.kind = kind
      self.text = text
      self.range = range
    }

    private init?(at start: Int, before limit: Int, in bytes: [UInt8], _ interpolation: Interpolation) {
      /// The placeholder up to what closes it. One that is not closed is all of the rest, as it is being typed.
      func closed(_ opening: Int, _ closing: StaticString) -> Placeholder {
        var end = start + opening
        let closes = closing.withUTF8Buffer { Array($0) }
        while end < limit, !bytes[end..<limit].starts(with: closes) { end += 1 }
        let contents = String(decoding: bytes[start + opening..<end], as: UTF8.self)
        let range = start..<Swift.min(end + closes.count, limit)
        if let name = interpolation.name(
          in: contents, opening: String(decoding: bytes[start..<start + opening], as: UTF8.self))
        {
          return Placeholder(.reference, name, range)
        }
        return Placeholder(.opaque, String(decoding: bytes[range], as: UTF8.self), range)
      }
      func has(_ word: StaticString) -> Bool {
        start + word.utf8CodeUnitCount <= limit && word.withUTF8Buffer { bytes[start..<limit].starts(with: $0) }
      }
      if has("$${"), interpolation == .pulumi {
        // Pulumi's escape of `${`.
        self.init(.text, "${", start..<start + 3)
      } else if has("${{") {
        self = closed(3, "}}")
      } else if has("{{") {
        self = closed(2, "}}")
      } else if has("${") {
        self = closed(2, "}")
      } else if has("$(") {
        self = closed(2, ")")
      } else if has("{%") {
        self = closed(2, "%}")
      } else if has("#{") {
        self = closed(2, "}")
        if range.upperBound < limit, bytes[range.upperBound] == UInt8(ascii: "#") {
          self.init(.opaque, text + "#", start..<range.upperBound + 1)
        }
      } else if has("$"), interpolation != .pulumi {
        var end = start + 1
        while end < limit, Self.isNameByte(bytes[end]) { end += 1 }
        guard end > start + 1 else { return nil }
        self.init(.opaque, String(decoding: bytes[start..<end], as: UTF8.self), start..<end)
      } else {
        return nil
      }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}

extension YAML.Interpolation {
  /// The name that a placeholder refers to; `nil` if it refers to nothing that a document may define.
  func name(in contents: String, opening: String) -> String? {
    let word = contents.drop { $0 == " " }
    let name = word.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    guard !name.isEmpty, word.dropFirst(name.count).allSatisfy({ $0 == " " }) else { return nil }
    switch (self, opening) {
    case (.pulumi, "${"), (.pipeline, "$("): return String(name)
    case (.pipeline, "${{"):
      for scope in ["env.", "variables."] where name.hasPrefix(scope) { return String(name.dropFirst(scope.count)) }
      return nil
    default: return nil
    }
  }
}
