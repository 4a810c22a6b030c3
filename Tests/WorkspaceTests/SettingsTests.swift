import BindingDocuments
import DurableStorage
import JSON
import SimulatedDisk
import Testing
import TrustedAccess
import Workspace

@Suite("Settings")
struct SettingsTests {
  @Test("Every setting is read, comments and commas at the end allowed")
  func whole() {
    let reading = SettingsReading(
      Array(
        """
        {
          // our templates are older than the rule
          "$schema": "https://example.com/settings.json",
          "rules": {"unknown-role": "off", "other-subscription": "error", "binding-name": "hint"},
          "location": "westeurope",
          "exclude": ["vendor/", "!vendor/ours"],
          "include": {"*.azcli.txt": "shellscript", "*.tpl": "yaml"},
        }
        """.utf8))
    #expect(reading.problems == [])
    #expect(
      reading.settings
        == Settings(
          levels: ["unknown-role": .off, "other-subscription": .error, "binding-name": .hint], location: "westeurope",
          exclude: ["vendor/", "!vendor/ours"],
          include: [
            FileLanguage(pattern: "*.azcli.txt", dialect: .shell), FileLanguage(pattern: "*.tpl", dialect: .yaml),
          ]))
  }

  @Test(
    "What says nothing is no problem",
    arguments: ["", "  \n", "// nothing yet", "{}", "[]", "null", #"{"rules": null, "location": null}"#])
  func nothing(text: String) {
    let reading = SettingsReading(Array(text.utf8))
    #expect(reading.settings == Settings())
    #expect(reading.problems == [])
  }

  @Test("Client's values are read as files are")
  func value() throws {
    let value = try JSONValue.parse(#"{"settings": {"rules": {"unknown-role": "off"}, "other": 1}}"#)
    let reading = SettingsReading(try #require(value["settings"]))
    #expect(reading.settings.levels == ["unknown-role": .off])
    #expect(reading.problems.map(\.path) == ["other"])
    // In the value alone, not in the message that it came in.
    #expect(reading.problems.map(\.range) == [35..<42])
  }

  static let mistakes: [(text: String, path: String, place: String, message: String)] = [
    (
      #"{"rule": {}}"#, "rule", #""rule""#,
      "there is no setting 'rule'; did you mean 'rules'?"
    ),
    (
      #"{"rules": {"unknwon-role": "off"}}"#, "rules.unknwon-role", #""unknwon-role""#,
      "there is no rule 'unknwon-role'; did you mean 'unknown-role'?"
    ),
    (
      #"{"rules": {"unknown-role": "warn"}}"#, "rules.unknown-role", #""warn""#,
      "'warn' is no level; did you mean 'warning'?"
    ),
    (#"{"rules": {"unknown-role": 1}}"#, "rules.unknown-role", "1", "expected a text"),
    (#"{"rules": ["unknown-role"]}"#, "rules", #"["unknown-role"]"#, "expected an object"),
    (#"{"exclude": "vendor/"}"#, "exclude", #""vendor/""#, "expected an array of texts"),
    (#"{"exclude": ["a", 2]}"#, "exclude[1]", "2", "expected a text"),
    (#"{"location": ["eastus"]}"#, "location", #"["eastus"]"#, "expected a text"),
    (
      #"{"include": {"*.x": "yamll"}}"#, "include.*.x", #""yamll""#,
      "the language 'yamll' is not read; did you mean 'yaml'?"
    ),
    (
      #"{"colour": 1}"#, "colour", #""colour""#,
      "there is no setting 'colour'; expected rules, location, exclude, include"
    ),
    (
      #"{"include": {"*.x": "perl"}}"#, "include.*.x", #""perl""#,
      "the language 'perl' is not read; expected shellscript, powershell, bat, yaml, bicep, bicep-params, json, "
        + "terraform, markdown"
    ),
    (#"{"rules": {"#, "", "{", "this bracket is never closed"),
    ("7", "", "7", "expected an object"),
  ]

  @Test("A mistake is told with its place and what would be right", arguments: mistakes)
  func mistake(text: String, path: String, place: String, message: String) {
    let reading = SettingsReading(Array(text.utf8))
    let problem = reading.problems.last
    #expect(problem?.path == path)
    #expect(problem.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == place)
    #expect(problem?.message == message)
  }

  @Test("A mistake leaves the rest as it is")
  func tolerance() {
    let reading = SettingsReading(
      Array(#"{"rules": {"new-rule": "off", "unknown-role": "of", "binding-name": "error"}, "locations": 1"#.utf8))
    #expect(reading.settings.levels == ["new-rule": .off, "binding-name": .error])
    #expect(reading.problems.count == 4)
  }

  @Test("No text makes it trap")
  func damage() {
    let text = Array(#"{"rules": {"unknown-role": "off"}, "exclude": ["a"], "include": {"*": "yaml"}} // é"#.utf8)
    for end in text.indices {
      _ = SettingsReading(Array(text[..<end]))
      var shorter = text
      shorter.remove(at: end)
      for problem in SettingsReading(shorter).problems { #expect(problem.range.upperBound <= shorter.count) }
    }
  }

  @Test("A folder's settings are those of its file, if there is one")
  func file() throws {
    let disk = SimulatedDisk()
    let text = Array(#"{"location": "eastus"}"#.utf8)
    #expect(try SettingsFile(in: "/repository", disk.fileSystem) == nil)
    try disk.fileSystem.makeFolder("/repository")
    try disk.put(text, at: "/repository/.trusted-access.json")
    let file = try #require(try SettingsFile(in: "/repository", disk.fileSystem))
    #expect(file.path == "/repository/.trusted-access.json")
    #expect(file.text == text)
    #expect(file.reading.settings.location == "eastus")
    #expect(throws: StorageError.self) { try SettingsFile(in: "/", named: "repository", disk.fileSystem) }
  }

  @Test("Rules that are off are not told, the others as grave as is wanted")
  func levels() {
    let findings = ["a", "b", "c"].map { DocumentFinding(code: $0, severity: .error, message: "", range: 0..<1) }
    let settings = Settings(levels: ["a": .off, "b": .hint])
    let told = settings.applied(to: findings)
    #expect(told.map(\.code) == ["b", "c"])
    #expect(told.map(\.severity) == [.hint, .error])
    #expect(Settings().applied(to: findings) == findings)
  }

  @Test("Closer settings count before others")
  func overriding() {
    let file = Settings(
      levels: ["a": .off, "b": .error], location: "eastus", exclude: ["x"],
      include: [FileLanguage(pattern: "*.t", dialect: .yaml)])
    let closer = Settings(levels: ["b": .hint], exclude: ["!x"])
    #expect(
      file.overridden(by: closer)
        == Settings(
          levels: ["a": .off, "b": .hint], location: "eastus", exclude: ["x", "!x"],
          include: [FileLanguage(pattern: "*.t", dialect: .yaml)]))
    #expect(file.overridden(by: Settings(location: "westus")).location == "westus")
  }
}
