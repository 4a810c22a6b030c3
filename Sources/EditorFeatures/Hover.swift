package import BindingDocuments
import RoleCatalog
package import SourceText
import TrustedAccess

/// What is told of what stands at a place of a document.
package struct HoverText: Hashable, Sendable {
  /// The text, Markdown.
  package var markdown: String

  /// What it is about, in bytes of the document.
  package var range: Range<Int>
}

/// Explains roles, resource IDs, bindings and options where they stand.
package enum Hover {
  /// What there is to tell at an offset; `nil` if that is nothing.
  package static func text(
    at offset: Int, in document: DocumentAnalysis, _ text: SourceText, knowing knowledge: any EditorKnowledge
  ) -> HoverText? {
    guard let place = document.typingPlace(at: offset, in: text) else { return nil }
    switch place.subject {
    case .role(let index):
      let roles = knowledge.roles(in: nil)
      guard let given = place.site.roles, index < given.count, let name = RoleName(given[index].text),
        let entry = roles.entry(for: name)
      else { return nil }
      return HoverText(
        markdown: RoleDescription.markdown(of: entry, provenance: roles.provenance), range: place.range)
    case .source: return place.site.source.flatMap { anatomy($0.text, place.range) }
    case .cluster, .clusterName: return place.site.cluster.flatMap { anatomy($0.text, place.range) }
    case .bindingName: return binding(place, knowledge)
    case .argumentName(let index): return option(place, place.argumentNames[index])
    default: return nil
    }
  }

  /// A binding as it is in its cluster, if that is registered and no other that may be meant has one of that name.
  private static func binding(_ place: TypingPlace, _ knowledge: any EditorKnowledge) -> HoverText? {
    guard let name = place.site.name, let given = place.site.cluster else { return nil }
    let found = (knowledge.knownClusters ?? []).filter { given.mayBe($0.cluster.id) }.flatMap { known in
      known.bindings.filter { $0.binding.name.description.isEqualIgnoringCase(to: name.text) }
        .map { (cluster: known.cluster.id, binding: $0) }
    }
    guard found.count == 1, let (id, binding) = found.first else { return nil }
    let state = binding.effective.later(at: knowledge.time)
    var lines = ["**\(binding.binding.name)** on \(id.name): \(state.inWords)", ""]
    lines.append("- source `\(binding.binding.source)`")
    lines += binding.binding.roles.map { "- role `\($0)`" }
    if let since = state.since, state.grant != nil { lines.append("- in effect since \(knowledge.text(of: since))") }
    if let time = state.effectiveAt { lines.append("- changes at \(knowledge.text(of: time))") }
    return HoverText(markdown: lines.joined(separator: "\n"), range: place.range)
  }

  /// An option of the Azure CLI.
  private static func option(_ place: TypingPlace, _ name: String) -> HoverText? {
    guard place.site.form == .azureCLI, case .one(let option) = AzureOption.named(name, of: place.site.operation),
      let text = AzureOptionHelp.text(of: option)
    else { return nil }
    let isRequired = AzureOption.required(of: place.site.operation).contains(option)
    let names = option.names.map { "`\($0)`" }.joined(separator: ", ")
    return HoverText(markdown: "\(names): \(text)\(isRequired ? "; required" : "").", range: place.range)
  }

  /// A resource ID taken apart.
  private static func anatomy(_ text: String, _ range: Range<Int>) -> HoverText? {
    guard let id = try? ResourceID(text) else { return nil }
    var lines = ["**\(id.name)**, a \(id.type)", ""]
    if let subscription = id.subscriptionID { lines.append("- subscription `\(subscription)`") }
    if let group = id.resourceGroup { lines.append("- resource group `\(group)`") }
    if let parent = id.parent, !parent.name.isEmpty, parent.type.segments.count > 1 || parent.provider == nil {
      lines.append("- in `\(parent.name)`, a \(parent.type)")
    }
    lines += faults(of: text)
    return HoverText(markdown: lines.joined(separator: "\n"), range: range)
  }

  /// What is wrong with an ID, and which tools would not take it for what it names. Nothing, where a part is not known.
  private static func faults(of text: String) -> [String] {
    guard !text.utf8.contains(UInt8(ascii: "$")) else { return [] }
    var lines = ResourceIDDiagnosis(text).problems.map { "- \($0.message)" }
    for verdict in ResourceID.verdicts(for: text) {
      switch verdict.outcome {
      case .accepted: continue
      case .refused(let reason): lines.append("- \(verdict.tool) refuses it: \(reason)")
      case .misread(let other, let reason): lines.append("- \(verdict.tool) takes it for `\(other)`: \(reason)")
      }
    }
    return lines
  }
}
