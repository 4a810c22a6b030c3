import Glibc

/// What the process was started with.
package enum CommandLineArguments {
  /// The arguments, the program's own name left out.
  ///
  /// From where the kernel keeps them: `CommandLine.arguments` looks for them on the stack, by way of `/proc/self/maps`,
  /// which takes some 20 µs of a start of 500. It is asked only where there is no `/proc`.
  package static var own: ArraySlice<String> {
    let file = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return CommandLine.arguments.dropFirst() }
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
      var count = 0
      bytes.append(addingCapacity: 4096) { room in
        room.withUnsafeMutableBufferPointer { room, filled in
          count = read(file, room.baseAddress, room.count)
          filled = max(count, 0)
        }
      }
      if count < 0, errno != EINTR { return CommandLine.arguments.dropFirst() }
      if count == 0 { break }
    }
    // Each argument ends with a zero.
    guard let name = bytes.firstIndex(of: 0), name + 1 < bytes.count else { return [] }
    return bytes[(name + 1)...].dropLast().split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
  }
}
