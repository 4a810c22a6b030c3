import Testing

@testable import BindingDocuments

@Suite("The dialect of an open document")
struct DialectDetectionTests {
  @Test(
    "is told by its language, and by its name where that tells more",
    arguments: [
      ("json", "main.tf.json", DialectName.terraform), ("json", "azuredeploy.json", .arm),
      ("jsonc", "a.tfvars.json", .terraform),
      ("bicep", "main.bicepparam", .bicepParameters), ("bicep", "main.bicep", .bicep),
      ("bicep-params", "main.bicep", .bicepParameters), ("yaml", "main.tf", .yaml), ("markdown", "a.sh", .markdown),
      ("plaintext", "a.sh", .shell), ("", "a.md", .markdown),
    ])
  func told(language: String, name: String, expected: DialectName) {
    #expect(DialectName(languageID: language, fileName: "file:///work/" + name) == expected)
  }

  @Test("is none if neither tells it")
  func untold() {
    #expect(DialectName(languageID: "plaintext", fileName: "file:///work/notes.txt") == nil)
  }
}
