import Server
import Testing

@Suite("An ID that is no cluster's")
struct ClusterParameterTests {
  /// Each method that takes a cluster: the parameter's name, and what else the method must be given.
  static let methods: [(method: String, parameter: String, others: String)] = [
    ("clusters/register", "id", ", 'location': 'eastus'"),
    ("clusters/unregister", "id", ""),
    (
      "roleBindings/create", "cluster",
      ", 'name': 'ml', 'sourceResourceId': '\(Sample.workspace)', 'roles': ['\(Sample.workload)']"
    ),
    ("roleBindings/update", "cluster", ", 'name': 'ml', 'roles': ['\(Sample.workload)']"),
    ("roleBindings/show", "cluster", ", 'name': 'ml'"),
    ("roleBindings/list", "cluster", ""),
    ("roleBindings/delete", "cluster", ", 'name': 'ml', 'confirm': true"),
    ("roleBindings/plan", "cluster", ", 'name': 'ml', 'operation': 'delete'"),
    (
      "roleBindings/render", "cluster",
      ", 'name': 'ml', 'sourceResourceId': '\(Sample.workspace)', 'roles': ['\(Sample.workload)'], 'format': 'bicep'"
    ),
    ("access/review", "cluster", ", 'name': 'ml', 'verb': 'get', 'resource': 'pods'"),
  ]

  @Test("is refused in the words of the parameter that holds it", arguments: methods.indices)
  func target(place: Int) throws {
    let (method, parameter, others) = Self.methods[place]
    for id in [Sample.workspace, "no ID"] {
      let fault = try TestServer().fault(method, "{'\(parameter)': '\(id)'\(others)}")
      #expect(fault["code"] == "1003")
      #expect(fault["data.target"] == parameter, "\(fault)")
    }
  }

  @Test("is not forgotten for a method")
  func all() throws {
    let registry = TestServer().context.registry
    let taking = registry.methods.filter { method in
      method.parameters.contains { $0.name == "cluster" && $0.isRequired }
        || method.name.hasPrefix("trustedAccess/clusters/") && method.parameters.contains { $0.name == "id" }
    }
    #expect(Set(taking.map { String($0.name.dropFirst("trustedAccess/".count)) }) == Set(Self.methods.map(\.method)))
  }
}
