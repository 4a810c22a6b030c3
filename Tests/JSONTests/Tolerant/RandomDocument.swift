import SeededRandom

/// Random JSON texts, RFC 8259.
enum RandomDocument {
  /// A text of some hundred bytes.
  static func text(using generator: inout SplitMix64) -> String {
    space(using: &generator) + value(depth: 0, using: &generator) + space(using: &generator)
  }

  private static func value(depth: Int, using generator: inout SplitMix64) -> String {
    switch Int.random(in: depth < 5 ? 0..<10 : 4..<10, using: &generator) {
    case 0...1: return "[" + list(using: &generator) { value(depth: depth + 1, using: &$0) } + "]"
    case 2...3: return "{" + list(using: &generator) { member(depth: depth + 1, using: &$0) } + "}"
    case 4...6: return string(using: &generator)
    case 7...8: return one(of: ["0", "-0", "12", "-1.50", "1e400", "2E-7", "9007199254740993"], using: &generator)
    default: return one(of: ["true", "false", "null"], using: &generator)
    }
  }

  private static func list(
    using generator: inout SplitMix64, _ item: (inout SplitMix64) -> String
  ) -> String {
    let items = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      space(using: &generator) + item(&generator) + space(using: &generator)
    }
    return items.isEmpty ? space(using: &generator) : items.joined(separator: ",")
  }

  private static func member(depth: Int, using generator: inout SplitMix64) -> String {
    string(using: &generator) + space(using: &generator) + ":" + space(using: &generator)
      + value(depth: depth, using: &generator)
  }

  private static func string(using generator: inout SplitMix64) -> String {
    let parts = [
      "a", "name", "//", "/*", "{{", "${x}", ",", ":", "]", "'", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e9"#,
      #"\ud83d\ude00"#, "é", "日", "😀", "long enough for words of eight", " ",
    ]
    let contents = (0..<Int.random(in: 0...4, using: &generator)).map { _ in one(of: parts, using: &generator) }
    return "\"" + contents.joined() + "\""
  }

  private static func space(using generator: inout SplitMix64) -> String {
    one(of: ["", "", "", " ", "\n", "\r\n", "\t", "\n          "], using: &generator)
  }

  private static func one(of choices: [String], using generator: inout SplitMix64) -> String {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}
