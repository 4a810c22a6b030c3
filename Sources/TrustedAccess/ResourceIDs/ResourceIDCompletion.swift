/// What to propose at a place in a resource ID that is being typed: out of the grammar, the types that are wanted there,
/// and IDs that are known. Asks nobody.
///
/// Proposed is the next segment and, where the text ends at the place, the rest of every known ID of a wanted type. So an
/// ID can be picked whole by any part of its name, or walked through segment by segment.
public struct ResourceIDCompletion: Hashable, Sendable {
  /// One proposal.
  public struct Proposal: Hashable, Sendable {
    /// What a proposal completes.
    public enum Extent: String, Sendable, CaseIterable {
      /// The segment at the place.
      case segment
      /// The ID to its end.
      case whole
    }

    /// What to put in the place of ``ResourceIDCompletion/range``.
    public var text: String

    /// What the first segment of it stands for.
    public var kind: ResourceIDAnatomy.Segment.Kind

    /// What it completes.
    public var extent: Extent
  }

  /// What the proposals replace, in UTF-8 offsets of the text.
  public let range: Range<Int>

  /// The proposals, best first: those that start with what is typed before those that only contain it, whole IDs before
  /// segments; then known IDs in their order, and the grammar last.
  public let proposals: [Proposal]

  /// Completes `text` at `offset`, a UTF-8 offset. Cost: proportional to the known IDs.
  ///
  /// - Parameters:
  ///   - known: IDs that are known, likeliest first.
  ///   - wanted: the types of what the ID is to name, or of what that is nested in.
  public init(in text: String, at offset: Int, known: [ResourceID], wanted: [ResourceType]) {
    let place = ResourceIDExpectation(in: text, at: offset)
    range = place.range
    var collector = Collector(place, isAtEnd: place.range.upperBound == text.utf8.count)
    for id in known {
      // A binding is nested in a cluster, and is none.
      let isWanted =
        id.type == .binding ? wanted.contains(.binding) : wanted.contains { $0.isSameOrParent(of: id.type) }
      collector.add(id.anatomy, isWanted: isWanted)
    }
    if wanted.contains(where: { $0.namespace.isEqualIgnoringCase(to: "Microsoft.Security") }) {
      let subscriptions = place.subscriptionID.map { [$0] } ?? known.compactMap(\.subscriptionID)
      for subscription in subscriptions {
        for securityOperator in SecurityOperator.known {
          collector.add(ResourceIDAnatomy(securityOperator.id(in: subscription)), isWanted: true)
        }
      }
    }
    for kind in place.kinds {
      switch kind {
      case .namespace:
        for type in wanted { collector.add(segment: type.namespace, kind) }
      case .type:
        for type in wanted { collector.add(segment: type.segment(after: place.type, in: place.namespace), kind) }
      case .locations:
        continue  // Nothing that Trusted Access knows lies in a location.
      default:
        collector.add(segment: kind.keyword, kind)
      }
    }
    proposals = collector.proposals
  }
}

/// Gathers proposals, each once, by rank.
private struct Collector {
  private let place: ResourceIDExpectation
  private let isAtEnd: Bool
  private let slash: String
  private var seen: Set<[UInt8]> = []
  private var ranks: [[ResourceIDCompletion.Proposal]] = [[], [], [], []]

  init(_ place: ResourceIDExpectation, isAtEnd: Bool) {
    self.place = place
    self.isAtEnd = isAtEnd
    slash = place.needsSlash ? "/" : ""
  }

  var proposals: [ResourceIDCompletion.Proposal] { ranks.flatMap { $0 } }

  /// Proposes what follows in `id`, if it leads on from what stands before the place.
  mutating func add(_ id: ResourceIDAnatomy, isWanted: Bool) {
    let before = place.before.segments
    guard id.segments.count > before.count,
      zip(before, id.segments).allSatisfy({ place.before.value(of: $0).isEqualIgnoringCase(to: id.value(of: $1)) })
    else { return }
    let rest = id.segments[before.count...].map { $0.kind.keyword ?? String(id.value(of: $0)) }
    let kind = id.segments[before.count].kind
    if isWanted, isAtEnd, rest.count > 1 {
      add(.init(text: slash + rest.joined(separator: "/"), kind: kind, extent: .whole))
    }
    add(segment: rest[0], kind)
  }

  mutating func add(segment: String?, _ kind: ResourceIDAnatomy.Segment.Kind) {
    guard let segment else { return }
    add(.init(text: slash + segment, kind: kind, extent: .segment))
  }

  private mutating func add(_ proposal: ResourceIDCompletion.Proposal) {
    let text = proposal.text.dropFirst(slash.utf8.count)
    let isPrefixed = text.hasPrefixIgnoringCase(place.typed)
    guard isPrefixed || text.containsIgnoringCase(place.typed),
      seen.insert(proposal.text.utf8.map(\.asciiLowercased)).inserted
    else { return }
    ranks[(isPrefixed ? 0 : 2) + (proposal.extent == .whole ? 0 : 1)].append(proposal)
  }
}

extension ResourceType {
  /// The segment of this type that comes after `outer` in `namespace`; `nil` if this type does not lead on from it.
  fileprivate func segment(after outer: ResourceType?, in namespace: String?) -> String? {
    guard let outer else {
      return namespace?.isEqualIgnoringCase(to: self.namespace) == true ? segments[0] : nil
    }
    guard outer.isSameOrParent(of: self), outer.segments.count < segments.count else { return nil }
    return segments[outer.segments.count]
  }
}
