/// What one tool does with a text given to it as a resource ID.
public struct ResourceIDVerdict: Hashable, Sendable {
  /// The tool.
  public let tool: Tool

  /// What the tool does.
  public let outcome: Outcome

  /// A tool that reads resource IDs.
  public enum Tool: Hashable, Sendable, CaseIterable {
    /// `arm.ParseResourceID` of azcore for Go: Azure's own and azapi.
    case goSDK
    /// `Azure.Core.ResourceIdentifier`.
    case dotNetSDK
    /// `azure.mgmt.core.tools.is_valid_resource_id`: Azure CLI.
    case pythonSDK
    /// The typed IDs of Terraform's azurerm provider: `kubernetes_cluster_id`, and what is imported. It hands
    /// `source_resource_id` on unread.
    case terraform
  }

  /// What a tool does with a text.
  public enum Outcome: Hashable, Sendable {
    /// Takes it for the resource that it names.
    case accepted
    /// Takes it for another resource, whose ID this is, and says nothing.
    case misread(as: String, because: String)
    /// Refuses it.
    case refused(because: String)
  }

  /// Whether the tool takes the text for what it names.
  public var isAccepted: Bool { outcome == .accepted }
}

extension ResourceID {
  /// What each tool does with `text`, one verdict a tool, in the order of ``ResourceIDVerdict/Tool/allCases``.
  public static func verdicts(for text: String) -> [ResourceIDVerdict] {
    let anatomy = ResourceIDAnatomy(text)
    return ResourceIDVerdict.Tool.allCases.map { tool in
      let outcome: ResourceIDVerdict.Outcome =
        switch tool {
        case .goSDK: anatomy.outcomeInGo
        case .dotNetSDK: anatomy.outcomeInDotNet
        case .pythonSDK: anatomy.outcomeInPython
        case .terraform: anatomy.outcomeInTerraform
        }
      return ResourceIDVerdict(tool: tool, outcome: outcome)
    }
  }
}

extension ResourceIDAnatomy {
  /// Go's: ``fault`` is its grammar, but for a last `providers`, which it takes for a child type.
  fileprivate var outcomeInGo: ResourceIDVerdict.Outcome {
    guard let fault else { return .accepted }
    if segments.count >= 2, case .nothingAfter(let last) = fault, last.kind == .providers,
      segments[segments.count - 2].kind != .resourceGroupName
    {
      return .accepted
    }
    return .refused(because: fault.problem(in: self).message)
  }

  /// .NET's: as Go's, but the subscription is a GUID, and the second of two slashes ends the ID.
  fileprivate var outcomeInDotNet: ResourceIDVerdict.Outcome {
    if let subscription = segments.first(where: { $0.kind == .subscriptionID }), !value(of: subscription).isGUID {
      return .refused(because: "The subscription '\(value(of: subscription))' is not a GUID.")
    }
    guard segments.first?.range.lowerBound == 1, let kept = countBeforeDoubledSlash, kept < segments.count else {
      if let first = segments.first, first.range.lowerBound > 1 {
        return .refused(because: "The ID starts with more than one slash.")
      }
      return outcomeInGo
    }
    let start = ResourceIDAnatomy(String(text[utf8: 0..<segments[kept - 1].range.upperBound]))
    let reading = start.outcomeInGo
    guard reading == .accepted else { return reading }
    return .misread(as: start.text, because: "Two slashes in a row end the ID; what follows them is dropped.")
  }

  /// How many segments stand before the first doubled slash.
  private var countBeforeDoubledSlash: Int? {
    segments.indices.dropFirst().first { segments[$0].range.lowerBound - segments[$0 - 1].range.upperBound > 1 }
  }

  /// Python's: what its pattern matches, put together again, is the whole text.
  fileprivate var outcomeInPython: ResourceIDVerdict.Outcome {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
    func hasValue(_ place: Int) -> Bool { place < parts.count && !parts[place].isEmpty }
    func isWord(_ word: String, at place: Int) -> Bool {
      place < parts.count && parts[place].isEqualIgnoringCase(to: word)
    }
    guard parts.first?.isEmpty == true, isWord("subscriptions", at: 1), hasValue(2) else {
      return .refused(because: "It has to start with '/subscriptions/{subscription ID}'.")
    }
    var place = 3
    if isWord("resourceGroups", at: place), hasValue(place + 1) { place += 2 }
    if place == parts.count { return .accepted }
    guard isWord("providers", at: place), hasValue(place + 1), hasValue(place + 3) else {
      return .refused(
        because: "After the subscription and group it takes '/providers/{namespace}/{type}/{name}' only, "
          + "without doubled or trailing slashes.")
    }
    place += 4
    while place < parts.count {
      if isWord("providers", at: place), hasValue(place + 1), hasValue(place + 3) {
        place += 4
      } else if hasValue(place + 1) {
        place += 2
      } else {
        return .refused(because: "It takes pairs of type and name only, without doubled or trailing slashes.")
      }
    }
    return .accepted
  }

  /// Terraform's: no empty segment, and every word, namespace and type in Azure's own spelling.
  fileprivate var outcomeInTerraform: ResourceIDVerdict.Outcome {
    if let fault, fault != .noLeadingSlash { return .refused(because: fault.problem(in: self).message) }
    let hasDoubledSlash =
      (segments.first?.range.lowerBound ?? 0) > 1 || countBeforeDoubledSlash != nil
      || text.utf8.count - (segments.last?.range.upperBound ?? 0) > 1
    if hasDoubledSlash { return .refused(because: "Two slashes in a row are an empty segment.") }
    if segments.last?.kind.isType == true { return .refused(because: "The name after the last type is missing.") }
    for segment in segments {
      guard let spelling = ownSpelling(of: segment), spelling != value(of: segment) else { continue }
      return .refused(because: "It compares with regard to case: '\(spelling)', not '\(value(of: segment))'.")
    }
    return .accepted
  }

  /// A word, namespace or type as Azure spells it, if known.
  private func ownSpelling(of segment: Segment) -> String? {
    if let keyword = segment.kind.keyword { return keyword }
    guard segment.kind == .namespace || segment.kind == .type else { return nil }
    let written = value(of: segment)
    for type in ResourceType.known {
      let names = [type.namespace] + type.segments
      if let name = names.first(where: { $0.isEqualIgnoringCase(to: written) }),
        segment.kind == .namespace || namespace(of: segment).isEqualIgnoringCase(to: type.namespace)
      {
        return name
      }
    }
    return nil
  }

  private func namespace(of segment: Segment) -> Substring {
    segments.last { $0.kind == .namespace && $0.range.lowerBound < segment.range.lowerBound }.map(value(of:)) ?? ""
  }
}
