/// An Azure resource ID, kept as written and compared by meaning.
///
/// Accepted is what Azure's own SDKs for Go and .NET read, less a `providers` that nothing follows. So an ID may name a
/// collection, `…/locations/eastus/trustedAccessRoles`, whose ``name`` is empty; and as there, doubled and trailing slashes
/// are passed over. For what is likely wrong with an accepted text see ``ResourceIDDiagnosis``; for other tools' opinion,
/// ``ResourceIDVerdict``.
public struct ResourceID: Sendable {
  /// The ID's segments, with their ranges in ``text``.
  public let anatomy: ResourceIDAnatomy

  /// The type of what the ID names: that of the last provider in it, `Microsoft.Resources/subscriptions` for a
  /// subscription, `Microsoft.Resources/resourceGroups` for a group, `Microsoft.Resources/providers` for a provider. As
  /// written.
  public let type: ResourceType

  /// Parses `text`.
  ///
  /// - Throws: what is wrong with it, where, and what would be right.
  public init(_ text: String) throws(ResourceIDError) {
    let anatomy = ResourceIDAnatomy(text)
    if let fault = anatomy.fault {
      // Placeholders make the diagnosis more lenient than the grammar is.
      let diagnosis = ResourceIDDiagnosis(text)
      throw ResourceIDError(
        problem: diagnosis.problems.first { $0.severity == .error } ?? fault.problem(in: anatomy))
    }
    self.init(anatomy)
  }

  /// Takes a reading without a fault.
  private init(_ anatomy: ResourceIDAnatomy) {
    self.anatomy = anatomy
    type = anatomy.type
  }

  /// The ID as written.
  public var text: String { anatomy.text }

  /// The subscription's ID as written; `nil` at tenant level.
  public var subscriptionID: String? { value(of: .subscriptionID) }

  /// The resource group's name as written; `nil` outside of one.
  public var resourceGroup: String? { value(of: .resourceGroupName) }

  /// The location as written, if the ID leads through one; the last if there are several.
  public var location: String? { value(of: .location) }

  /// The namespace of a resource provider, if the ID names the provider itself.
  public var provider: String? { anatomy.segments.last?.kind == .namespace ? name : nil }

  /// The name as written: the last segment. Empty if the ID names a collection.
  public var name: String {
    guard let last = anatomy.segments.last, !last.kind.isType else { return "" }
    return String(anatomy.value(of: last))
  }

  /// The ID in Azure Resource Manager's spelling: single slashes, none at the end, `subscriptions`, `resourceGroups` and
  /// `providers` in their own case; names and types, `locations` among them, keep theirs.
  public var canonical: String { anatomy.canonical }

  /// What the resource lies in: the resource it is nested in or extends, the group, or the subscription; `nil` if that is
  /// the tenant.
  public var parent: ResourceID? {
    let count = anatomy.countOfParentSegments
    guard count > 0 else { return nil }
    let segments = Array(anatomy.segments[..<count])
    return ResourceID(ResourceIDAnatomy(text: String(text[utf8: 0..<segments[count - 1].range.upperBound]), segments))
  }

  private func value(of kind: ResourceIDAnatomy.Segment.Kind) -> String? {
    anatomy.segments.last { $0.kind == kind }.map { String(anatomy.value(of: $0)) }
  }
}

/// Why a text is no resource ID.
public struct ResourceIDError: Error, Hashable, Sendable {
  /// What is wrong, where, and what would be right.
  public let problem: ResourceIDProblem

  /// What is wrong and what would be right.
  public var message: String { problem.message }
}

extension ResourceID: Hashable {
  /// Equal segment by segment, without regard to case: IDs with one ``canonical`` form but for case are equal.
  public static func == (left: ResourceID, right: ResourceID) -> Bool {
    if left.text.hasSameBytes(as: right.text) { return true }
    let (leftSegments, rightSegments) = (left.anatomy.segments, right.anatomy.segments)
    guard leftSegments.count == rightSegments.count else { return false }
    let (leftBytes, rightBytes) = (left.text.utf8.span, right.text.utf8.span)
    // From the end, where IDs differ most.
    for place in leftSegments.indices.reversed() {
      let (one, other) = (leftSegments[place].range, rightSegments[place].range)
      guard one.count == other.count else { return false }
      let distance = other.lowerBound - one.lowerBound
      for offset in one where leftBytes[offset].asciiLowercased != rightBytes[offset + distance].asciiLowercased {
        return false
      }
    }
    return true
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    anatomy.text.withUTF8Bytes { bytes in
      // Eight bytes at a time: a hasher's cost is that of its calls.
      var word: UInt64 = 0
      var count = 0
      for segment in anatomy.segments {
        for place in segment.range {
          word = word << 8 | UInt64(bytes[place].asciiLowercased)
          count += 1
          if count & 7 == 0 { hasher.combine(word) }
        }
        hasher.combine(count)
      }
      hasher.combine(word)
    }
  }
}

extension ResourceID: CustomStringConvertible {
  /// The ID as written.
  public var description: String { text }
}
