import BindingDocuments
import SourceText
import TrustedAccess

extension Completion {
  /// Names of arguments of a resource of azurerm that are missing, at the start of a line of its own body.
  ///
  /// - Parameter given: the names that are there.
  func properties(_ place: TypingPlace, _ given: [String]) -> CompletionProposals {
    var proposals = CompletionProposals()
    let line = text.range(ofLine: text.line(at: offset)).lowerBound
    guard place.site.form == .terraformAzureRM, line > place.site.range.lowerBound, place.written != nil,
      text.bytes(in: line..<max(line, place.range.lowerBound)).allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
      depth(from: place.site.range.lowerBound, to: line) == 1
    else { return proposals }
    for (name, detail) in Self.azureRMArguments
    where !given.contains(name) && name.hasPrefixIgnoringCase(place.textBefore) {
      var proposal = CompletionProposal(.argument, name, at: place.range)
      proposal.detail = detail
      if !isFollowed(place) { proposal.text = name + " = " }
      proposals.proposals.append(proposal)
    }
    return proposals
  }

  /// How many braces are open at a place.
  private func depth(from start: Int, to end: Int) -> Int {
    text.bytes(in: start..<end).reduce(0) { depth, byte in
      byte == UInt8(ascii: "{") ? depth + 1 : byte == UInt8(ascii: "}") ? depth - 1 : depth
    }
  }

  /// Source: the documentation of `azurerm_kubernetes_cluster_trusted_access_role_binding`; all are required.
  private static let azureRMArguments = [
    ("kubernetes_cluster_id", "the cluster's ID"), ("name", "the binding's name"),
    ("roles", "the roles"), ("source_resource_id", "the ID of the resource that is given the roles"),
  ]
}
