import BindingDocuments

/// The first line of a script, which names the program that reads it: `#!/bin/bash`, `#!/usr/bin/env -S pwsh -NoProfile`.
enum Shebang {
  /// The language that a script's first bytes tell; `nil` if none, or another than those that are read.
  static func dialect(of bytes: UnsafeRawBufferPointer) -> DialectName? {
    guard bytes.starts(with: "#!".utf8) else { return nil }
    let line = bytes.dropFirst(2).prefix(256).prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split { $0 == 0x20 || $0 == 0x09 }
    // Behind `env`, its options and variables come before the program.
    let program = words.lazy.map { word -> String in
      let name = word[((word.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 }) ?? word.startIndex)...]
      return String(decoding: name, as: UTF8.self)
    }.first { $0 != "env" && !$0.hasPrefix("-") && !$0.utf8.contains(UInt8(ascii: "=")) }
    return program.flatMap { programs[$0] }
  }

  private static let programs: [String: DialectName] = [
    "sh": .shell, "bash": .shell, "dash": .shell, "ash": .shell, "zsh": .shell, "ksh": .shell, "mksh": .shell,
    "bats": .shell, "pwsh": .powerShell, "powershell": .powerShell,
  ]
}
