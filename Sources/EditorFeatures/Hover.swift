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

/// Explains roles and resource IDs where they stand.
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
    default: return nil
    }
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
    return HoverText(markdown: lines.joined(separator: "\n"), range: range)
  }
}
