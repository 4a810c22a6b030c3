import JSON
import JSONRPC
import LocalBackend
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/resourceIds/complete`.
  static let resourceIDsComplete = Method(
    "trustedAccess/resourceIds/complete",
    "Proposes how a resource ID that is being typed may go on",
    details: """
      Out of the grammar, the types that roles exist for, and the clusters, bindings and sources of the local store. \
      Offsets count UTF-8 bytes.
      """,
    lane: .state,
    parameters: [
      Parameters.typedResourceID.required, Parameters.offset.optional, Parameters.completedResource.optional,
      Parameters.location.optional, Parameters.completionLimit.optional,
    ],
    result: .object([
      .required("start", .count, "Where the part starts that a proposal replaces."),
      .required("end", .count, "Where it ends."),
      .required(
        "items",
        .array(
          of: .object([
            .required("newText", .text, "What to put there."),
            .required("kind", .text, "What its first segment stands for, as in 'resourceIds/parse'."),
            .required(
              "extent", .string(values: ResourceIDCompletion.Proposal.Extent.allCases.map(\.rawValue)),
              "segment: it completes the segment; whole: the ID."),
          ])), "The proposals, best first."),
      .required("isIncomplete", .boolean, "Whether there are more than were asked for."),
    ]),
    faults: [.unavailable]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let text = try arguments.required(Parameters.typedResourceID)
    let context = invocation.context
    let sourceTypes = context.roles(in: arguments[Parameters.location]).sourceTypes
    let wanted: [ResourceType] =
      switch arguments[Parameters.completedResource] {
      case "cluster": [.cluster]
      case "binding": [.binding]
      case "source": sourceTypes
      default: [.cluster] + sourceTypes
      }
    let completion = ResourceIDCompletion(
      in: text, at: arguments[Parameters.offset] ?? text.utf8.count, known: try context.knownResources(),
      wanted: wanted)
    let items = completion.proposals.prefix(arguments[Parameters.completionLimit] ?? 50)
    result.object { writer in
      writer.member("start", completion.range.lowerBound)
      writer.member("end", completion.range.upperBound)
      writer.key("items")
      writer.array { writer in
        for item in items {
          writer.object { writer in
            writer.member("newText", item.text)
            writer.member("kind", "\(item.kind)")
            writer.member("extent", item.extent.rawValue)
          }
        }
      }
      writer.member("isIncomplete", items.count < completion.proposals.count)
    }
  }
}

extension ServerContext {
  /// Every resource that the local store knows of, each once: clusters, then bindings and their sources.
  fileprivate func knownResources() throws(ResponseError) -> [ResourceID] {
    let clusters = try asking { () throws(BackendError) in try backend.clusters().clusters.map(\.cluster.id) }
    // A cluster that goes away meanwhile has nothing to propose.
    let bindings = clusters.flatMap { (try? backend.bindings(on: $0)) ?? [] }.map(\.binding)
    let named = bindings.flatMap { binding in [try? ResourceID(binding.id), binding.source].compactMap { $0 } }
    var seen: Set<ResourceID> = []
    return (clusters + named).filter { seen.insert($0).inserted }
  }
}
