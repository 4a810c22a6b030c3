import JSON
import JSONRPC
import TrustedAccess

extension Method {
  /// `trustedAccess/resourceIds/parse`.
  static let resourceIDsParse = Method(
    "trustedAccess/resourceIds/parse",
    "Takes a resource ID apart",
    details:
      "Offsets count UTF-8 bytes from the start of the text. Fails with 'invalid' if the text is no resource ID.",
    lane: .immediate,
    parameters: [Parameters.resourceID.required],
    result: .object([
      .required("id", .text, "The ID as given."),
      .required("canonical", .text, "The ID in Azure's spelling of the fixed words."),
      .required("type", .text, "The resource type."),
      .required("name", .text, "The resource's own name."),
      .optional("subscription", .text, "The subscription's ID."),
      .optional("resourceGroup", .text, "The resource group."),
      .optional("location", .text, "The location, where the ID holds one."),
      .optional("parent", .text, "The ID of the enclosing resource."),
      .required(
        "segments",
        .array(
          of: .object([
            .required("value", .text, "The segment as written."),
            .required("kind", .text, "What the segment stands for."),
            .required("start", .count, "Where it starts."),
            .required("end", .count, "Where it ends."),
          ])), "The segments in their order."),
    ]),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let id = try ResourceID(parameter: invocation.arguments.required(Parameters.resourceID), named: "id")
    result.object { writer in
      writer.member("id", id.text)
      writer.member("canonical", id.canonical)
      writer.member("type", "\(id.type)")
      writer.member("name", id.name)
      if let subscription = id.subscriptionID { writer.member("subscription", subscription) }
      if let resourceGroup = id.resourceGroup { writer.member("resourceGroup", resourceGroup) }
      if let location = id.location { writer.member("location", location) }
      if let parent = id.parent { writer.member("parent", parent.text) }
      writer.key("segments")
      writer.array { writer in
        for segment in id.anatomy.segments {
          writer.object { writer in
            writer.member("value", String(id.anatomy.value(of: segment)))
            writer.member("kind", "\(segment.kind)")
            writer.member("start", segment.range.lowerBound)
            writer.member("end", segment.range.upperBound)
          }
        }
      }
    }
  }
}

extension ResourceID {
  /// Reads the resource ID in a parameter.
  ///
  /// - Throws: the fault 1003, with the corrected ID as its remedy where one can be computed.
  init(parameter text: String, named name: String) throws(ResponseError) {
    do throws(ResourceIDError) {
      try self.init(text)
    } catch {
      let correction = ResourceIDDiagnosis(text).correction
      throw FaultData(
        code: error.problem.code, message: "'\(name)' is no resource ID: \(error.message)", target: name,
        remedy: correction.map { "Use '\($0)'." }
      ).error(.invalid)
    }
  }
}
