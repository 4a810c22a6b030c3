import BindingDocuments
import Testing

struct SilencingOrderTests {
  private func order(_ comment: String) -> String? {
    let bytes = Array(comment.utf8)
    return SilencingOrder(in: bytes.span, 0..<bytes.count).map { order in
      "\(order.codes) \(String(decoding: bytes[order.range], as: UTF8.self))"
    }
  }

  @Test func aCommentNamesCodesOrAll() {
    #expect(order("# trusted-access: ignore unknown-role") == #"["unknown-role"] trusted-access: ignore unknown-role"#)
    #expect(
      order("# see #4; trusted-access : ignore a-b ,c -- until May")
        == #"["a-b", "c"] trusted-access : ignore a-b ,c"#)
    #expect(order("// trusted-access:ignore") == "[] trusted-access:ignore")
    #expect(order("trusted-access, trusted-access: ignore x") == #"["x"] trusted-access: ignore x"#)
  }

  @Test(arguments: [
    "", "trusted-access", "trusted-access ignore x", "trusted-access: ignored", "trusted-access: allow x",
  ])
  func otherCommentsOrderNothing(_ comment: String) {
    #expect(order(comment) == nil)
  }
}
