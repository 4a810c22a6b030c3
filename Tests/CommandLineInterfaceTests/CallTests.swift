import Testing

@Suite("One call of a method")
struct CallTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test("A result is indented JSON, whether the method is named in full or not")
  func names() throws {
    for method in ["resourceIds/parse", "trustedAccess/resourceIds/parse"] {
      let outcome = try program.run("call", method, #"{"id": "\#(Sample.cluster)"}"#)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("{\n  \"id\": \"\(Sample.cluster)\",\n"))
      #expect(outcome.output.hasSuffix("\n}\n"))
      #expect(outcome.errors == "")
    }
    #expect((try program.run("call", "rpc.discover").json() as? [String: Any])?["openrpc"] as? String == "1.3.2")
  }

  @Test("Parameters come by name, by position, and from standard input")
  func parameters() throws {
    let named = try program.run("call", "roles/show", #"{"role": "mlworkload"}"#)
    #expect(named.status == 0)
    #expect(try program.run("call", "roles/show", #"["mlworkload"]"#).output == named.output)
    #expect(try program.run("call", "roles/show", "-", input: #"["mlworkload"]"#).output == named.output)
  }

  static let faults: [(arguments: [String], status: Int32, error: String)] = [
    (["roles/lst"], 2, "(-32601) no method 'trustedAccess/roles/lst': did you mean 'trustedAccess/roles/list'?"),
    (["roles/show"], 2, "(InvalidParams) 'role' is missing"),
    (["roles/show", "{\"rôle\": 1}"], 2, "(InvalidParams) unknown parameter 'rôle'"),
    (["roles/show", "[\"nothing\"]"], 3, "(RoleNotFound) There is no role 'nothing'"),
    (["roleBindings/list", "[\"\(Sample.cluster)\"]"], 3, "(ResourceGroupNotFound) "),
    (["resourceIds/parse", "[\"x\"]"], 1, "("),
    (["catalog/refresh", "[\"eastus\"]"], 1, "("),
  ]

  @Test("A fault is on standard error, with the status of its kind", arguments: faults)
  func fault(arguments: [String], status: Int32, error: String) throws {
    let outcome = try program.run(["call"] + arguments)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("ERROR: \(error)"), "\(outcome.errors)")
  }

  @Test("What can be done follows the error on a line of its own")
  func remedy() throws {
    let outcome = try program.run("call", "roles/show", #"["mlworklod"]"#)
    #expect(outcome.errorLines.count == 2)
    #expect(outcome.errorLines.last?.hasPrefix("Nearest: \(Sample.workload)") == true)
  }
}
