import Foundation
import Testing

@Suite("A binding's life on the command line")
struct BindingLifeTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test("Every step does what it says and ends with 0")
  func wholeLife() throws {
    let registered = try program.run(
      "clusters", "register", "-g", "rg", "-n", "aks", "--subscription", Sample.subscription, "-l", "East US",
      "--enable-private-cluster", "--disable-local-accounts", "--enable-aad",
      "--api-server-authorized-ip-ranges", "10.0.0.0/8, 192.0.2.0/24")
    #expect(registered.status == 0, "\(registered)")
    let cluster = try #require(try registered.json() as? [String: Any])
    #expect(cluster["id"] as? String == Sample.cluster)
    #expect(cluster["enablePrivateCluster"] as? Bool == true)
    #expect(cluster["disableLocalAccounts"] as? Bool == true)
    #expect(cluster["enableAAD"] as? Bool == true)
    #expect(cluster["authorizedIPRanges"] as? [String] == ["10.0.0.0/8", "192.0.2.0/24"])

    let plan = try program.ml("plan", "--source-resource-id", Sample.workspace, "--roles", Sample.workload)
    #expect(plan.status == 0)
    #expect((try plan.json() as? [String: Any])?["action"] as? String == "create")

    #expect(try program.create("--roles", Sample.workload, "--dry-run").status == 0)
    #expect(try program.ml("show").status == 3)

    let created = try program.create()
    #expect(created.status == 0, "\(created)")
    #expect(created.errors == "")
    let binding = try #require(try created.json() as? [String: Any])
    let etag = try #require(binding["etag"] as? String)

    #expect(try program.ml("show", "-o", "tsv").outputLines.first?.hasPrefix("ml\t") == true)
    #expect((try program.run(["bindings", "list"] + Program.cluster).json() as? [Any])?.count == 1)

    let updated = try program.ml("update", "--roles", Sample.inference, "--if-match", etag)
    #expect((try updated.json() as? [String: Any])?["roles"] as? [String] == [Sample.inference])
    let stale = try program.ml("update", "--roles", Sample.workload, "--if-match", etag)
    #expect(stale.status == 1)
    #expect(stale.errors.hasPrefix("ERROR: (PreconditionFailed) "))

    let rendered = try program.run(["bindings", "render", "az", "-n", "ml"] + Program.cluster)
    #expect(rendered.output.contains("az aks trustedaccess rolebinding create"))
    #expect(rendered.output.contains(Sample.inference))

    let review = try program.run(["access", "review", "get", "pods", "-n", "ml"] + Program.cluster)
    #expect(review.status == 1)
    #expect((try review.json() as? [String: Any])?["allowed"] as? Bool == false)

    let deleted = try program.ml("delete", "--yes")
    #expect(deleted.status == 0)
    #expect(deleted.output == "")
    #expect(deleted.errors.contains(Sample.workspace))
    #expect(try program.ml("show").status == 3)
    let again = try program.ml("delete", "--yes")
    #expect(again.status == 0)
    #expect(again.errors == "There is no binding 'ml': nothing to delete.\n")

    #expect(try program.run(["clusters", "unregister"] + Program.cluster).status == 0)
    #expect(try program.run("clusters", "list").output == "[]\n")
  }

  @Test("The Azure CLI's spelling is understood, with the options that change nothing here")
  func azureCLISpelling() throws {
    try program.register()
    let cluster = ["--resource-group", "RG", "--cluster-name", "AKS", "--only-show-errors", "--verbose", "--debug"]
    let binding = ["aks", "trustedaccess", "rolebinding"]
    let created = try program.run(
      binding + ["create"] + cluster
        + [
          "--name", "ml", "--source-resource-id", Sample.workspace, "--roles", Sample.workload,
          "--change-reference", "x", "--acquire-policy-token",
        ])
    #expect(created.status == 0, "\(created)")
    #expect(try program.run(binding + ["list", "-otsv"] + cluster).outputLines.count == 1)
    #expect(try program.run(binding + ["show", "-n", "ml", "-o", "none"] + cluster).output == "")
    #expect(try program.run(binding + ["update", "-n", "ml", "--roles", Sample.inference] + cluster).status == 0)
    let deleted = try program.run(binding + ["delete", "-n", "ml", "-y"] + cluster)
    #expect(deleted.status == 0)
    #expect(deleted.errors == "")
    #expect(try program.run("aks", "trustedaccess", "role", "list", "-l", "eastus").status == 0)
  }

  @Test("A role's rules go out in the Azure CLI's spelling, what is empty as null")
  func rolesAsAzureCLI() throws {
    let roles = try #require(try program.run("roles", "list", "-l", "eastus").json() as? [[String: Any]])
    let workload = try #require(roles.first { $0["name"] as? String == "mlworkload" })
    #expect(workload["sourceResourceType"] as? String == "Microsoft.MachineLearningServices/workspaces")
    let rule = try #require((workload["rules"] as? [[String: Any]])?.first)
    #expect(rule.keys.sorted() == ["apiGroups", "nonResourceUrLs", "resourceNames", "resources", "verbs"])
    #expect(rule["nonResourceUrLs"] is NSNull)
    #expect(rule["resourceNames"] is NSNull)
  }

  @Test("Roles come with commas, blanks around them, and by several options")
  func roleLists() throws {
    try program.register()
    for options in [
      ["--roles", "\(Sample.workload),\(Sample.inference)"], ["--roles", " \(Sample.workload) , \(Sample.inference) "],
      ["--roles", Sample.workload, "--roles=\(Sample.inference)"],
    ] {
      let created = try program.run(
        ["bindings", "create", "-n", "ml", "--dry-run", "--source-resource-id", Sample.workspace] + Program.cluster
          + options)
      let roles = (try created.json() as? [String: Any])?["roles"] as? [String]
      #expect(roles == [Sample.workload, Sample.inference], "\(options)")
    }
  }

  @Test("A cluster is found by its names among those registered, and told apart by its subscription")
  func lookup() throws {
    let other = "00000000-0000-4000-8000-000000000001"
    #expect(try program.create().status == 3)
    try program.register()
    #expect(try program.create().status == 0)
    #expect(
      try program.run(
        "clusters", "register", "-g", "rg", "-n", "aks", "--subscription", other, "-l", "eastus"
      ).status == 0)
    let ambiguous = try program.ml("show")
    #expect(ambiguous.status == 2)
    #expect(ambiguous.errors.contains(Sample.cluster))
    #expect(ambiguous.errors.contains("/subscriptions/\(other)/"))
    #expect(try program.ml("show", "--subscription", Sample.subscription).status == 0)
    #expect(try program.ml("show", "--subscription", other).status == 3)
    #expect(try program.run("bindings", "show", "-n", "ml", "--cluster", Sample.cluster).status == 0)
  }

  @Test("The store is where XDG_STATE_HOME says, or --store")
  func store() throws {
    let folder = program.home.appending(path: "elsewhere").path
    try program.run("clusters", "register", "--cluster", Sample.cluster, "-l", "eastus", "--store", folder)
    #expect(try program.run("clusters", "list").output == "[]\n")
    #expect((try program.run("clusters", "list", "--store", folder).json() as? [Any])?.count == 1)
    try program.register()
    #expect(FileManager.default.fileExists(atPath: "\(program.home.path)/.local/state/trusted-access-server/store"))
  }
}
