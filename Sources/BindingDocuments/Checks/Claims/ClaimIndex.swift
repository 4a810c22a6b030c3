/// The claims of one document or of many, grouped by what they have in common, and what the rules have to say of them.
///
/// A value. A change costs what the groups do that it touches, of which rules look at a bounded part.
package struct ClaimIndex: Sendable {
  /// The contents of the documents that have claims, by document and order.
  private var contents: [String: [UInt64: [PlacedClaim]]] = [:]
  private var groups: [ClaimGroup.Key: ClaimGroup] = [:]
  private var deletions: [String: [PlacedClaim]] = [:]
  /// What the rules have to say of a group; groups of which they have nothing to say are left out.
  private var found: [ClaimGroup.Key: [ClaimFinding]] = [:]
  /// The groups that have changed since then, and the runs in which what is deleted has.
  private var touched: Set<ClaimGroup.Key> = []
  private var touchedRuns: Set<String> = []
  private let isAcrossDocuments: Bool

  /// An index for the claims of several documents, which are held against each other: only what is said of one and the same
  /// cluster for sure, by templates of one language. What is wrong within one document is not told.
  package init() {
    isAcrossDocuments = true
  }

  /// - Parameter isAcrossDocuments: whether claims of several documents are held against each other; else those of one.
  init(isAcrossDocuments: Bool) {
    self.isAcrossDocuments = isAcrossDocuments
  }

  /// Puts claims in the place of all that a document had.
  ///
  /// - Parameters:
  ///   - claims: what ``DocumentAnalysis/claims()`` gives.
  ///   - document: the document, by a name that is its own: a path, a URI. Related places are told by it.
  package mutating func replace(_ claims: [BindingClaim], of document: String) {
    for order in contents[document].map({ Array($0.keys) }) ?? [] { replace([], of: document, content: order) }
    replace(claims, of: document, content: 0)
  }

  /// Puts claims in the place of those that a content of a document had.
  mutating func replace(_ claims: [BindingClaim], of document: String, content order: UInt64) {
    for old in contents[document]?[order] ?? [] { remove(old) }
    let new = claims.enumerated().map { index, claim in
      PlacedClaim(claim, at: ClaimPlace(document: document, content: order, index: index))
    }.filter { !isAcrossDocuments || $0.claim.counts }
    for claim in new { insert(claim) }
    contents[document, default: [:]][order] = new.isEmpty ? nil : new
    if contents[document]?.isEmpty == true { contents[document] = nil }
  }

  private mutating func insert(_ claim: PlacedClaim) {
    if claim.claim.operation == .delete {
      deletions[claim.claim.run, default: []].insertInOrder(claim)
      touchedRuns.insert(claim.claim.run)
    }
    for key in claim.claim.groups {
      groups[key, default: ClaimGroup()].insert(claim)
      touched.insert(key)
    }
  }

  private mutating func remove(_ claim: PlacedClaim) {
    if claim.claim.operation == .delete {
      deletions[claim.claim.run]?.removeInOrder(claim)
      if deletions[claim.claim.run]?.isEmpty == true { deletions[claim.claim.run] = nil }
      touchedRuns.insert(claim.claim.run)
    }
    for key in claim.claim.groups {
      groups[key]?.remove(claim)
      if groups[key]?.isEmpty == true { groups[key] = nil }
      touched.insert(key)
    }
  }
}

// MARK: Findings

extension ClaimIndex {
  /// What the rules have to say of the documents, each by the name that it was given, in the order of its text. Ranges are
  /// those of the claims; a related place in another document tells which.
  package mutating func findings() -> [String: [DocumentFinding]] {
    update()
    var byDocument: [String: [DocumentFinding]] = [:]
    for finding in found.values.joined() where !finding.claim.claim.silences(finding.code) {
      let document = finding.claim.place.document
      byDocument[document, default: []].append(finding.finding(in: document) { _ in 0 })
    }
    return byDocument.mapValues { findings in
      findings.sorted { ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code) }
    }
  }

  /// What the rules have to say, group by group in no order.
  mutating func currentFindings() -> some Sequence<ClaimFinding> {
    update()
    return found.values.joined()
  }

  private mutating func update() {
    if !touchedRuns.isEmpty {
      for (key, group) in groups where group.claims.count > 1 && touchedRuns.contains(key.run) { touched.insert(key) }
      touchedRuns = []
    }
    guard !touched.isEmpty else { return }
    let context = ClaimContext(isAcrossDocuments: isAcrossDocuments, deletions: deletions)
    for key in touched {
      let findings = groups[key].map { group in
        group.claims.count < 2 ? [] : ClaimRules.all.flatMap { $0.findings(in: group, of: key, context: context) }
      }
      found[key] = findings?.isEmpty == false ? findings : nil
    }
    touched = []
  }
}

extension ClaimFinding {
  /// The finding as one of a document.
  ///
  /// - Parameter start: where the content starts that a claim stands in.
  func finding(in document: String, start: (ClaimPlace) -> Int?) -> DocumentFinding {
    DocumentFinding(
      code: code, severity: severity, message: message, range: claim.claim.range,
      related: related.compactMap { claim, message in
        guard let start = start(claim.place) else { return nil }
        let range = claim.claim.range
        return RelatedPlace(
          range: range.lowerBound + start..<range.upperBound + start, message: message,
          document: claim.place.document == document ? nil : claim.place.document)
      })
  }
}

extension BindingClaim {
  /// Whether it says the same in every document, and nothing else than that a binding is to be.
  fileprivate var counts: Bool {
    operation == .declare && run.isEmpty && isCertain && cluster?.isKnown == true && name?.isKnown == true
  }

  /// The groups that it belongs to.
  fileprivate var groups: [ClaimGroup.Key] {
    guard operation != .delete, let cluster, let name else { return [] }
    let groups: [ClaimGroup.Key] = [
      .binding(run: run, cluster: cluster, name: name), .cluster(run: run, cluster: cluster),
    ]
    return groups + (source.map { [.source(run: run, cluster: cluster, source: $0)] } ?? [])
  }
}

extension ClaimGroup.Key {
  /// The run that all of its claims belong to.
  fileprivate var run: String {
    switch self {
    case .binding(let run, _, _), .source(let run, _, _), .cluster(let run, _): run
    }
  }
}
