import JSON
import SourceText

/// The answer to `initialize`: LSP 3.17, "Initialize Request".
enum InitializeResult {
  static func write(to writer: inout JSONWriter, encoding: PositionEncoding) {
    writer.object { writer in
      writer.member("capabilities") { writer in
        writer.object { writer in
          writer.member("positionEncoding", encoding.rawValue)
          writer.member("textDocumentSync") { writer in
            writer.object { writer in
              writer.member("openClose", true)
              // Incremental.
              writer.member("change", 2)
              writer.member("save", true)
            }
          }
          writer.member("workspace") { writer in
            writer.object { writer in
              writer.member("workspaceFolders") { writer in
                writer.object { writer in
                  writer.member("supported", true)
                  writer.member("changeNotifications", true)
                }
              }
            }
          }
          for feature in DocumentFeature.all {
            guard let capability = feature.capability else { continue }
            writer.key(capability)
            feature.writeCapability(&writer)
          }
          writer.member("experimental") { writer in
            writer.object { writer in
              writer.member("trustedAccess") { writer in
                writer.object { $0.member("specification", ServerInfo.specificationVersion) }
              }
            }
          }
        }
      }
      writer.member("serverInfo") { writer in
        writer.object { writer in
          writer.member("name", ServerInfo.name)
          writer.member("version", ServerInfo.version)
        }
      }
    }
  }
}
