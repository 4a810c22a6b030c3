import BindingRendering
import JSON
import SeededRandom
import TrustedAccess

/// Prints renderings of ordinary and of hostile values, one JSON object a line, for `parse.py` to read back.
@main
enum RenderingSamples {
  static func main() {
    for sample in samples {
      for operation in RenderedBinding.Operation.allCases {
        guard let binding = sample.binding(operation) else { continue }
        for format in RenderingFormat.allCases where format.statesOperation || operation == .create {
          print(line(sample, operation, format.rawValue, format.render(binding)))
        }
      }
    }
  }

  private static func line(
    _ sample: Sample, _ operation: RenderedBinding.Operation, _ format: String, _ text: String
  ) -> String {
    var writer = JSONWriter()
    writer.object { line in
      line.member("format", format)
      line.member("operation", operation.rawValue)
      line.member("subscription", sample.subscription)
      line.member("group", sample.group)
      line.member("cluster", sample.cluster)
      line.member("name", sample.name)
      line.member("source", sample.source)
      line.member("roles", sample.roles)
      line.member("text", text)
    }
    return String(decoding: writer.finish(), as: UTF8.self)
  }
}

/// The values of one binding.
struct Sample {
  var subscription = "11111111-2222-3333-4444-555555555555"
  var group = "rg-edge"
  var cluster = "aks-edge"
  var name = "nightly-backup"
  var source =
    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-bkp"
    + "/providers/Microsoft.DataProtection/backupVaults/bv-edge"
  var roles = ["Microsoft.DataProtection/backupVaults/backup-operator"]

  func binding(_ operation: RenderedBinding.Operation) -> RenderedBinding? {
    let cluster =
      "/SUBSCRIPTIONS/\(subscription)/resourcegroups/\(group)"
      + "/providers/microsoft.containerservice/managedclusters/\(cluster)"
    guard let name = BindingName(name), let cluster = try? ResourceID(cluster), let source = try? ResourceID(source)
    else { return nil }
    return RenderedBinding(
      name: name, cluster: cluster, source: source, roles: roles.compactMap { RoleName($0) }, operation: operation)
  }
}

private let names = [
  "-7", "16987634996993c51c18b-7", "1e5", "0x1F", "---", "No", "null", "Y", "2025-01-01", "a-", "A1",
]

private let hostile = [
  "(group)", "it's", "a \"b\"", "$HOME", "${x}", "$${x}", "$$", "%{if}", "%%{x}", "`id`", "$(id)", "a\\b\\", "\\n",
  "!x",
  "a: b", "a #b", "# x", "*", "~", "true", "[x]", "[[x]]", "{x}", "<x>", "a;b|c&d", "\n", "a\nb", "\r\n", "\t", " x ",
  "\u{2018}x\u{2019}\u{201A}\u{201B}", "é\u{301}", "'\u{301}", "\"\u{301}", "日本", "😀", "\u{7F}\u{85}\u{A0}",
  "\u{2028}\u{FEFF}", "=x", "-x", "--", "\u{1}",
]

private let samples =
  [Sample(), Sample(roles: ["A.B/c/d", "A.B/c/e", "A.B/c/f"])]
  + names.map { Sample(name: $0) }
  + hostile.map { text in
    Sample(
      subscription: text, group: text, cluster: text, source: "/subscriptions/\(text)/resourceGroups/\(text)",
      roles: ["\(text)/\(text)/\(text)", "A.B/c/\(text)"])
  }
  + randomSamples(100)

/// Samples of random values, the same in every run: short texts of characters that mean something to some dialect.
/// No braces: python-hcl2 takes an escaped `${` for one only if a `}` follows. Terraform does not mind.
private func randomSamples(_ count: Int) -> [Sample] {
  var generator = SplitMix64(seed: 1)
  let letters = Array("ab1-'\"`\\$%[]()<>#&|;:*?!~= \t\n\u{2019}é\u{301}😀".unicodeScalars)
  let nameLetters = Array("aZ19-".unicodeScalars)
  func text(of letters: [Unicode.Scalar], upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...length, using: &generator) {
      text.append(letters[Int.random(in: letters.indices, using: &generator)])
    }
    return String(text)
  }
  return (0..<count).map { _ in
    let values = (0..<6).map { _ in text(of: letters, upTo: 8) }
    return Sample(
      subscription: values[0], group: values[1], cluster: values[2],
      name: text(of: nameLetters, upTo: BindingName.maximumLength),
      source: "/subscriptions/x/resourceGroups/\(values[3])",
      roles: ["A.B/c/r\(values[4])", "A.B/c/r\(values[5])"])
  }
}
