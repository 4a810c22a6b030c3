import BindingDocuments
import TrustedAccess
import Workspace

extension DocumentFinding {
  /// The code of everything that is wrong with settings, which no rule tells.
  static let settingsCode = "settings"

  /// What is wrong with settings, in the file that has them.
  init(_ problem: SettingsProblem) {
    self.init(code: Self.settingsCode, severity: .warning, message: problem.sentence, range: problem.range)
  }
}

extension SettingsProblem {
  /// What is wrong and what would be right, as a whole sentence.
  var sentence: String { message.hasSuffix("?") ? message : "\(message)." }
}
