/// A shell script with a command that somebody is typing in its middle: the name of a role, half of it.
struct SampleScript {
  /// The text.
  let text: String
  /// The line of the cursor, from 0.
  let line: Int
  /// The character of the cursor in its line, from 0.
  let character: Int

  /// The sizes that scripts are measured in.
  static let sizes = [("1 KB", 1 << 10), ("100 KB", 100 << 10), ("1 MB", 1 << 20), ("10 MB", 10 << 20)].map {
    (name: $0.0, byteCount: $0.1)
  }

  /// Creates a script.
  ///
  /// - Parameters:
  ///   - byteCount: about how long it is.
  ///   - isDense: whether each line is a binding; else none but the one that is typed.
  init(byteCount: Int, isDense: Bool) {
    let typed = Self.create(0) + " --roles Microsoft.MachineLearn"
    var lines: [String] = []
    var used = typed.utf8.count
    while used < byteCount {
      let line = isDense ? "\(Self.create(lines.count)) --roles \(Sample.role)" : "echo \"step \(lines.count)\"  # done"
      used += line.utf8.count + 1
      lines.append(line)
    }
    line = 1 + lines.count / 2
    character = typed.utf8.count
    lines.insert(typed, at: lines.count / 2)
    text = "#!/usr/bin/env bash\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func create(_ number: Int) -> String {
    "az aks trustedaccess rolebinding create -g rg\(number) --cluster-name aks\(number) -n bind\(number)"
      + " --source-resource-id \(Sample.source(number))"
  }

  /// The text as JSON has it within quotes.
  var escaped: String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for byte in text.utf8 {
      switch byte {
      case 0x0A: escaped += [0x5C, UInt8(ascii: "n")]
      case 0x22, 0x5C: escaped += [0x5C, byte]
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
