import BindingDocuments
import TrustedAccess

extension DocumentValue {
  /// Whether a value that is a resource's ID may come to this one: what is not known in it may come to anything.
  func mayBe(_ id: ResourceID) -> Bool {
    guard !isKnown else { return (try? ResourceID(text)) == id }
    let (own, others) = (text.split(separator: "/"), id.description.split(separator: "/"))
    // No ID has a dollar sign.
    func isOpen(_ segment: Substring) -> Bool { segment.utf8.contains(UInt8(ascii: "$")) }
    guard own.count > 1 else { return own.allSatisfy(isOpen) }
    return own.count == others.count && zip(own, others).allSatisfy { isOpen($0) || $0.isEqualIgnoringCase(to: $1) }
  }
}
