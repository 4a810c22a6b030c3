import BindingDocuments
import SourceText
import TrustedAccess

extension CheckedFinding {
  /// A finding of a document whose text is this.
  init(_ finding: DocumentFinding, in text: SourceText) {
    self.init(
      code: finding.code, severity: finding.severity, message: finding.message,
      range: TextRange(finding.range, in: text), line: SourceLine(around: finding.range, in: text),
      fingerprint: Self.fingerprint(of: finding.code, text.bytes(in: finding.range)),
      fixes: finding.fixes.map { fix in
        CheckedFix(
          title: fix.title,
          edits: fix.edits.map { edit in
            CheckedFix.Edit(range: TextRange(edit.range, in: text), text: String(decoding: edit.text, as: UTF8.self))
          })
      },
      related: finding.related.filter { $0.document == nil }.map { related in
        CheckedPlace(path: nil, range: TextRange(related.range, in: text), message: related.message)
      })
  }

  /// FNV-1a over the code and the text, of which runs of white space count as one blank.
  static func fingerprint(of code: String, _ text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in code.utf8 { add(byte) }
    add(0)
    var isBlank = false
    for byte in text {
      if byte > 0x20 {
        if isBlank { add(0x20) }
        add(byte)
      }
      isBlank = byte <= 0x20
    }
    return hash
  }
}
