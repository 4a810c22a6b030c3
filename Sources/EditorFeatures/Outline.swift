package import BindingDocuments
import TrustedAccess

/// Something that a document says of bindings, as an outline shows it.
package struct OutlineItem: Hashable, Sendable {
  /// What an item is.
  package enum Kind: Hashable, Sendable {
    /// A binding that a template declares.
    case binding
    /// A command.
    case command
    /// A role.
    case role
  }

  /// What it is.
  package var kind: Kind

  /// Its name; never empty.
  package var name: String

  /// What else is to be known of it; empty if nothing.
  package var detail: String

  /// All of it, in bytes of the document.
  package var range: Range<Int>

  /// Where its name stands, within all of it.
  package var nameRange: Range<Int>

  /// What is within it.
  package var children: [OutlineItem] = []
}

/// A document's bindings, as an outline.
package enum Outline {
  /// The items, in the order of the document.
  ///
  /// Cost: linear in what was found in the document.
  package static func items(of document: DocumentAnalysis) -> [OutlineItem] {
    document.sites.map { site in
      let cluster = site.cluster?.text.split(separator: "/").last.map { " on \($0)" } ?? ""
      return OutlineItem(
        kind: site.operation == .declare ? .binding : .command, name: name(of: site),
        detail: (site.operation?.inWords ?? "") + cluster, range: site.range,
        nameRange: within(site.range, site.name?.range) ?? site.range,
        children: (site.roles ?? []).compactMap { role in
          guard let range = within(site.range, role.range), !role.text.isEmpty else { return nil }
          return OutlineItem(kind: .role, name: role.text, detail: "", range: range, nameRange: range)
        })
    }
  }

  private static func name(of site: DocumentSite) -> String {
    if let name = site.name?.text, !name.isEmpty { return name }
    return switch site.operation {
    case .list: "role bindings"
    case .listRoles: "roles"
    default: "role binding"
    }
  }

  /// A range if it lies within another.
  private static func within(_ whole: Range<Int>, _ range: Range<Int>?) -> Range<Int>? {
    range.flatMap { whole.lowerBound <= $0.lowerBound && $0.upperBound <= whole.upperBound ? $0 : nil }
  }
}

extension BindingSite.Operation {
  /// What is done.
  fileprivate var inWords: String {
    switch self {
    case .create: "create"
    case .update: "update"
    case .declare: "declare"
    case .show: "show"
    case .list, .listRoles: "list"
    case .delete: "delete"
    }
  }
}
