import RoleCatalog
import SeededRandom
import Testing
import TrustedAccess

/// Compares the search with one that follows the definitions word by word.
struct SearchModelTests {
  @Test(arguments: 0..<120)
  func searchFollowsTheDefinitions(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let roles = randomRoles(count: Int.random(in: 0...80, using: &random), using: &random)
    let index = RoleIndex(roles)
    let model = Model(roles)
    #expect(index.entries.map(\.role.name.description) == model.names.map(\.description))
    for _ in 0..<60 {
      let text = randomText(from: model.names, using: &random)
      let loosest = try #require(RoleMatch(rawValue: Int.random(in: 0...3, using: &random)))
      let limit = Int.random(in: 1...12, using: &random)
      let source = Bool.random(using: &random) ? roles.randomElement(using: &random)?.name.sourceType : nil
      let hits = index.search(text, loosest: loosest, forSourcesOf: source, limit: limit)
      let expected = model.search(text, loosest: loosest, source: source).prefix(limit)
      #expect(
        hits.map { "\($0.match) \($0.entry.role.name)" } == expected.map { "\($0.match) \($0.name)" },
        "\(text) \(loosest) \(limit) \(String(describing: source))")
    }
    for name in model.names {
      #expect(index.entry(for: name)?.role.name == name)
      #expect(
        index.entries(named: name.name).map(\.role.name)
          == model.names.filter { $0.name.isEqualIgnoringCase(to: name.name) })
      #expect(
        index.entries(forSourcesOf: name.sourceType).map(\.role.name)
          == model.names.filter { $0.sourceType.isSameOrParent(of: name.sourceType) })
    }
  }

  /// Enough roles that many more hits come in than are asked for, and the best of them are kept.
  @Test(arguments: ["con", "contoso.app3", "role-9999", "r9e8", "types/r", "8", "s7", "zq", "9-elor"])
  func searchFollowsTheDefinitionsAmongManyRoles(text: String) {
    let index = Self.many.index
    #expect(index.entries.count == 3_000)
    let hits = index.search(text, limit: 50)
    let expected = Self.many.model.search(text, loosest: .fuzzy, source: nil).prefix(50)
    #expect(hits.map { "\($0.match) \($0.entry.role.name)" } == expected.map { "\($0.match) \($0.name)" })
  }

  @Test func nearestFindsOneAmongManyRoles() {
    let name = "Contoso.App7/types/role-99807"
    #expect(Self.many.index.entries.contains { $0.role.name.description == name })
    #expect(Self.many.index.nearest(to: "Contoso.App7/types/rloe-99807", limit: 1).first?.role.name.description == name)
  }

  /// Roles that look as the service's do, indexed in no order.
  private static let many: (index: RoleIndex, model: Model) = {
    let roles = stride(from: 9_900, to: 100_000, by: 3_100).flatMap { block in block..<block + 100 }.compactMap {
      number in
      RoleName("Contoso.App\(number % 10)/types/role-\(number)").map { Role(name: $0, rules: []) }
    }
    var random = SplitMix64(seed: 7)
    return (RoleIndex(roles.shuffled(using: &random)), Model(roles))
  }()
}

/// The definitions of ``RoleMatch``, without any haste.
private struct Model {
  let names: [RoleName]
  private let texts: [[UInt8]]

  init(_ roles: [Role]) {
    var seen: Set<RoleName> = []
    let distinct = roles.map(\.name).filter { seen.insert($0).inserted }
    let sorted = distinct.map { (name: $0, text: Array($0.description.lowercased().utf8)) }
      .sorted { $0.text.lexicographicallyPrecedes($1.text) }
    names = sorted.map(\.name)
    texts = sorted.map(\.text)
  }

  func search(_ text: String, loosest: RoleMatch, source: ResourceType?) -> [(match: RoleMatch, name: RoleName)] {
    let text = Array(text.lowercased().utf8)
    var hits: [(match: RoleMatch, quality: Int, rank: Int)] = []
    for (rank, name) in names.enumerated() {
      if let source, !name.sourceType.isSameOrParent(of: source) { continue }
      guard let (match, quality) = match(text, texts[rank], ownCount: name.name.utf8.count), match <= loosest else {
        continue
      }
      hits.append((match, quality, rank))
    }
    return hits.sorted { ($0.match.rawValue, $0.quality, $0.rank) < ($1.match.rawValue, $1.quality, $1.rank) }
      .map { ($0.match, names[$0.rank]) }
  }

  private func match(_ text: [UInt8], _ name: [UInt8], ownCount: Int) -> (RoleMatch, Int)? {
    if text == name { return (.exact, 0) }
    if name.starts(with: text) { return (.prefix, 0) }
    let own = name.suffix(ownCount)
    if own.elementsEqual(text) { return (.segment, 0) }
    if own.starts(with: text) { return (.segment, 1) }
    for place in name.indices.dropFirst() where "/.".utf8.contains(name[place - 1]) {
      if name[place...].starts(with: text) { return (.segment, 2) }
    }
    guard isSubsequence(text, name[...]) else { return nil }
    guard let end = name.indices.first(where: { isSubsequence(text, name[...$0]) }) else { return nil }
    let start = (0...end).last { isSubsequence(text, name[$0...end]) } ?? 0
    return (.fuzzy, end + 1 - start - text.count)
  }

  private func isSubsequence(_ text: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
    var rest = name
    for letter in text {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}

private func randomRoles(count: Int, using random: inout SplitMix64) -> [Role] {
  (0..<count).compactMap { _ in
    let parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in randomWord(using: &random) }
    return RoleName(parts.joined(separator: "/")).map { Role(name: $0, rules: []) }
  }
}

private func randomWord(using random: inout SplitMix64) -> String {
  String((0..<Int.random(in: 1...5, using: &random)).map { _ in "aAbBc.-1".randomElement(using: &random) ?? "a" })
}

private func randomText(from names: [RoleName], using random: inout SplitMix64) -> String {
  guard let name = names.randomElement(using: &random)?.description, Int.random(in: 0..<8, using: &random) > 0 else {
    return randomWord(using: &random)
  }
  switch Int.random(in: 0..<4, using: &random) {
  case 0: return name.uppercased()
  case 1: return String(name.prefix(Int.random(in: 0...name.count, using: &random)))
  case 2: return String(name.dropFirst(Int.random(in: 0...name.count, using: &random)).prefix(4))
  default: return name.filter { _ in Bool.random(using: &random) }
  }
}
