/// The versions of the ARM API of `Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings`.
///
/// Sources: Azure/bicep-types-az of 2026-08-20, and the default of azure-mgmt-containerservice 41.6.0, for the versions;
/// Azure docs, "AKS preview API life cycle", for the dates.
package enum ARMAPIVersions {
  /// The newest stable one that is known.
  static let newest = "2026-06-01"

  /// The first one of all.
  static let first = "2022-04-02-preview"

  /// When a version was announced to stop working, `2025-02-03`; `nil` if that is not known.
  static func retirement(of version: String) -> String? { retired[version] }

  /// Whether there never was such a version: of a date before the newest one that is known, and not among them.
  static func isUnknown(_ version: String) -> Bool {
    guard isVersion(version), version.prefix(10) < newest else { return false }
    return !stable.contains(version) && !isKnownPreview(version)
  }

  /// Whether a text has a version's form: a date, with `-preview` behind it or not.
  static func isVersion(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count > 10 && text.hasSuffix("-preview") && bytes.count == 18 else { return false }
    return bytes[..<10].enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte &- 0x30 < 10
    }
  }

  private static func isKnownPreview(_ version: String) -> Bool {
    version.hasSuffix("-preview") && previews.contains(String(version.prefix(10)))
  }

  /// Those that were not announced to stop working: the stable ones from the newest on, then the previews from the newest on.
  package static let proposed: [String] =
    (stable.sorted(by: >) + previews.sorted(by: >).map { $0 + "-preview" }).filter { retired[$0] == nil }

  private static let stable: Set = [
    "2023-09-01", "2023-10-01", "2023-11-01", "2024-01-01", "2024-02-01", "2024-05-01", "2024-07-01", "2024-08-01",
    "2024-09-01", "2024-10-01", "2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01", "2025-07-01",
    "2025-08-01", "2025-09-01", "2025-10-01", "2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01",
    newest,
  ]

  private static let previews: Set = [
    "2022-04-02", "2022-05-02", "2022-06-02", "2022-07-02", "2022-08-02", "2022-08-03", "2022-09-02", "2022-10-02",
    "2022-11-02", "2023-01-02", "2023-02-02", "2023-03-02", "2023-04-02", "2023-05-02", "2023-06-02", "2023-07-02",
    "2023-08-02", "2023-09-02", "2023-10-02", "2023-11-02", "2024-01-02", "2024-02-02", "2024-03-02", "2024-04-02",
    "2024-05-02", "2024-06-02", "2024-07-02", "2024-09-02", "2024-10-02", "2025-01-02", "2025-02-02", "2025-03-02",
    "2025-04-02", "2025-05-02", "2025-06-02", "2025-07-02", "2025-08-02", "2025-09-02", "2025-10-02", "2026-01-02",
    "2026-02-02", "2026-03-02", "2026-04-02", "2026-05-02",
  ]

  private static let retired: [String: String] = [
    "2022-04-02-preview": "2023-09-01", "2022-05-02-preview": "2023-09-01", "2022-06-02-preview": "2023-09-01",
    "2022-07-02-preview": "2024-02-14", "2022-08-02-preview": "2024-06-20", "2022-08-03-preview": "2024-06-20",
    "2022-09-02-preview": "2024-06-20", "2022-10-02-preview": "2024-06-20", "2022-11-02-preview": "2024-06-20",
    "2023-01-02-preview": "2024-06-20", "2023-02-02-preview": "2024-06-20", "2023-03-02-preview": "2025-02-03",
    "2023-04-02-preview": "2025-02-10", "2023-05-02-preview": "2025-02-17", "2023-06-02-preview": "2025-02-24",
    "2023-07-02-preview": "2025-03-03", "2023-08-02-preview": "2025-03-10",
  ]
}
