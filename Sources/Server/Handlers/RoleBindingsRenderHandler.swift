import BindingRendering
import JSON
import JSONRPC
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/render`.
  static let roleBindingsRender = Method(
    "trustedAccess/roleBindings/render",
    "Writes a role binding in another language",
    lane: .immediate,
    parameters: [
      Parameters.clusterID.required, Parameters.bindingName.required, Parameters.sourceResourceID.required,
      Parameters.roles.required, Parameters.format.required, Parameters.operation.optional,
    ],
    result: .object([
      .required("format", .text, "The format asked for."),
      .required("title", .text, "The format's name for people."),
      .required("languageId", .text, "LSP's identifier of the language."),
      .required("fileExtension", .text, "The usual file name extension, without a dot."),
      .required("text", .text, "The binding, ready to be pasted."),
    ]),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let binding = RenderedBinding(
      name: try BindingName(parameter: arguments.required(Parameters.bindingName)),
      cluster: try ResourceID(parameter: arguments.required(Parameters.clusterID), named: "cluster"),
      source: try ResourceID(parameter: arguments.required(Parameters.sourceResourceID), named: "sourceResourceId"),
      roles: try RoleName.roles(parameter: arguments.required(Parameters.roles)),
      operation: Parameters.operations[arguments[Parameters.operation] ?? "create"] ?? .create)
    guard let binding else {
      throw FaultData(
        code: "wrong-type", message: "'cluster' is not the ID of a managed cluster in a resource group",
        target: "cluster",
        remedy: "Give /subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…."
      ).error(.invalid)
    }
    guard let format = RenderingFormat(rawValue: try arguments.required(Parameters.format)) else {
      throw Arguments.invalid("'format' is unknown", at: "format")
    }
    result.object { writer in
      writer.member("format", format.rawValue)
      writer.member("title", format.title)
      writer.member("languageId", format.languageID)
      writer.member("fileExtension", format.fileExtension)
      writer.member("text", format.render(binding))
    }
  }
}

extension BindingName {
  /// Reads the binding name in a parameter; fails with AKS's own text if it is none.
  init(parameter text: String) throws(ResponseError) {
    guard let name = BindingName(text) else { throw BackendError.invalidBindingName(text.shortened).response }
    self = name
  }
}

extension RoleName {
  /// Reads the role names in a parameter; fails with AKS's own text if one lacks its source type.
  static func roles(parameter texts: [String]) throws(ResponseError) -> [RoleName] {
    var roles: [RoleName] = []
    for (index, text) in texts.enumerated() {
      guard let role = RoleName(text) else {
        guard text.contains("/") else { throw BackendError.bareRole(text.shortened).response }
        throw FaultData(
          code: "InvalidParameter",
          message: "'roles[\(index)]' is '\(text.shortened)': expected '{source type}/{name}', such as"
            + " 'Microsoft.MachineLearningServices/workspaces/mlworkload'",
          target: "roles[\(index)]"
        ).error(.invalid)
      }
      roles.append(role)
    }
    return roles
  }
}
