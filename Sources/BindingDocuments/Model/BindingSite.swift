/// A place where a document says something of role bindings: a command, or a resource of a template.
///
/// However broken it is, a site has what could be made out; the rest is `nil`.
package struct BindingSite: Hashable, Sendable {
  /// In which form a site is written.
  package enum Form: Hashable, Sendable, CaseIterable {
    /// `az aks trustedaccess …`
    case azureCLI
    /// `az rest` against a binding's URL.
    case azureREST
    /// A cmdlet of Az.Aks.
    case azurePowerShell
    /// A resource of Bicep.
    case bicep
    /// A resource of an ARM template.
    case armTemplate
    /// A body of ARM's REST API.
    case restBody
    /// `azurerm_kubernetes_cluster_trusted_access_role_binding`
    case terraformAzureRM
    /// `azapi_resource` and its kin.
    case terraformAzAPI
    /// Azure Service Operator.
    case serviceOperator
    /// Crossplane's provider for Azure.
    case crossplane
    /// Pulumi YAML.
    case pulumi
  }

  /// What a site does with a binding.
  package enum Operation: Hashable, Sendable, CaseIterable {
    /// Creates it, and fails if it is there.
    case create
    /// Replaces its roles.
    case update
    /// Sees to it that it is as it is written, whatever was before: templates, `az rest --method put`.
    case declare
    case show
    case list
    case delete
    /// Lists the roles of a location.
    case listRoles
  }

  /// In which form it is written.
  package var form: Form

  /// The language that it is written in, which is another than the document's within a text of its own; `nil` until that is
  /// known.
  package var dialect: DialectName?

  /// What it does; `nil` if that is not known: a command that there is not, or is not typed to its end.
  package var operation: Operation?

  /// All of it.
  package var range: Range<Int>

  /// What tells what it is: a command's words, a resource's type. Where something is said of the whole.
  package var heading: Range<Int>

  /// The binding's name.
  package var name: Expression?

  /// The cluster's resource ID, put together with ``clusterID(subscription:group:name:at:)`` where it is given in pieces.
  package var cluster: Expression?

  /// The source's resource ID.
  package var source: Expression?

  /// The roles.
  package var roles: RoleList?

  /// The Azure location that roles are listed for.
  package var location: Expression?

  /// The words of a command up to its first option, `az aks trustedaccess rolebinding create`; the type of a resource with
  /// its version, `Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01`, as one.
  package var words: [Expression] = []

  /// A command's options, or the properties of a resource that are there, in order; those that are not known, too.
  package var arguments: [Argument] = []

  /// Whether it stands for several bindings: in a loop, with `for_each` or `copy`.
  package var isRepeated = false

  /// Whether it may not be run, or not be made: in a branch, behind `&&` or `||`, in a function, with a condition.
  package var isConditional = false

  /// The text of its own that it stands in, a script in a pipeline, and nothing outside of it is part of the same run;
  /// `nil` for what is the document's own.
  package var script: Range<Int>?

  /// Whether it stands in a string or a here-document of a script, which may expand variables before the site's own language
  /// sees them.
  package var isInString = false

  /// Whether its errors are thrown away and its failure is passed over: `2>/dev/null || true`.
  package var hidesFailure = false

  /// The subscription that its command works on where it names none: what ``AzureCommandLine/account`` means there. Its
  /// cluster's ID has an unknown part in that place. `nil` for what is no command of the Azure CLI, or names one.
  package var account: Expression?

  /// Whether it only reads or refers: a resource marked `existing`, a Terraform `data` block.
  package var isReference = false

  /// Creates a site.
  package init(_ form: Form, _ operation: Operation?, range: Range<Int>, heading: Range<Int>) {
    self.form = form
    self.operation = operation
    self.range = range
    self.heading = heading
  }

  /// The ID of a cluster that is given by its group and name. What is not given is unknown, and so is what a part of `nil`
  /// stands for.
  package static func clusterID(
    subscription: Expression?, group: Expression?, name: Expression, at place: Int
  ) -> Expression {
    let unknown = Expression([.init(.opaque, "", at: place..<place)], range: place..<place, quoting: .none)
    return .joining([
      .implied("/subscriptions/", at: place), subscription ?? unknown,
      .implied("/resourceGroups/", at: place), group ?? unknown,
      .implied("/providers/Microsoft.ContainerService/managedClusters/", at: place), name,
    ])
  }
}

/// The roles of a site.
package struct RoleList: Hashable, Sendable {
  /// The roles, each by itself.
  package var elements: [Expression]

  /// All of the list where it stands, with its brackets if it has some.
  package var range: Range<Int>

  /// Whether these are all: not if the list is put together, or a part of it is unknown.
  package var isComplete: Bool

  /// How the list is written.
  package var form: Form

  /// How a list of roles is written.
  package enum Form: Hashable, Sendable {
    /// One text with commas between the roles, as `az --roles` takes it.
    case commas
    /// An array of the language.
    case array
  }

  /// Creates a list.
  package init(_ elements: [Expression], range: Range<Int>, isComplete: Bool = true, form: Form) {
    self.elements = elements
    self.range = range
    self.isComplete = isComplete
    self.form = form
  }
}

/// An option of a command or a property of a resource, as it is written.
package struct Argument: Hashable, Sendable {
  /// The name, `--roles` or `sourceResourceId`, and where it stands.
  package var name: Expression

  /// The values; several where a command's option is followed by several words.
  package var values: [Expression]

  /// Creates an argument.
  package init(_ name: Expression, _ values: [Expression]) {
    self.name = name
    self.values = values
  }
}
