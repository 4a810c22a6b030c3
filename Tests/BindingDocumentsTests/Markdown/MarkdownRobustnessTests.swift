import BindingDocuments
import SeededRandom
import Testing

/// Law 3: any bytes are read, and what is found lies where it was found.
struct MarkdownRobustnessTests {
  private let invariants = ReadingInvariants(Markdown.self)

  static let fixture = Array(
    #"""
    ---
    title: x
    ---
    Use `az aks trusted access rolebinding list` <!-- trusted-access: ignore x -->.

    <!-- trusted-access: ignore a,
      b -->
    1. Do:

       > ```{ .azurecli .copy }
       > az aks trustedaccess rolebinding create -g rg \
       >   -n x
       > ```

    ~~~~ console
    $ az aks trustedaccess role list \
    > -l x
    { }
    ~~~~

        az aks trustedaccess role list -l x

    ```
    az aks trustedaccess role list -l `
      é
    ```

    - ```hcl
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
        name = var.n
      }
      ```

    ``` tf
    variable "n" { default = "x" }
    ```
    """#.utf8)

  @Test func everyPrefix() {
    for end in Self.fixture.indices { #expect(invariants.fault(in: Array(Self.fixture[..<end])) == nil) }
  }

  @Test func everyDeletion() {
    for index in Self.fixture.indices {
      var bytes = Self.fixture
      bytes.remove(at: index)
      #expect(invariants.fault(in: bytes) == nil)
    }
  }

  @Test func randomSplices() {
    var random = SplitMix64(seed: 7)
    let pieces =
      [Self.fixture]
      + ["```", "~~~bash\n", "`", "<!--", "-->", "\n", "\n\n", "> ", "    ", "\t", "- ", "1. ", "\0", "\r", "$ "]
      .map { Array($0.utf8) } + [[0xFF, 0xC3]]
    for _ in 0..<600 {
      var bytes = Self.fixture
      for _ in 0..<4 {
        let piece = pieces.randomElement(using: &random) ?? []
        let start = Int.random(in: 0...piece.count, using: &random)
        let end = Int.random(in: start...piece.count, using: &random)
        let place = Int.random(in: 0...bytes.count, using: &random)
        let cut = Swift.min(bytes.count, place + Int.random(in: 0..<20, using: &random))
        bytes.replaceSubrange(place..<cut, with: piece[start..<end])
      }
      #expect(invariants.fault(in: bytes) == nil)
    }
  }

  @Test(arguments: [
    "`", "` ``", "```bash\n", "> ", "\t", "- ", "<!--", "<!-- trusted-access: ignore -->",
    "<!-- trusted-access: ignore -->\n",
    "~~~\n", "    az aks trust\n", "a\n", "\n", "1. ```\n", "`az aks trusted access` ", "$ a \\\n", "`a` ", "`az x",
    "a <!-- trusted-access: ignore --> ",
  ])
  func whateverIsRepeated(_ piece: String) {
    let body = Array(String(repeating: piece, count: 20_000).utf8)
    #expect(invariants.fault(in: body) == nil)
    #expect(invariants.fault(in: Array("```console\n".utf8) + body) == nil)
    #expect(invariants.fault(in: Array("<!-- trusted-access: ignore -->\n".utf8) + body) == nil)
  }

  @Test(arguments: UInt64(0)..<8) func editsGiveWhatAFreshReadingGives(seed: UInt64) {
    let typed = ["```", "~~~~", "\n", "\n\n", "`", "<!--", "-->", "> ", "    ", "```bash\n", "az aks trusted access"]
    #expect(EditInvariants(Markdown.self, Self.fixture, typing: typed).fault(seed: seed, edits: 60) == nil)
  }
}
