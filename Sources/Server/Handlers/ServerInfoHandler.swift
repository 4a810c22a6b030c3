import JSON
import JSONRPC

extension Method {
  /// `trustedAccess/server/info`.
  static let serverInfo = Method(
    "trustedAccess/server/info",
    "Tells the server's name and version, the specification that it follows, and its time",
    lane: .immediate,
    result: .object([
      .required("name", .text, "The program's name."),
      .required("version", .text, "The program's version."),
      .required("specification", .text, "The version of the protocol specification."),
      .required("time", .timestamp, "The server's time."),
    ])
  ) { invocation, result throws(ResponseError) in
    result.object { writer in
      writer.member("name", ServerInfo.name)
      writer.member("version", ServerInfo.version)
      writer.member("specification", ServerInfo.specificationVersion)
      writer.member("time", invocation.context.now())
    }
  }
}
