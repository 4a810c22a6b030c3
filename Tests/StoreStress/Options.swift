import DurableStorage
import Glibc

/// The command line: of the whole run, and of one of its children.
struct Options {
  var seed = UInt64.random(in: 0...999_999_999)
  var writes = 1000
  var processes = 16
  /// How many operations each of the racing processes does.
  var operations = 40
  /// The store.
  var folder = ""
  /// Which of several children this is.
  var slot = 0
  /// The call of the file system at which this child kills itself; 0 if another does it.
  var dyingCall = 0

  init(_ arguments: [String]) {
    var rest = arguments.first?.hasPrefix("--") == false ? arguments.dropFirst() : arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { Self.refuse(option) }
      let number = Int(value)
      switch (option, number) {
      case ("--folder", _): folder = value
      case ("--seed", let number?): seed = UInt64(number.magnitude)
      case ("--writes", let number?): writes = number
      case ("--processes", let number?): processes = number
      case ("--operations", let number?): operations = number
      case ("--slot", let number?): slot = number
      case ("--dying-call", let number?): dyingCall = number
      default: Self.refuse(option)
      }
    }
    if folder.isEmpty { folder = Scratch.make() }
  }

  private static func refuse(_ option: String) -> Never {
    print("store-stress: '\(option)' is no option, or has no value that fits.")
    exit(2)
  }
}

/// Folders that are gone after the run.
enum Scratch {
  static func make() -> String {
    var template = Array("/tmp/store-stress-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else {
      print("store-stress: cannot make a folder in /tmp.")
      exit(1)
    }
    return String(cString: path)
  }

  static func remove(_ folder: String) {
    for name in (try? FileSystem.system.list(folder)) ?? [] {
      if unlink("\(folder)/\(name)") != 0 { remove("\(folder)/\(name)") }
    }
    rmdir(folder)
  }
}
