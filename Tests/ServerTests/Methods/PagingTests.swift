import Testing

@Suite("Lists page")
struct PagingTests {
  let server = TestServer()

  @Test("Pages hold every binding once, in order, whatever their length", arguments: [1, 2, 3, 7, 8, 9])
  func bindings(limit: Int) throws {
    try server.register()
    let names = ["Echo", "alpha", "bravo", "Delta", "charlie", "golf", "foxtrot", "hotel"]
    for (index, name) in names.enumerated() { try server.create(name, source: "\(Sample.workspace)\(index)") }
    var found: [String] = []
    var cursor = ""
    var pages = 0
    repeat {
      let page = try server.call("roleBindings/list", "{'cluster': '\(Sample.cluster)', 'limit': \(limit)\(cursor)}")
      found += (0..<limit).compactMap { page["bindings.\($0).name"] }
      cursor = page["nextCursor"].map { ", 'cursor': '\($0)'" } ?? ""
      pages += 1
    } while !cursor.isEmpty
    #expect(found == names.sorted { $0.lowercased() < $1.lowercased() })
    #expect(pages == (names.count + limit - 1) / limit)
  }

  @Test("A binding that goes between two pages takes none with it")
  func changesBetweenPages() throws {
    try server.register()
    for name in ["a", "b", "c", "d"] { try server.create(name, source: "\(Sample.workspace)\(name)") }
    let first = try server.call("roleBindings/list", "{'cluster': '\(Sample.cluster)', 'limit': 2}")
    #expect(first["bindings.1.name"] == "b")
    try server.call("roleBindings/delete", "['\(Sample.cluster)', 'b', true]")
    try server.create("aa", source: "\(Sample.workspace)aa")
    let cursor = try #require(first["nextCursor"])
    let second = try server.call("roleBindings/list", "{'cluster': '\(Sample.cluster)', 'cursor': '\(cursor)'}")
    #expect(second["bindings.0.name"] == "c")
    #expect(second["bindings.count"] == "2")
    #expect(second["nextCursor"] == nil)
  }

  @Test("Clusters of one name in several groups page too")
  func clusters() throws {
    for group in ["b", "A", "c"] {
      try server.register(Sample.cluster.replacing("/rg/", with: "/\(group)/"))
    }
    let first = try server.call("clusters/list", "{'limit': 2, 'name': 'aks'}")
    #expect(first["clusters.0.resourceGroup"] == "A")
    let cursor = try #require(first["nextCursor"])
    let second = try server.call("clusters/list", "{'limit': 2, 'cursor': '\(cursor)'}")
    #expect(second["clusters.0.resourceGroup"] == "c")
    #expect(second["clusters.count"] == "1")
  }

  @Test("Roles page, retired ones among them")
  func roles() throws {
    let all = try server.call("roles/list", "{'includeRetired': true}")
    let count = try #require(all["roles.count"].flatMap(Int.init))
    let first = try server.call("roles/list", "{'includeRetired': true, 'limit': \(count - 1)}")
    let cursor = try #require(first["nextCursor"])
    let second = try server.call("roles/list", "{'includeRetired': true, 'cursor': '\(cursor)'}")
    #expect(second["roles.count"] == "1")
    #expect(second["roles.0.qualifiedName"] == all["roles.\(count - 1).qualifiedName"])
  }

  @Test("A limit out of bounds is refused by name", arguments: ["0", "-1", "1001", "1.5", "'2'"])
  func badLimit(_ limit: String) throws {
    let fault = try server.fault("clusters/list", "{'limit': \(limit)}")
    #expect(fault["code"] == "-32602")
    #expect(fault["data.target"] == "limit")
  }
}
