package import JSON

/// LSP 3.17, "Registration": something that the client is to tell the server from now on.
package enum Registration: Sendable {
  /// `workspace/didChangeConfiguration`, of a section.
  case configuration(section: String)
  /// `workspace/didChangeWatchedFiles`, of the files that a pattern names.
  case watchedFiles(pattern: String)

  private var method: String {
    switch self {
    case .configuration: "workspace/didChangeConfiguration"
    case .watchedFiles: "workspace/didChangeWatchedFiles"
    }
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      // There is one of a method, so that the method's name is a name for it, too.
      writer.member("id", method)
      writer.member("method", method)
      writer.key("registerOptions")
      writer.object { writer in
        switch self {
        case .configuration(let section):
          writer.member("section", section)
        case .watchedFiles(let pattern):
          writer.key("watchers")
          writer.array { writer in writer.object { $0.member("globPattern", pattern) } }
        }
      }
    }
  }

  /// Writes LSP's "RegistrationParams".
  package static func write(_ registrations: [Registration], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("registrations")
      writer.array { writer in for registration in registrations { registration.write(to: &writer) } }
    }
  }
}
