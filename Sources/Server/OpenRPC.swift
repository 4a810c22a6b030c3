package import JSON
import JSONRPC

/// The OpenRPC 1.3 document of the methods: what `rpc.discover` answers and `protocol-spec/openrpc.json` holds.
package enum OpenRPC {
  /// Writes the document, one object.
  package static func write(_ registry: MethodRegistry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("openrpc", "1.3.2")
      writer.member("info") { writer in
        writer.object { writer in
          writer.member("title", ServerInfo.name)
          writer.member("version", ServerInfo.version)
          writer.member("description", "Role bindings, roles and resource IDs of AKS Trusted Access, over stdio.")
          writer.member("license") { writer in
            writer.object { $0.member("name", "MIT") }
          }
        }
      }
      writer.member("methods") { writer in
        writer.array { writer in
          for method in registry.methods { write(method, to: &writer) }
        }
      }
      writer.member("components") { writer in
        writer.object { writer in
          writeSchemas(registry, to: &writer)
          writeErrors(to: &writer)
        }
      }
    }
  }

  private static func write(_ method: Method, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", method.name)
      writer.member("summary", method.summary)
      if !method.details.isEmpty { writer.member("description", method.details) }
      writer.member("paramStructure", "either")
      writer.member("params") { writer in
        writer.array { writer in
          for parameter in method.parameters {
            writer.object { writer in
              writer.member("name", parameter.name)
              writer.member("summary", parameter.summary)
              writer.member("required", parameter.isRequired)
              writer.member("schema") { parameter.schema.write(to: &$0) }
            }
          }
        }
      }
      writer.member("result") { writer in
        writer.object { writer in
          writer.member("name", "result")
          writer.member("schema") { method.result.write(to: &$0) }
        }
      }
      if !method.faults.isEmpty {
        writer.member("errors") { writer in
          writer.array { writer in
            for fault in method.faults {
              writer.object { $0.member("$ref", "#/components/errors/\(fault)") }
            }
          }
        }
      }
    }
  }

  private static func writeSchemas(_ registry: MethodRegistry, to writer: inout JSONWriter) {
    var named: [String: Schema] = [:]
    FaultData.schema.collectNamed(into: &named)
    for method in registry.methods {
      method.result.collectNamed(into: &named)
      for parameter in method.parameters { parameter.schema.collectNamed(into: &named) }
    }
    writer.member("schemas") { writer in
      writer.object { writer in
        for (name, schema) in named.sorted(by: { $0.key < $1.key }) {
          writer.member(named: name) { schema.write(to: &$0) }
        }
      }
    }
  }

  private static func writeErrors(to writer: inout JSONWriter) {
    writer.member("errors") { writer in
      writer.object { writer in
        for fault in FaultCode.allCases {
          writer.member(named: "\(fault)") { writer in
            writer.object { writer in
              writer.member("code", fault.rawValue)
              writer.member("message", fault.summary)
              writer.member("data") { FaultData.schema.write(to: &$0) }
            }
          }
        }
      }
    }
  }
}
