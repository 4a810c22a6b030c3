import LocalBackend
import SimulatedDisk
import Testing
import TrustedAccess

/// Registering clusters, and the files that hold them.
struct ClusterTests {
  private let store = TestStore()

  private var files: [String] { store.disk.names(in: store.folder).filter { $0.hasSuffix(".json") } }

  @Test func aClusterComesBackAsItWasRegistered() throws {
    let backend = store.backend()
    var flagged = try cluster()
    flagged.isPrivate = true
    flagged.hasLocalAccountsDisabled = true
    flagged.usesEntra = true
    flagged.authorizedIPRanges = ["203.0.113.0/24", "198.51.100.7"]
    let registered = try backend.register(flagged)
    #expect(registered.cluster == flagged)
    #expect(registered.registeredAt == store.clock.now)
    #expect(registered.bindingCount == 0)
    #expect(registered.schedule == ReconciliationSchedule(phase: store.clock.now.millisecondsSinceEpoch))
    #expect(try store.backend().cluster(flagged.id) == registered)
    #expect(try store.backend().clusters().clusters == [registered])
  }

  @Test func oneClusterHasOneFileInWhateverSpelling() throws {
    let backend = store.backend()
    _ = try backend.register(cluster("Aks-1", group: "My.Group"))
    let spellings = try [
      clusterID("aks-1", group: "my.group"),
      id(clusterID("AKS-1", group: "MY.GROUP").text.uppercased()),
      id("//" + clusterID("aks-1", group: "my.group").text.dropFirst() + "/"),
    ]
    for (number, spelling) in spellings.enumerated() {
      let error = failure { _ = try backend.register(Cluster(id: spelling, location: "eastus")) }
      #expect(error?.code == "ClusterAlreadyRegistered")
      #expect(error?.message == "The cluster '\(spelling)' is registered already.")
      #expect(error?.remedy == "Unregister it first, if its location or flags are to change.")
      _ = try store.backend().create(specification("n\(number)"), on: spelling)
    }
    #expect(files == ["aks-1.my.group.\(subscription).json"])
    #expect(try backend.cluster(spellings[0]).cluster.id.text == clusterID("Aks-1", group: "My.Group").text)
    #expect(try backend.bindings(on: spellings[1]).count == 3)
  }

  @Test(arguments: [
    ("East US", "eastus"), ("eastus", "eastus"), ("UK South", "uksouth"), ("westus2", "westus2"),
    ("  West  Europe ", "westeurope"),
  ])
  func aLocationIsSpelledAsTheServiceSpellsIt(written: String, location: String) throws {
    #expect(try store.backend().register(cluster(location: written)).cluster.location == location)
  }

  @Test(arguments: ["", " ", "east-us", "östlich", "east/us", String(repeating: "a", count: 65)])
  func aLocationThatIsNone(location: String) throws {
    let error = failure { _ = try store.backend().register(cluster(location: location)) }
    #expect(error?.code == "InvalidCluster")
    #expect(error?.message == "The cluster is not valid: '\(location)' is no Azure location.")
    #expect(error?.target == "location")
    #expect(store.disk.names(in: "/") == [])
  }

  @Test(arguments: [
    ("203.0.113.7", true), ("203.0.113.0/24", true), ("0.0.0.0/32", true), ("255.255.255.255/0", true),
    ("203.0.113", false), ("203.0.113.256", false), ("203.0.113.7/33", false), ("203.0.113.7/", false),
    ("203.0.113.7/8/8", false), ("", false), ("/", false), ("::1", false), ("a.b.c.d", false), ("1..2.3", false),
    ("1.2.3.0004", false), ("1.2.3.-4", false), ("٣.1.1.1", false),
  ])
  func anAuthorizedRange(range: String, isOne: Bool) throws {
    var cluster = try cluster()
    cluster.authorizedIPRanges = [range]
    if isOne {
      _ = try store.backend().register(cluster)
      return
    }
    let error = failure { _ = try store.backend().register(cluster) }
    #expect(error?.message == "The cluster is not valid: '\(range)' is no IPv4 address or range.")
  }

  @Test(arguments: [
    ("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/aks", "it is no ID of an AKS cluster"),
    ("/subscriptions/s/resourceGroups/rg", "it is no ID of an AKS cluster"),
    (
      "/subscriptions/s/providers/Microsoft.ContainerService/managedClusters/aks", "it is no ID of an AKS cluster"
    ),
    (
      """
      /subscriptions/s/resourceGroups/rg/providers/Contoso.App/apps/a/providers/Microsoft.ContainerService/\
      managedClusters/aks
      """, "it is no ID of an AKS cluster"
    ),
    (
      "/subscriptions/s_1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks",
      "'s_1' is no subscription ID"
    ),
    (
      "/subscriptions/s/resourceGroups/rg./providers/Microsoft.ContainerService/managedClusters/aks",
      "the name of the resource group, 'rg.', ends with '.'"
    ),
    (
      "/subscriptions/s/resourceGroups/e\u{301}/providers/Microsoft.ContainerService/managedClusters/aks",
      "the name of the resource group, 'e\u{301}', has the character '\u{301}'"
    ),
    (
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/-aks",
      "the name of the cluster, '-aks', starts with '-'"
    ),
    (
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/a.b",
      "the name of the cluster, 'a.b', has the character '.'"
    ),
  ])
  func anIDThatIsNoClusters(text: String, reason: String) throws {
    let id = try id(text)
    for body in [
      { _ = try store.backend().register(Cluster(id: id, location: "eastus")) },
      { _ = try store.backend().bindings(on: id) },
    ] as [() throws -> Void] {
      let error = failure(body)
      #expect(error?.kind == .invalid)
      #expect(error?.code == "InvalidClusterID")
      #expect(error?.message.hasPrefix("The cluster's ID '\(text)' is not valid: \(reason)") == true)
    }
    #expect(store.disk.names(in: "/") == [])
  }

  @Test func aFileNameCannotLeaveTheStore() throws {
    for group in ["..", "%2e", "a\\b", ".hidden", "(a)_-"] {
      _ = try? store.backend().register(cluster(group: group))
    }
    #expect(store.disk.names(in: "/") == ["home"])
    #expect(store.disk.names(in: "/home") == ["store"])
    #expect(files == ["aks.(a)_-.\(subscription).json", "aks..hidden.\(subscription).json"])
  }

  /// `K` and the Kelvin sign are one string to Swift, and two names to Azure.
  @Test func groupsThatLookAlikeAreTwo() throws {
    let groups = ["Å", "\u{212B}", "가", "\u{1100}\u{1161}", "\u{212A}", "K"]
    let backend = store.backend()
    for (number, group) in groups.enumerated() {
      _ = try backend.register(cluster(group: group, location: "l\(number)"))
    }
    for backend in [backend, store.backend()] {
      let listing = try backend.clusters()
      #expect(listing.problems == [])
      #expect(Set(listing.clusters.map(\.cluster.location)).count == groups.count)
      for (number, group) in groups.enumerated() {
        #expect(try backend.cluster(clusterID(group: group)).cluster.location == "l\(number)")
      }
    }
  }

  @Test func groupsWithLongNamesHaveShortFileNames() throws {
    let group = String(repeating: "é", count: 90)
    let other = String(repeating: "é", count: 89) + "è"
    let backend = store.backend()
    _ = try backend.register(cluster(group: group))
    _ = try backend.register(cluster(group: other, location: "westus"))
    #expect(files.count == 2)
    #expect(files.allSatisfy { $0.utf8.count <= 255 })
    #expect(try store.backend().cluster(clusterID(group: other)).cluster.location == "westus")
    #expect(try store.backend().clusters().clusters.count == 2)
    #expect(failure { _ = try backend.cluster(clusterID("none", group: group)) }?.code == "ResourceNotFound")
  }

  /// Two groups whose long names have one and the same fingerprint.
  @Test func aClusterDoesNotTakeAnothersFile() throws {
    let prefix = String(repeating: "é", count: 74)
    let (first, second) = (prefix + "ndkbldnnfehbpljk", prefix + "dfigdmgdeeokjhfo")
    _ = try store.backend().register(cluster(group: first))
    let before = files.map { store.disk.bytes(of: "\(store.folder)/\($0)") }
    let backend = store.backend()
    for body in [
      { _ = try backend.register(cluster(group: second)) },
      { _ = try backend.cluster(clusterID(group: second)) },
      { _ = try backend.unregister(clusterID(group: second), force: true) },
    ] as [() throws -> Void] {
      let error = failure(body)
      #expect(error?.code == "StoreFileTaken")
      #expect(error?.message.contains("holds the cluster '\(try clusterID(group: first))'") == true)
    }
    #expect(files.map { store.disk.bytes(of: "\(store.folder)/\($0)") } == before)
    #expect(try backend.cluster(clusterID(group: first)).cluster.location == "eastus")
  }

  @Test func clustersAreListedByName() throws {
    let backend = store.backend()
    #expect(try backend.clusters().clusters == [])
    for (name, group) in [("b", "g"), ("Ab", "h"), ("a", "z"), ("a", "g")] {
      _ = try backend.register(cluster(name, group: group))
    }
    func list(_ name: String? = nil) throws -> [String] {
      try backend.clusters(named: name).clusters.map { "\($0.cluster.id.name)/\($0.cluster.id.resourceGroup ?? "")" }
    }
    #expect(try list() == ["a/g", "a/z", "Ab/h", "b/g"])
    #expect(try list("A") == ["a/g", "a/z"])
    #expect(try list("ab") == ["Ab/h"])
    #expect(try list("none") == [])
    #expect(try list("") == [])
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    let backend = store.backend()
    _ = try backend.register(cluster())
    let foreign = [
      "package.json", "package-lock.json", "notes.txt", ".hidden.rg.s.json", "a.b.json", "Big.rg.s.json",
      "-x.rg.s.json", "a.rg.s_1.json", "x.json.damaged-1",
    ]
    for name in foreign { try store.disk.put(Array("{".utf8), at: "\(store.folder)/\(name)") }
    let listing = try store.backend().clusters()
    #expect(listing.clusters.count == 1)
    #expect(listing.problems == [])
    #expect(Set(foreign).isSubset(of: store.disk.names(in: store.folder)))
  }

  @Test func aClusterWithBindingsIsUnregisteredByForce() throws {
    let backend = store.backend()
    let aks = try clusterID()
    _ = try backend.register(cluster())
    _ = try backend.create(specification("b"), on: aks)
    let one = failure { _ = try backend.unregister(aks) }
    #expect(one?.kind == .preconditionFailed)
    #expect(one?.code == "ClusterHasBindings")
    #expect(one?.message == "The cluster '\(aks)' has 1 role binding: b.")
    _ = try backend.create(specification("a"), on: aks)
    #expect(failure { _ = try backend.unregister(aks) }?.message == "The cluster '\(aks)' has 2 role bindings: a, b.")
    #expect(try backend.unregister(aks, force: true).bindingCount == 2)
    #expect(files == [])
    #expect(failure { _ = try backend.cluster(aks) }?.code == "ResourceGroupNotFound")
    #expect(failure { _ = try backend.unregister(aks, force: true) }?.kind == .notFound)
    // Anew, nothing of the old bindings is left.
    _ = try backend.register(cluster())
    #expect(try backend.effects(on: aks, at: store.clock.now) == [])
  }

  @Test func aClusterWhoseBindingsAreDeletedIsUnregisteredWithoutForce() throws {
    let backend = store.backend()
    _ = try backend.register(cluster())
    _ = try backend.create(specification("b"), on: clusterID())
    store.clock.advance(seconds: 301)
    _ = try backend.delete(name("b"), expecting: nil, on: clusterID())
    #expect(try backend.unregister(clusterID()).bindingCount == 0)
  }
}
