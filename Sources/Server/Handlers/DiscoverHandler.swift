import JSONRPC

extension Method {
  /// `rpc.discover`: OpenRPC 1.3, "Service Discovery Method".
  static let discover = Method(
    "rpc.discover",
    "Describes every method as an OpenRPC document",
    lane: .immediate,
    result: .object([], isOpen: true)
  ) { invocation, result throws(ResponseError) in
    OpenRPC.write(invocation.context.registry, to: &result)
  }
}
