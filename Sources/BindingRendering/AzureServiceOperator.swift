/// A resource of Azure Service Operator for `kubectl apply`, in the namespace that kubectl uses.
enum AzureServiceOperator {
  static func render(_ binding: RenderedBinding) -> String {
    """
    apiVersion: containerservice.azure.com/v1api20250801
    kind: TrustedAccessRoleBinding
    metadata:
      name: \(YAML.scalar(binding.kubernetesName))
    spec:
      azureName: \(YAML.scalar(binding.bindingName))
      owner:
        armId: \(YAML.scalar(binding.clusterID))
      roles:\(YAML.list(binding.roleNames, indentation: 4))
      sourceResourceReference:
        armId: \(YAML.scalar(binding.sourceID))

    """
  }
}

extension RenderedBinding {
  /// The binding's name as a DNS label (RFC 1123): small letters, and no hyphen at either end; `binding` if nothing is
  /// left.
  fileprivate var kubernetesName: String {
    var label = bindingName.lowercased()[...]
    while label.first == "-" { label.removeFirst() }
    while label.last == "-" { label.removeLast() }
    return label.isEmpty ? "binding" : String(label)
  }
}
