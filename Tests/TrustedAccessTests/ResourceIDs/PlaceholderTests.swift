import Testing
import TrustedAccess

struct PlaceholderTests {
  static let forms: [(String, Placeholder.Form)] = [
    ("a/‸$SUB‸/b", .variable), ("‸$env:SUB‸", .variable), ("‸${SUB}‸/b", .interpolation),
    ("‸${replace(a, \"{b}\", \"/\")}‸", .interpolation), ("x‸${{ env.SUB }}‸", .workflowExpression),
    ("‸$[[ inputs.sub ]]‸/x", .workflowExpression),
    ("‸$(az account show --query id)‸/b", .substitution), ("‸{{ .Values.id }}‸", .template), ("a/‸{id}‸/b", .braces),
    ("/‸<your subscription>‸/", .angleBrackets), ("‸[concat('/subscriptions/', parameters('x'))]‸", .armExpression),
    ("/‸[resource group]‸/x", .squareBrackets), ("‸[name]‸", .squareBrackets), ("‸%SUB%‸/x", .percent),
    ("‸@Sub@‸", .token), ("‸__Sub__‸", .token),
    ("/‸xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx‸/", .crosses), ("‸XXXX‸", .crosses), ("‸YOUR_CLUSTER‸", .your),
    ("‸your-cluster‸", .your), ("‸yourCluster‸", .your), ("a/‸...‸/b", .ellipsis), ("‸…‸/b", .ellipsis),
  ]

  @Test(arguments: forms)
  func isFound(marked: String, form: Placeholder.Form) {
    let marked = MarkedText(marked)
    let found = Placeholder.all(in: marked.text)
    #expect(found.map(\.form) == [form])
    #expect(found.map(\.range) == [marked.range])
  }

  @Test(arguments: [
    "", "aks1", "$", "${", "${x", "{}", "<>", "a<b", "%2Fsubscriptions%2F", "%C3%A9", "xx", "xxl-box", "yours", "youri",
    "a...b", "[x]", "[a,b]", "[0-9]", "a[name]", "[name]b", "a@b.c", "100%",
    "/subscriptions/00000000-0000-0000-0000-000000000000",
  ])
  func isNotSeenInPlainText(_ text: String) {
    #expect(Placeholder.all(in: text) == [])
  }

  @Test func severalInOneText() {
    #expect(Placeholder.all(in: "/$A/${B}$C/<d>").map(\.range) == [1..<3, 4..<8, 8..<10, 11..<14])
  }
}
