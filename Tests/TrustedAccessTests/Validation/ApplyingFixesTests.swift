import Testing
import TrustedAccess

struct ApplyingFixesTests {
  private let draft = BindingDraft(name: "päivä", cluster: "c", roles: ["a", "b", "c"])

  private func applying(_ edits: (BindingField, FieldEdit.Change)...) -> BindingDraft {
    draft.applying(Fix(title: "", edits: edits.map { FieldEdit(field: $0.0, change: $0.1) }))
  }

  @Test func placesAreThoseBeforeTheFix() {
    #expect(
      applying((.role(0), .remove), (.role(1), .replaceWithRoles(["x", "y"])), (.role(2), .replace("z"))).roles
        == ["x", "y", "z"])
  }

  @Test func editsEachField() {
    #expect(applying((.name, .replace("n"))).name == "n")
    #expect(applying((.cluster, .remove)).cluster == nil)
    #expect(applying((.source, .replace("s"))).source == "s")
    #expect(applying((.roles, .replaceWithRoles(["x"]))).roles == ["x"])
    #expect(applying((.roles, .remove)).roles == nil)
    #expect(applying((.role(1), .replaceRange(0..<0, "/"))).roles == ["a", "/b", "c"])
  }

  @Test func rangesAreUTF8Offsets() {
    #expect(applying((.name, .replaceRange(1..<3, "a"))).name == "paivä")
    #expect(applying((.name, .replaceRange(7..<7, "!"))).name == "päivä!")
  }

  @Test func whatDoesNotFitIsLeftOut() {
    let misfits: [(BindingField, FieldEdit.Change)] = [
      (.role(3), .remove), (.role(-1), .replace("x")), (.roles, .replace("x")), (.roles, .replaceRange(0..<1, "x")),
      (.name, .replaceRange(6..<8, "")), (.name, .replaceRange(-1..<1, "")), (.source, .replaceRange(0..<1, "x")),
      (.name, .replaceWithRoles(["x"])),
      // Within a character of two bytes.
      (.name, .replaceRange(2..<3, "x")), (.name, .replaceRange(0..<2, "x")),
    ]
    for misfit in misfits { #expect(applying(misfit) == draft, "\(misfit)") }
  }
}
