import JSON

// Results in the shapes that the Azure CLI prints, so that a script that reads its output keeps working. Source:
// azure-cli 2.91.0, `az aks trustedaccess`.

extension View {
  /// A role binding: ARM's members without `properties`, with the group beside them; what is ours is at the end.
  static let binding = View(columns: bindingColumns, write: { write(binding: $0, to: &$1) })

  /// The role binding in a member of the result.
  static let changedBinding = View(
    columns: bindingColumns.map { column in
      Column(column.title) { column.text($0["binding"] ?? .null) }
    },
    write: { write(binding: $0["binding"] ?? .null, to: &$1) })

  /// The role bindings of a cluster.
  static let bindings = View(
    rows: "bindings", columns: bindingColumns,
    write: { result, writer in
      writer.array { writer in
        for binding in (result["bindings"] ?? .null).elements { write(binding: binding, to: &writer) }
      }
    })

  /// The roles of a location; what is ours is at the end.
  static let roles = View(
    rows: "roles",
    columns: [Column("Name", "name"), Column("SourceResourceType", "sourceResourceType")],
    write: { result, writer in
      writer.array { writer in
        for role in (result["roles"] ?? .null).elements {
          writer.object { writer in
            writer.member("name", role["name"] ?? .null)
            writer.key("rules")
            writer.array { writer in
              for rule in (role["rules"] ?? .null).elements { write(rule: rule, to: &writer) }
            }
            writer.member("sourceResourceType", role["sourceResourceType"] ?? .null)
            writer.member("qualifiedName", role["qualifiedName"] ?? .null)
            writer.member("lifecycle", role["lifecycle"] ?? .null)
          }
        }
      }
    })

  private static let bindingColumns = [
    Column("Name", "name"),
    Column("ProvisioningState", "properties", "provisioningState"),
    Column("ResourceGroup") { group(of: $0) ?? "" },
    Column("SourceResourceId", "properties", "sourceResourceId"),
    // The Azure CLI ends here.
    Column("Roles", "properties", "roles"),
    Column("Effective", "effective", "state"),
  ]

  private static func write(binding: JSONValue, to writer: inout JSONWriter) {
    let properties = binding["properties"] ?? .null
    writer.object { writer in
      writer.member("id", binding["id"] ?? .null)
      writer.member("name", binding["name"] ?? .null)
      writer.member("provisioningState", properties["provisioningState"] ?? .null)
      writer.member("resourceGroup", group(of: binding) ?? "")
      writer.member("roles", properties["roles"] ?? .null)
      writer.member("sourceResourceId", properties["sourceResourceId"] ?? .null)
      writer.member("systemData", .null)
      writer.member("type", binding["type"] ?? .null)
      writer.member("effective", binding["effective"] ?? .null)
      writer.member("etag", binding["etag"] ?? .null)
    }
  }

  private static func write(rule: JSONValue, to writer: inout JSONWriter) {
    writer.object { writer in
      for (member, name) in [
        ("apiGroups", "apiGroups"),
        // The Azure CLI's own spelling, made of `non_resource_ur_ls`.
        ("nonResourceURLs", "nonResourceUrLs"),
        ("resourceNames", "resourceNames"),
        ("resources", "resources"),
        ("verbs", "verbs"),
      ] {
        let values = rule[member] ?? .null
        writer.member(named: name) { $0.write(values.count == 0 ? .null : values) }
      }
    }
  }

  private static func group(of binding: JSONValue) -> String? {
    let parts = binding["id"]?.string?.split(separator: "/") ?? []
    return parts.count > 3 ? String(parts[3]) : nil
  }
}
