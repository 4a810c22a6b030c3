import BindingDocuments
import Testing

/// The Azure CLI's words, as the shell gives them.
struct AzureCommandLineTests {
  private func site(_ command: String) -> BindingSite? {
    let bytes = Array(command.utf8)
    return Shell.read(bytes.span).sites.first
  }

  private func arguments(_ command: String) -> [String]? {
    site("az aks trustedaccess rolebinding create " + command)?.arguments.map { argument in
      ([argument.name] + argument.values).map { $0.literal ?? "?" }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("-n x", "x"), ("-nx", "x"), ("-n=x", "x"), ("--name=x", "x"), ("--na x", "x"), ("--name -5", "-5"),
    ("--name=-x", "-x"), ("--name '-x y'", "-x y"), ("-n a -n b", "b"), ("--name ''", ""), ("--name=", ""),
  ]) func aNameIsGiven(_ options: String, _ name: String) {
    #expect(site("az aks trustedaccess rolebinding show " + options)?.name?.literal == name)
  }

  @Test func optionsHaveTheirValues() {
    #expect(arguments("--roles a b --yes -g rg -o tsv") == ["--roles a b", "--yes", "-g rg", "-o tsv"])
    #expect(arguments("--unknown a b -g --debug x") == ["--unknown a b", "-g", "--debug x"])
    #expect(arguments(#"-g rg $MORE -n "$N" "${args[@]}" --debug $X"#) == ["-g rg", "?", "-n ?", "?", "--debug", "?"])
    #expect(arguments("-g @file -n @") == ["-g ?", "-n @"])
    #expect(arguments("--source-resource-id=") == ["--source-resource-id "])
  }

  @Test func rolesAreSplitAtCommas() {
    func roles(_ value: String) -> [String?]? {
      site("az aks trustedaccess rolebinding update --roles " + value)?.roles?.elements.map(\.literal)
    }
    #expect(roles("A/b/c,A/b/d") == ["A/b/c", "A/b/d"])
    #expect(roles("'A, B,'") == ["A", " B", ""])
    #expect(roles("'A;B'") == ["A;B"])
    #expect(roles("A, B") == ["A", "B"])
    #expect(roles("A B C") == ["A", "B", "C"])
    #expect(roles("$A,x$B") == [nil, nil])
    let elements = site("az aks trustedaccess rolebinding update --role \"Aé/b,c\"")?.roles?.elements
    #expect(elements?.map(\.range) == [48..<53, 54..<55])
    #expect(site("az aks trustedaccess rolebinding update --roles @roles")?.roles?.isComplete == false)
    #expect(site("az aks trustedaccess rolebinding update --roles")?.roles == nil)
  }

  @Test(arguments: [
    "aks trusted access rolebinding list", "aks trustedaccess rolebindings", "aks trustedacces role list",
    "aks rolebinding create",
    "aks trustedaccess", "aks t", "trustedaccess rolebinding list", "aks trustedaccess role create",
    "aks trustedaccess $X list",
  ]) func whatIsNoCommandIsASite(_ words: String) {
    let site = site("az \(words) -g rg")
    #expect(site != nil)
    #expect(site?.operation == nil)
    #expect(site?.arguments.count == 1)
  }

  @Test(arguments: ["aks show", "aks", "", "group list", "-g trustedaccess", "aks nodepool list"])
  func otherCommandsAreNone(_ words: String) {
    #expect(site("az " + words) == nil)
  }

  @Test func caseOfCommandsDoesNotMatter() {
    #expect(site("AZ AKS TrustedAccess roleBinding LIST")?.operation == .list)
    #expect(site("az aks trustedaccess rolebinding create stray --Name x")?.words.count == 6)
    #expect(site("az aks trustedaccess rolebinding show --Name x")?.name == nil)
  }

  @Test func theClusterIsPutTogether() {
    func cluster(_ options: String) -> [String]? {
      site("az aks trustedaccess rolebinding list " + options)?.cluster?.parts.filter { !$0.range.isEmpty }.map {
        "\($0.kind) \($0.text)"
      }
    }
    let id = "11111111-2222-3333-4444-555555555555"
    #expect(cluster("--subscription \(id) -g rg --cluster-name c") == ["text \(id)", "text rg", "text c"])
    #expect(cluster("--subscription 'My subscription' --cluster-n c") == ["opaque My subscription", "text c"])
    #expect(cluster("-g rg") == nil)
  }

  @Test func removedOptionsAreKnownAsSuch() {
    #expect(site("az aks trustedaccess rolebinding create -s /x")?.source?.literal == "/x")
    guard case .one(let option) = AzureOption.named("-r", of: .create) else {
      Issue.record("-r is not known")
      return
    }
    #expect(option.isRemoved)
    #expect(AzureOption.named("-r", of: .update) == .none)
    guard case .several(let options) = AzureOption.named("--s", of: .create) else {
      Issue.record("--s is not told to be ambiguous")
      return
    }
    #expect(options.map { $0.names[0] } == ["--source-resource-id", "--subscription"])
  }
}
