import Testing

// swift-format-ignore-file
// A table of long texts: every ID stands whole on its line.

/// One text and what the Azure SDKs for Go and Python make of it.
struct ResourceIDCase: Sendable, CustomTestStringConvertible {
  /// What `arm.ParseResourceID` of azcore for Go reads.
  struct Reading: Sendable {
    var subscription: String?
    var group: String?
    var provider: String?
    var location: String?
    var type: String
    var name: String
    /// The canonical form where it differs from the input.
    var canonical: String?
    /// The chain of parents in canonical form, nearest first.
    var parents: [String] = []
  }

  var input: String
  /// `nil` if Go refuses the text.
  var reading: Reading?
  /// Whether `azure.mgmt.core.tools.is_valid_resource_id` takes the text.
  var isValidInPython: Bool

  var testDescription: String { "'\(input)'" }
}

extension ResourceIDCase {
  /// The test table of the Azure SDK for Go (resource_identifier_test.go), and IDs that Trusted Access meets; Python's
  /// verdicts are those of azure-mgmt-core itself.
  static let all: [ResourceIDCase] = [
    ResourceIDCase(
      input:
        "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/resourceGroups/myRg/providers/Microsoft.ApiManagement/service/myServiceName/subscriptions/mySubs",
      reading: .init(
        subscription: "17fecd63-33d8-4e43-ac6f-0aafa111b38d",
        group: "myRg",
        type: "Microsoft.ApiManagement/service/subscriptions",
        name: "mySubs",
        parents: [
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/resourceGroups/myRg/providers/Microsoft.ApiManagement/service/myServiceName",
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/resourceGroups/myRg",
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/db1ab6f0-4769-4b27-930e-01e2ef9c123c",
      reading: .init(
        subscription: "db1ab6f0-4769-4b27-930e-01e2ef9c123c",
        type: "Microsoft.Resources/subscriptions",
        name: "db1ab6f0-4769-4b27-930e-01e2ef9c123c"
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/providers/Microsoft.Billing/billingAccounts/3984c6f4-2d2a-4b04-93ce-43cf4824b698%3Ae2f1492a-a492-468d-909f-bf7fe6662c01_2019-05-31",
      reading: .init(
        type: "Microsoft.Billing/billingAccounts",
        name: "3984c6f4-2d2a-4b04-93ce-43cf4824b698%3Ae2f1492a-a492-468d-909f-bf7fe6662c01_2019-05-31"
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/db1ab6f0-4769-4b27-930e-01e2ef9c123c/providers/microsoft.insights",
      reading: .init(
        subscription: "db1ab6f0-4769-4b27-930e-01e2ef9c123c",
        provider: "microsoft.insights",
        type: "Microsoft.Resources/providers",
        name: "microsoft.insights",
        parents: [
          "/subscriptions/db1ab6f0-4769-4b27-930e-01e2ef9c123c"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Compute/virtualMachines/myVm",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        group: "myRg",
        type: "Microsoft.Compute/virtualMachines",
        name: "myVm",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Network/virtualNetworks/myNet/subnets/mySubnet",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        group: "myRg",
        type: "Microsoft.Network/virtualNetworks/subnets",
        name: "mySubnet",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Network/virtualNetworks/myNet",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        group: "myRg",
        type: "Microsoft.Resources/resourceGroups",
        name: "myRg",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575"
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/locations/MyLocation",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        location: "MyLocation",
        type: "Microsoft.Resources/subscriptions/locations",
        name: "MyLocation",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/locations/MyLocation/providers/Microsoft.Authorization/roleAssignments/myRa",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        location: "MyLocation",
        type: "Microsoft.Authorization/roleAssignments",
        name: "myRa",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/locations/MyLocation",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Network/virtualNetworks/myVnet/subnets/",
      reading: .init(
        subscription: "0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        group: "myRg",
        type: "Microsoft.Network/virtualNetworks/subnets",
        name: "",
        canonical:
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Network/virtualNetworks/myVnet/subnets",
        parents: [
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg/providers/Microsoft.Network/virtualNetworks/myVnet",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575/resourceGroups/myRg",
          "/subscriptions/0c2f6471-1bf0-4dda-aec3-cb9272f09575",
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/providers/Microsoft.CognitiveServices/locations/eastus/resourceGroups/avm-res-cognitiveservices-account-rg-p26m/deletedAccounts/OpenAI-cog-p26m",
      reading: .init(
        subscription: "17fecd63-33d8-4e43-ac6f-0aafa111b38d",
        location: "eastus",
        type: "Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts",
        name: "OpenAI-cog-p26m",
        parents: [
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/providers/Microsoft.CognitiveServices/locations/eastus/resourceGroups/avm-res-cognitiveservices-account-rg-p26m",
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/providers/Microsoft.CognitiveServices/locations/eastus",
          "/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/providers/Microsoft.Billing/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d",
      reading: .init(
        type: "Microsoft.Billing/subscriptions",
        name: "17fecd63-33d8-4e43-ac6f-0aafa111b38d"
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/providers/Microsoft.Billing/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/resourceGroups/test",
      reading: .init(
        type: "Microsoft.Billing/subscriptions/resourceGroups",
        name: "test",
        parents: [
          "/providers/Microsoft.Billing/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(input: "/providers/MicrosoftSomething/billingAccounts/", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/MicrosoftSomething/billingAccounts/", reading: nil, isValidInPython: false),
    ResourceIDCase(
      input: "providers/subscription/MicrosoftSomething/billingAccounts/", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/subscription/providersSomething", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/providers", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "", reading: nil, isValidInPython: false),
    ResourceIDCase(input: " ", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "//", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/ /", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "asdfghj", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "123456", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "!@#$%^&*/", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/subscriptions/", reading: nil, isValidInPython: false),
    ResourceIDCase(input: "/0c2f6471-1bf0-4dda-aec3-cb9272f09575/myRg/", reading: nil, isValidInPython: false),
    ResourceIDCase(
      input: "/providers/Company.MyProvider/myResources/myResourceName/providers/incomplete", reading: nil,
      isValidInPython: false),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/locations/WestEurope",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Resources/subscriptions/locations",
        name: "WestEurope",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/locations/WestEurope/publishers/myPublisher",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Compute/locations/publishers",
        name: "myPublisher",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/locations/WestEurope",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/Locations/WestEurope",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Resources/subscriptions/Locations",
        name: "WestEurope",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/Locations/WestEurope/publishers/myPublisher",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Compute/Locations/publishers",
        name: "myPublisher",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/Locations/WestEurope",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/LOCATIONS/WestEurope",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Resources/subscriptions/LOCATIONS",
        name: "WestEurope",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/LOCATIONS/WestEurope/publishers/myPublisher",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Compute/LOCATIONS/publishers",
        name: "myPublisher",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/LOCATIONS/WestEurope",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/lOcAtIoNs/WestEurope",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Resources/subscriptions/lOcAtIoNs",
        name: "WestEurope",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000"
        ]
      ),
      isValidInPython: false
    ),
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/lOcAtIoNs/WestEurope/publishers/myPublisher",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "WestEurope",
        type: "Microsoft.Compute/lOcAtIoNs/publishers",
        name: "myPublisher",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Compute/lOcAtIoNs/WestEurope",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Cluster.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.ContainerService/managedClusters/aks1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.ContainerService/managedClusters",
        name: "aks1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Binding.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.ContainerService/managedClusters/aks1/trustedAccessRoleBindings/b1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
        name: "b1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.ContainerService/managedClusters/aks1",
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Binding, lower-case segments (RP spec examples return 'resourcegroups').
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg1/providers/microsoft.containerservice/managedclusters/aks1/trustedaccessrolebindings/b1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "microsoft.containerservice/managedclusters/trustedaccessrolebindings",
        name: "b1",
        canonical:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/microsoft.containerservice/managedclusters/aks1/trustedaccessrolebindings/b1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/microsoft.containerservice/managedclusters/aks1",
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // AML workspace source.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.MachineLearningServices/workspaces",
        name: "ws1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Backup vault source, 'BackupVaults' casing used by Azure docs.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.DataProtection/BackupVaults/vault1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.DataProtection/BackupVaults",
        name: "vault1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Defender CSPM operator (subscription level, nested; role type is the PARENT type Microsoft.Security/pricings).
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMSecurityOperator",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        type: "Microsoft.Security/pricings/securityOperators",
        name: "DefenderCSPMSecurityOperator",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Security/pricings/CloudPosture",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Defender for Containers operator.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Security/pricings/Containers/securityOperators/DefenderForContainersSecurityOperator",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        type: "Microsoft.Security/pricings/securityOperators",
        name: "DefenderForContainersSecurityOperator",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Security/pricings/Containers",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Recovery Services vault: wrong source kind for backup-operator (azure-cli#27174).
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.RecoveryServices/vaults/v1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.RecoveryServices/vaults",
        name: "v1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Roles catalog.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.ContainerService/locations/eastus/trustedAccessRoles",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        location: "eastus",
        type: "Microsoft.ContainerService/locations/trustedAccessRoles",
        name: "",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.ContainerService/locations/eastus",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: false
    ),
    // Docs sample with a non-GUID subscription (seed).
    ResourceIDCase(
      input:
        "/subscriptions/000-000-000-000-000/resourceGroups/myResourceGroup/providers/Microsoft.MachineLearningServices/workspaces/MyMachineLearning",
      reading: .init(
        subscription: "000-000-000-000-000",
        group: "myResourceGroup",
        type: "Microsoft.MachineLearningServices/workspaces",
        name: "MyMachineLearning",
        parents: [
          "/subscriptions/000-000-000-000-000/resourceGroups/myResourceGroup",
          "/subscriptions/000-000-000-000-000",
        ]
      ),
      isValidInPython: true
    ),
    // Azure-cli help sample: no name segment.
    ResourceIDCase(
      input: "/subscriptions/0000/resourceGroups/myResourceGroup/providers/Microsoft.Demo/samples", reading: nil,
      isValidInPython: false),
    // Doubled slash.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000//resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.MachineLearningServices/workspaces",
        name: "ws1",
        canonical:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: false
    ),
    // Trailing slash.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1/",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.MachineLearningServices/workspaces",
        name: "ws1",
        canonical:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: false
    ),
    // Missing leading slash.
    ResourceIDCase(
      input:
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws1",
      reading: nil, isValidInPython: false),
    // Extension resource.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.ContainerService/managedClusters/aks1/providers/Microsoft.Authorization/roleAssignments/11111111-1111-1111-1111-111111111111",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.Authorization/roleAssignments",
        name: "11111111-1111-1111-1111-111111111111",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.ContainerService/managedClusters/aks1",
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
          "/subscriptions/00000000-0000-0000-0000-000000000000",
        ]
      ),
      isValidInPython: true
    ),
    // Resource group only.
    ResourceIDCase(
      input:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1",
      reading: .init(
        subscription: "00000000-0000-0000-0000-000000000000",
        group: "rg1",
        type: "Microsoft.Resources/resourceGroups",
        name: "rg1",
        parents: [
          "/subscriptions/00000000-0000-0000-0000-000000000000"
        ]
      ),
      isValidInPython: true
    ),
  ]
}
