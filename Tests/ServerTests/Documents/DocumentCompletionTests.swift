import JSON
import SeededRandom
import Testing

// spec: DC-7, DC-14
@Suite("Completion")
struct DocumentCompletionTests {
  private static let create = "az aks trustedaccess rolebinding create -g rg --cluster-name aks -n ml"
  private static let workload = "Microsoft.MachineLearningServices/workspaces/mlworkload"

  private func labels(_ language: String, _ marked: String, _ capabilities: String = "{}") throws -> [String] {
    try EditorSession(language, marked, capabilities: capabilities).ask("textDocument/completion")["items"]?.elements
      .compactMap { $0["label"]?.string } ?? []
  }

  /// The document with the item of a label put in.
  private func choosing(_ label: String, _ language: String, _ marked: String) throws -> String {
    let session = try EditorSession(language, marked)
    let items = try session.ask("textDocument/completion")["items"]?.elements.map(\.self) ?? []
    let item = try #require(items.first { $0["label"]?.string == label }, "\(items.compactMap { $0["label"]?.string })")
    return session.applying(item["textEdit"])
  }

  @Test(
    "a role is put in the place of what is typed of it, and of nothing else",
    arguments: [
      ("--roles ‸", "--roles \(workload)"),
      ("--roles ‸ --output none", "--roles \(workload) --output none"),
      ("--roles \"mlw‸", "--roles \"\(workload)"),
      ("--roles \"mlw‸ --output none", "--roles \"\(workload) --output none"),
      ("--roles 'mlw‸'", "--roles '\(workload)'"),
      ("--roles=mlw‸", "--roles=\(workload)"),
      ("--roles a/b/é,mlw‸,c/d/e", "--roles a/b/é,\(workload),c/d/e"),
      ("--roles a/b/c,‸", "--roles a/b/c,\(workload)"),
      ("--roles Micro‸soft.Mach", "--roles \(workload)"),
      ("--roles \\\n  ‸\n", "--roles \\\n  \(workload)\n"),
    ])
  func roleInShell(marked: String, expected: String) throws {
    let new = try choosing(Self.workload, "shellscript", "\(Self.create) \(marked)")
    #expect(new == "\(Self.create) \(expected)")
  }

  @Test(
    "where a template has no quotes yet they are put in, too",
    arguments: [
      ("terraform", "resource \"azurerm_kubernetes_cluster_trusted_access_role_binding\" \"b\" {\n  roles = [‸]\n}\n"),
      (
        "bicep",
        "resource b 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {\n"
          + "  properties: {\n    roles: [\n      ‸\n    ]\n  }\n}\n"
      ),
      (
        "json",
        "{\"resources\": [{\"type\": \"Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings\","
          + " \"apiVersion\": \"2025-08-01\", \"properties\": {\"roles\": [‸]}}]}"
      ),
    ])
  func quotes(language: String, marked: String) throws {
    let mark = language == "bicep" ? "'" : "\""
    let new = try choosing(Self.workload, language, marked)
    #expect(new == marked.replacing("‸", with: mark + Self.workload + mark))
  }

  @Test("a role that begins otherwise than what is typed is found by it in every editor")
  func filterText() throws {
    let session = try EditorSession("shellscript", "\(Self.create) --roles mlw‸")
    let item = try #require(try session.ask("textDocument/completion")["items"]?.elements.first)
    #expect(item["label"]?.string == Self.workload && item["filterText"]?.string == "mlworkload")
    let prefixed = try EditorSession("shellscript", "\(Self.create) --roles Micro‸").ask("textDocument/completion")
    #expect(prefixed["items"]?.elements.allSatisfy { $0["filterText"] == nil } == true)
    let loose = try EditorSession("shellscript", "\(Self.create) --roles mload‸").ask("textDocument/completion")
    #expect(loose["items"]?.elements.first?["filterText"]?.string?.hasPrefix("mload") == true)
    #expect(loose["isIncomplete"]?.boolean == true)
  }

  @Test("a client that takes a range for all items is told it once")
  func itemDefaults() throws {
    let list = try EditorSession(
      "shellscript", "\(Self.create) --roles mlw‸",
      capabilities: #"{"textDocument":{"completion":{"completionList":{"itemDefaults":["editRange"]}}}}"#
    ).ask("textDocument/completion")
    #expect(list["itemDefaults"]?["editRange"]?["start"] != nil)
    #expect(list["items"]?.elements.allSatisfy { $0["textEdit"] == nil } == true)
  }

  @Test("a client that tells inserting from replacing is told both, in the middle of a word")
  func insertReplace() throws {
    let session = try EditorSession(
      "shellscript", "\(Self.create) --roles Micro‸soft",
      capabilities: #"{"textDocument":{"completion":{"completionItem":{"insertReplaceSupport":true}}}}"#)
    let edit = try session.ask("textDocument/completion")["items"]?.elements.first?["textEdit"]
    #expect(session.written(edit?["insert"]) == "Micro" && session.written(edit?["replace"]) == "Microsoft")
    #expect(edit?["range"] == nil)
  }

  @Test(
    "the words of the command are completed",
    arguments: [
      ("az aks t‸", ["trustedaccess", "trustedaccess rolebinding create"]),
      ("az aks trustedaccess ‸", ["rolebinding", "role"]),
      ("az aks trustedaccess rolebinding d‸", ["delete"]),
    ])
  func words(marked: String, expected: [String]) throws {
    let found = try labels("shellscript", marked)
    #expect(expected.allSatisfy(found.contains), "\(found)")
  }

  @Test("options that are not given are completed, required ones first, with a place for the value")
  func options() throws {
    let marked = "az aks trustedaccess rolebinding create -g rg --cluster-name aks --‸"
    let found = try labels("shellscript", marked)
    #expect(found.prefix(3) == ["--name", "--source-resource-id", "--roles"])
    #expect(!found.contains("--resource-group") && !found.contains("--cluster-name"))
    let list = try EditorSession(
      "shellscript", marked,
      capabilities: #"{"textDocument":{"completion":{"completionItem":{"snippetSupport":true}}}}"#
    ).ask("textDocument/completion")
    let item = try #require(list["items"]?.elements.first)
    #expect(item["insertTextFormat"]?.integer == 2 && item["textEdit"]?["newText"]?.string == "--name ${1:name}$0")
  }

  @Test("values of options are completed")
  func optionValues() throws {
    #expect(try labels("shellscript", "\(Self.create) -o t‸").prefix(2) == ["table", "tsv"])
    #expect(try labels("shellscript", "az aks trustedaccess role list -l eastu‸") == ["eastus", "eastus2"])
  }

  @Test("names that stand elsewhere in the document are completed")
  func names() throws {
    let before = Self.create + " --roles a/b/c --source-resource-id x\n"
    #expect(try labels("shellscript", before + "az aks trustedaccess rolebinding show -n ‸") == ["ml"])
    #expect(try labels("shellscript", before + "az aks trustedaccess rolebinding show --cluster-name ‸") == ["aks"])
    #expect(try labels("shellscript", before + "az aks trustedaccess rolebinding show -g ‸") == ["rg"])
  }

  @Test("cmdlets and their parameters are completed")
  func powerShell() throws {
    #expect(
      try labels("powershell", "New-AzAksTrustedA‸").contains("New-AzAksTrustedAccessRoleBinding"))
    let found = try labels("powershell", "New-AzAksTrustedAccessRoleBinding -Name ml -‸")
    #expect(found.contains("-Role") && !found.contains("-Name"))
    #expect(try labels("powershell", "New-AzAksTrustedAccessRoleBinding -Role ‸").contains(Self.workload))
  }

  @Test("API versions are completed, the newest stable one first")
  func versions() throws {
    let bicep = "resource b 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@‸' = {\n}\n"
    #expect(try labels("bicep", bicep).first == "2026-06-01")
    #expect(try choosing("2026-06-01", "bicep", bicep) == bicep.replacing("‸", with: "2026-06-01"))
  }

  @Test("arguments of a resource that are missing are completed at the start of a line of its body")
  func resourceArguments() throws {
    let head = "resource \"azurerm_kubernetes_cluster_trusted_access_role_binding\" \"b\" {\n  name = \"ml\"\n  "
    let all = ["kubernetes_cluster_id", "roles", "source_resource_id"]
    #expect(try labels("terraform", head + "‸\n}\n") == all)
    #expect(try choosing("roles", "terraform", head + "ro‸\n}\n") == head + "roles = \n}\n")
    #expect(try labels("terraform", head + "timeouts {\n    ‸\n  }\n}\n").isEmpty)
  }

  @Test("a resource ID is completed behind a variable")
  func idBehindVariable() throws {
    let marked = "\(Self.create) --source-resource-id \"/subscriptions/$SUB/resourceGroups/rg/prov‸\""
    #expect(try choosing("providers", "shellscript", marked) == marked.replacing("prov‸", with: "providers"))
  }

  @Test(
    "wherever it is asked, what is replaced is on the line and holds the place",
    arguments: ["utf-8", "utf-16", "utf-32"])
  func anywhere(encoding: String) throws {
    var random = SplitMix64(seed: 7)
    let id = "/subscriptions/$SUB/resourceGroups/é😀/providers/Microsoft.MachineLearningServices/workspaces/ws"
    let binding = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings"
    let documents = [
      (
        "shellscript", "\(Self.create) --roles \"\(Self.workload), é😀/b\" \\\r\n  --source-resource-id \(id) -o t\nez\n"
      ),
      ("powershell", "New-AzAksTrustedAccessRoleBinding -Name é `\n -Role '\(Self.workload)','x -ResourceName \n -"),
      ("bat", "az aks trustedaccess rolebinding show -n %N% ^\n -g é😀 --cluster-name \"a"),
      (
        "terraform",
        "resource \"azurerm_kubernetes_cluster_trusted_access_role_binding\" \"b\" {\n  name = \"é😀\"\n"
          + "  roles = [\"a\", ]\n  source_resource_id = \"\(id)\n  kubernetes_cluster_id =\n so\n}\n"
      ),
      (
        "bicep",
        "resource b '\(binding)@2025' = {\n  name: 'é😀'\n  properties: {\n    roles: [\n      'a\n\n    ]\n  }\n}\n"
      ),
      (
        "json",
        "[{\"type\": \"\(binding)\", \"apiVersion\": \"\", \"name\": \"é/😀\", \"properties\": {\"roles\": [\"a\", ]}}]"
      ),
      (
        "yaml",
        "apiVersion: containerservice.azure.com/v1\nkind: TrustedAccessRoleBinding\nspec:\n  azureName: é\n"
          + "  roles:\n    - a\n    -\n  owner:\n    armId: \n---\nsteps:\n  - script: |\n      \(Self.create) --roles 😀\n"
      ),
      ("markdown", "é\n> ```bash\n> \(Self.create) \\\n>   --roles é😀, \n> ```\n"),
    ]
    for (language, text) in documents {
      let conversation = Conversation(
        capabilities: #"{"general":{"positionEncodings":["\#(encoding)"]}}"#)
      conversation.open("file:///x", language, text)
      let scalars = Array(text.unicodeScalars)
      var asked: [(line: Int, character: Int)] = []
      conversation.together {
        for place in 0...scalars.count where Int.random(in: 0..<4, using: &random) == 0 {
          // Not within CR LF.
          guard place == 0 || place == scalars.count || scalars[place - 1] != "\r" else { continue }
          let before = scalars[..<place]
          let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? []
          let number = before.count { $0 == "\n" }
          let character = line.reduce(0) { count, scalar in
            count + (encoding == "utf-8" ? UTF8.width(scalar) : encoding == "utf-16" ? UTF16.width(scalar) : 1)
          }
          for method in ["completion", "hover"] {
            conversation.request(
              "textDocument/\(method)",
              #"{"textDocument":{"uri":"file:///x"},"position":{"line":\#(number),"character":\#(character)}}"#,
              id: "\(method)\(asked.count)")
          }
          asked.append((number, character))
        }
      }
      let messages = try conversation.messages()
      for (index, place) in asked.enumerated() {
        let list = try messages.reply(to: "completion\(index)")
        for item in list["items"]?.elements.map(\.self) ?? [] {
          let (start, end) = (item["textEdit"]?["range"]?["start"], item["textEdit"]?["range"]?["end"])
          #expect(start?["line"]?.integer == place.line && end?["line"]?.integer == place.line, "\(language) \(place)")
          #expect(start?["character"]?.integer ?? .max <= place.character, "\(language) \(place)")
          #expect(end?["character"]?.integer ?? .min >= place.character, "\(language) \(place)")
        }
      }
    }
  }
}
