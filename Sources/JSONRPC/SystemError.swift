import Glibc

/// A system call that failed.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error number, `errno`.
  package var code: CInt

  /// What was tried, `read`.
  package var operation: String

  /// Creates an error.
  package init(code: CInt, operation: String) {
    self.code = code
    self.operation = operation
  }

  /// The operation and the system's own words for the error.
  package var description: String { "\(operation): \(String(cString: strerror(code)))" }
}
