import BindingDocuments

/// What is printed of a text, with the fields of a site on lines of their own, and short words for the types that every
/// site has.
func fields(_ dialect: any Dialect.Type, _ text: String) -> String {
  var lines: [String] = []
  for line in printed(dialect, text) {
    var line = line[...]
    for field in [" name=", " cluster=", " source=", " location=", " roles="] {
      guard let range = line.firstRange(of: field) else { continue }
      lines.append(String(line[..<range.lowerBound]))
      line = "  " + line[range.lowerBound...].dropFirst()
    }
    lines.append(String(line))
  }
  return lines.joined(separator: "\n")
    .replacing("Microsoft.ContainerService/managedClusters", with: "CLUSTERS")
    .replacing("trustedAccessRoleBindings", with: "BINDINGS")
    .replacing("/subscriptions/⟨?subscription().subscriptionId⟩", with: "SUBSCRIPTION")
    .replacing("/resourceGroups/⟨?resourceGroup().name⟩", with: "/GROUP")
    .replacing("https://schema.management.azure.com/schemas/2019-04-01/", with: "")
}
