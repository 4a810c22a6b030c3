/// The name of a role binding: 1 to 24 ASCII letters, digits or hyphens.
///
/// Source: `trustedAccessRoleBindingName` in every stable version of the ARM API from 2023-09-01 on, `^([A-Za-z0-9-])+$`.
/// A leading or trailing hyphen and an all-digit name are legal: Azure Backup makes `16987634996993c51c18b-7`.
public struct BindingName: Hashable, Sendable, CustomStringConvertible {
  /// The most characters that a name may have.
  public static let maximumLength = 24

  /// The name as written.
  public let description: String

  /// Takes a name; `nil` if it is empty, too long or has another character.
  public init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.count <= Self.maximumLength,
      text.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    description = String(text)
  }

  /// Equal without regard to case, as Azure Resource Manager compares names.
  public static func == (left: BindingName, right: BindingName) -> Bool {
    left.description.isEqualIgnoringCase(to: right.description)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    description.hashIgnoringCase(into: &hasher)
  }
}

extension UInt8 {
  /// Whether this byte is an ASCII letter or digit.
  var isASCIILetterOrDigit: Bool {
    asciiLowercased &- 0x61 < 26 || self &- 0x30 < 10
  }
}
