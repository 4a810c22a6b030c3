/// A place in a site where somebody types: what stands there, and what a proposal is put in the place of.
package struct TypingPlace: Sendable {
  /// What a place is of.
  package enum Subject: Hashable, Sendable {
    /// A role, by its place in the list; behind the last one for one that is not there yet.
    case role(Int)
    /// The source's ID.
    case source
    /// The cluster's ID.
    case cluster
    /// The cluster's name, where its ID is given in pieces.
    case clusterName
    /// The name of the cluster's resource group, where its ID is given in pieces.
    case group
    /// The cluster's subscription, where its ID is given in pieces.
    case subscription
    /// The binding's name.
    case bindingName
    /// The location that roles are listed for.
    case location
    /// The value of another option or property, by its name.
    case argument(String)
    /// The name of an option or property, by its place among them.
    case argumentName(Int)
    /// One of the words that tell what the site is, by its place among them.
    case word(Int)
    /// Nothing: something may be added here.
    case nothing
  }

  /// What it is of.
  package var subject: Subject

  /// What the value says before ``written``; what is not known in it stands as `${…}`.
  package var leading: String

  /// The text that is being typed, as it stands in the document: of a value up to blanks, quotes, commas, and what is not
  /// text. `nil` where an escape or a reference stands.
  package var written: String?

  /// How many bytes of ``written`` stand before the place.
  package var typed: Int

  /// Where ``written`` stands, in bytes of the document: on one line, with the place in it or at one of its ends.
  package var range: Range<Int>

  /// The quotes that what is put in needs, where there are none yet.
  package var quoting = Quoting.none

  /// The site, references followed.
  package var site: DocumentSite

  /// The language that the site is written in.
  package var dialectName: DialectName

  /// The names of the site's options or properties, as they are written; a name that is not known is empty.
  package var argumentNames: [String]

  /// The words that tell what the site is; one that is not known is empty.
  package var words: [String]

  /// The part of ``written`` that stands before the place.
  package var textBefore: String { String(Substring((written ?? "").utf8.prefix(typed))) }

  /// A text as it is to be put in here, with the quotes that it needs; `nil` if it cannot be written.
  package func spelling(of text: String) -> String? {
    guard quoting != .none else { return text }
    return Dialects.dialect(dialectName)?.spelling(of: text, as: quoting)
  }
}
