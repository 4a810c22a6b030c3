internal import SourceText
internal import TrustedAccess

/// The version of the ARM API that a site names.
struct WrittenAPIVersion {
  /// The version, `2023-03-02-preview`.
  let text: String

  /// Where it is written.
  let range: Range<Int>

  /// How the newest version is written in its place; `nil` if that is not known.
  let newest: String?

  /// What mends a version that does not work.
  var fixes: [DocumentFix] {
    newest.map { new in
      let title = new.isEmpty ? "Leave the version to the provider" : "Use '\(new)'"
      return [DocumentFix(title: title, edits: [TextEdit(range: range, text: Array(new.utf8))])]
    } ?? []
  }

  /// The version of a resource or a URL; `nil` if none is written in full where the site is.
  init?(of site: BindingSite) {
    switch site.form {
    case .bicep, .armTemplate, .terraformAzAPI: self.init(behindAt: site.words.first)
    case .azureREST: self.init(inQueryOf: site.arguments.flatMap(\.values))
    case .serviceOperator: self.init(compact: site.words.first, style: .serviceOperator)
    case .pulumi: self.init(compact: site.words.first, style: .pulumi)
    case .azureCLI, .azurePowerShell, .restBody, .terraformAzureRM, .crossplane: return nil
    }
  }

  /// `…@2025-08-01`
  private init?(behindAt words: Expression?) {
    guard let pieces = words?.parts.split(at: UInt8(ascii: "@"), most: 2), pieces.count == 2 else { return nil }
    let parts = pieces[1].filter { !$0.text.isEmpty }
    guard let first = parts.first, parts.count == 1, first.isVerbatim, ARMAPIVersions.isVersion(first.text) else {
      return nil
    }
    self.init(first.text, first.range, ARMAPIVersions.newest)
  }

  /// `…?api-version=2025-08-01`, or a version as a value of its own.
  private init?(inQueryOf values: [Expression]) {
    for part in values.flatMap(\.parts) where part.isVerbatim {
      let bytes = Array(part.text.utf8)
      let name = Array("api-version=".utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: name) }.map { $0 + name.count } ?? 0
      guard start > 0 || ARMAPIVersions.isVersion(part.text) else { continue }
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "&") } ?? bytes.count
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      guard ARMAPIVersions.isVersion(text) else { continue }
      self.init(text, part.place(start..<end), ARMAPIVersions.newest)
      return
    }
    return nil
  }

  private enum Style { case serviceOperator, pulumi }

  /// `…/v1api20230202preview`, `…/v20230202preview:…`
  private init?(compact words: Expression?, style: Style) {
    guard let part = words?.parts.first, words?.parts.count == 1, part.isVerbatim else { return nil }
    let bytes = Array(part.text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let end = bytes[slash...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    let word = String(decoding: bytes[(slash + 1)..<end], as: UTF8.self)
    let digits = word.utf8.filter { $0 &- 0x30 < 10 }.suffix(8)
    guard digits.count == 8, word.hasPrefix("v") else { return nil }
    let date = String(decoding: digits, as: UTF8.self)
    let text = "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
    switch style {
    case .serviceOperator:
      // The newest one that the operator has, which is not the newest one of ARM.
      self.init(
        text + (word.hasSuffix("preview") ? "-preview" : ""), part.place(slash + 1..<end), "v1api20250801")
    case .pulumi:
      self.init(text + (word.hasSuffix("preview") ? "-preview" : ""), part.place(slash..<end), "")
    }
  }

  private init(_ text: String, _ range: Range<Int>, _ newest: String?) {
    self.text = text
    self.range = range
    self.newest = newest
  }
}
