/// Why a stretch of the stream is no message.
package struct FrameFault: Error, Hashable, Sendable {
  /// What is wrong and what would be right.
  package var message: String

  /// Whether the next message can be found: if not, nothing that follows on the stream can be trusted.
  package var isRecoverable: Bool
}
