import BindingDocuments
import SeededRandom
import Testing

/// Whatever the bytes, nothing fails and nothing lies outside.
struct YAMLRobustnessTests {
  @Test(arguments: YAMLFixtures.all.indices)
  func readsEveryPrefix(_ index: Int) {
    let bytes = Array(YAMLFixtures.all[index].utf8)
    for end in bytes.indices { check(Array(bytes[..<end])) }
  }

  @Test(arguments: YAMLFixtures.all.indices)
  func readsWithEveryByteDeleted(_ index: Int) {
    let bytes = Array(YAMLFixtures.all[index].utf8)
    for deleted in bytes.indices { check(Array(bytes[..<deleted] + bytes[(deleted + 1)...])) }
  }

  @Test func readsSplices() {
    var random = SplitMix64(seed: 4)
    let all = YAMLFixtures.all.map { Array($0.utf8) }
    let noise: [UInt8] = Array("{}[]\"'&*!|>-:#,\n\r\t ?%@`$(\\".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<300 {
      var bytes = all[Int.random(in: all.indices, using: &random)]
      for _ in 0..<3 {
        let other = all[Int.random(in: all.indices, using: &random)]
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0..<40, using: &random))
        let from = Int.random(in: 0..<other.count - 60, using: &random)
        let inserted =
          Bool.random(using: &random)
          ? Array(other[from..<from + 60])
          : (0..<4).map { _ in noise[Int.random(in: noise.indices, using: &random)] }
        bytes.replaceSubrange(start..<end, with: inserted)
      }
      check(bytes)
    }
  }

  @Test(arguments: [
    "- ", "[", "{", "a: ", "[{", "{a: ", "? ", "{{ ", "${", "\"", "'", "\"\\", "''", "*a ", "&a ", "!a ", "&a *a ",
    "<<: [*a, ", "|\n", "a: |\n ", "{{- /* ", "#{", "- \"\n", " 'a\n", "\n ", "a\n", "---\n", "- a: [\n",
    "run: &a *a\n",
    "- - - \n", "<<: *a\n", "{\"a\":", "{% ", "a: 'x\n  b: ''\n",
  ])
  func readsDeepAndLong(_ unit: String) {
    let text = "trusted: &a az aks trusted\n" + String(repeating: unit, count: 20_000 / unit.utf8.count)
    check(Array(text.utf8))
  }

  @Test func readsDeepIndentation() {
    var text = "kind: TrustedAccessRoleBinding\n"
    for depth in 1..<200 { text += String(repeating: " ", count: depth) + "run: \"\n" }
    check(Array(text.utf8))
  }

  private func check(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let block = YAML.block(in: bytes.span, from: start)
      #expect(block.end > start && block.end <= bytes.count)
      guard block.end > start, block.end <= bytes.count else { return }
      let part = Array(bytes[start..<block.end])
      RangeChecker(length: part.count).check(YAML.read(part.span))
      start = block.end
    }
  }
}

/// Sees to it that what a reading says lies within the block, and parts within what they are parts of.
private struct RangeChecker {
  let length: Int

  func check(_ reading: BlockReading) {
    for site in reading.sites {
      inside(site.range, 0..<length)
      inside(site.heading, site.range)
      for value in [site.name, site.cluster, site.source, site.location] + site.words { check(value, site.range) }
      for role in site.roles?.elements ?? [] { check(role, site.range) }
      if let roles = site.roles { inside(roles.range, site.range) }
      for argument in site.arguments {
        check(argument.name, site.range)
        for value in argument.values { check(value, site.range) }
      }
    }
    for definition in reading.definitions {
      inside(definition.range, 0..<length)
      check(definition.value, 0..<length)
    }
    for text in reading.embedded {
      #expect(text.map.length == text.text.count)
      inside(text.map.original(0..<text.text.count), 0..<length)
    }
    for silencing in reading.silencings {
      inside(silencing.range, 0..<length)
      inside(silencing.scope, 0..<length)
    }
  }

  private func check(_ value: Expression?, _ outer: Range<Int>) {
    guard let value else { return }
    inside(value.range, outer)
    for part in value.parts { inside(part.range, outer) }
  }

  private func inside(_ range: Range<Int>, _ outer: Range<Int>) {
    if range.lowerBound < outer.lowerBound || range.upperBound > outer.upperBound {
      Issue.record("\(range) is not in \(outer)")
    }
  }
}
