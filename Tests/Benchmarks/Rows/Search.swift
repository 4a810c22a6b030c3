import Glibc
import RoleCatalog
import Synchronization
import TrustedAccess

extension Measurement {
  /// Search in 100 000 roles for the best 50: by what a name starts with, and by letters anywhere in it, against one read
  /// of the names' bytes. Of the fuzzy queries the slowest counts. One processor.
  static let search = Measurement(
    name: "search",
    lines: [
      Line(text: "search in 100 000 roles by prefix, top 50", goal: .atMost(.nanoseconds(5000))),
      Line(text: "the same by letters, the worst of eight queries, against one read of the bytes", goal: .atMost(15)),
    ]
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let names = RoleNames.make(100_000)
      let index = RoleIndex(names.map { Role(name: $0, rules: []) })
      let bytes = names.flatMap { Array($0.description.utf8) }
      let prefixes = ["m", "microsoft.m", "contoso.analytics0", "contoso.backup1/vaults", "zzz"]
      let letters = ["e", "mlw", "defnet", "backupoper", "msrwdef", "zq", "coanop99", "vaultsreader"]
      let prefixTimes = try medians(
        of: prefixes.map { subject(of: index, $0, .prefix) }, SamplePlan(samples: 2000, block: 100, warmUp: 200))
      let letterTimes = try medians(
        of: letters.map { subject(of: index, $0, .fuzzy) } + [readingEveryByte(of: bytes)],
        SamplePlan(samples: 40, block: 2, warmUp: 4))
      let prefix = Quantity.nanoseconds(prefixTimes.max() ?? 0)
      let worst = Quantity.nanoseconds(letterTimes.dropLast().max() ?? 0)
      return [
        .measured(figure: prefix, value: prefix, baseline: nil),
        .ratio(of: worst, to: .nanoseconds(letterTimes.last ?? 0)),
      ]
    }
  }

  private static func subject(of index: RoleIndex, _ text: String, _ loosest: RoleMatch) -> Subject {
    { duration { blackHole(index.search(text, loosest: loosest, limit: 50)) } }
  }

  /// Takes an answer, so that the search for it is not left out.
  private static let sink = Atomic(false)

  /// Looks for a byte that is not there: as little as a search could do that looks at each.
  private static func readingEveryByte(of bytes: [UInt8]) -> Subject {
    {
      duration {
        bytes.withUnsafeBytes { bytes in
          let isFound = bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
          sink.store(isFound, ordering: .relaxed)
        }
      }
    }
  }
}

/// Names such as a much larger Azure would list.
private enum RoleNames {
  static func make(_ count: Int) -> [RoleName] {
    let services = [
      "Analytics", "Backup", "Compute", "DataProtection", "Kubernetes", "MachineLearning", "Monitor", "Security",
    ]
    let kinds = ["workspaces", "vaults", "accounts", "pricings", "clusters", "operators"]
    let roles = [
      "reader", "operator", "defender-network-policy-operator", "mlworkload", "inference", "extension-manager",
    ]
    return (0..<count).compactMap { number in
      let owner = number % 3 == 0 ? "Microsoft" : "Contoso"
      let service = services[number % services.count]
      let kind = kinds[number / 7 % kinds.count]
      return RoleName("\(owner).\(service)\(number % 97)/\(kind)/\(roles[number / 5 % roles.count])-\(number)")
    }
  }
}
