/// A dialect that a role binding can be written in.
package enum RenderingFormat: String, CaseIterable, Sendable {
  case azureCLI = "az"
  case powerShell = "powershell"
  case bicep = "bicep"
  case armTemplate = "arm-json"
  case terraformAzureRM = "terraform-azurerm"
  case terraformAzAPI = "terraform-azapi"
  case azureServiceOperator = "aso"
  case pulumiYAML = "pulumi-yaml"

  /// The dialect's name for people.
  package var title: String {
    switch self {
    case .azureCLI: "Azure CLI"
    case .powerShell: "Azure PowerShell"
    case .bicep: "Bicep"
    case .armTemplate: "ARM template (JSON)"
    case .terraformAzureRM: "Terraform (azurerm)"
    case .terraformAzAPI: "Terraform (azapi)"
    case .azureServiceOperator: "Azure Service Operator (YAML)"
    case .pulumiYAML: "Pulumi YAML"
    }
  }

  /// The language's identifier in LSP; for Bicep and Terraform, which LSP does not list, that of their own servers.
  package var languageID: String {
    switch self {
    case .azureCLI: "shellscript"
    case .powerShell: "powershell"
    case .bicep: "bicep"
    case .armTemplate: "json"
    case .terraformAzureRM, .terraformAzAPI: "terraform"
    case .azureServiceOperator, .pulumiYAML: "yaml"
    }
  }

  /// The extension of the dialect's files, without a dot.
  package var fileExtension: String {
    switch self {
    case .azureCLI: "sh"
    case .powerShell: "ps1"
    case .bicep: "bicep"
    case .armTemplate: "json"
    case .terraformAzureRM, .terraformAzAPI: "tf"
    case .azureServiceOperator, .pulumiYAML: "yaml"
    }
  }

  /// Whether the text depends on ``RenderedBinding/operation``: commands do, declarations don't.
  package var statesOperation: Bool { self == .azureCLI || self == .powerShell }

  /// Writes `binding`: text that works as it is pasted, and ends with a line feed. Every value comes back exactly as it
  /// was given, but for what a dialect can't hold: NUL in a shell's word; in the Azure CLI, which splits roles at commas
  /// and reads files, a comma in a role and an `@` at the start of a value.
  package func render(_ binding: RenderedBinding) -> String {
    switch self {
    case .azureCLI: AzureCLI.render(binding)
    case .powerShell: PowerShell.render(binding)
    case .bicep: Bicep.render(binding)
    case .armTemplate: ARMTemplate.render(binding)
    case .terraformAzureRM: TerraformAzureRM.render(binding)
    case .terraformAzAPI: TerraformAzAPI.render(binding)
    case .azureServiceOperator: AzureServiceOperator.render(binding)
    case .pulumiYAML: PulumiYAML.render(binding)
    }
  }
}
