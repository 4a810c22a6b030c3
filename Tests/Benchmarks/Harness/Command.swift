import Glibc

/// A program to start.
struct Command {
  /// The path of its executable, or its name, to be looked up in `PATH`.
  var executable: String
  /// Its arguments, without its own name.
  var arguments: [String] = []
  /// Variables added to this process's environment.
  var environment: [String: String] = [:]

  /// This command with further arguments.
  func with(_ arguments: String...) -> Command {
    var command = self
    command.arguments += arguments
    return command
  }

  /// Runs the program to its end. What it prints goes to stderr, for stdout is the table's.
  ///
  /// - Throws: if it can't be started or ends with another status than 0.
  func run() throws(Failure) {
    let (pid, _) = try spawn([(STDERR_FILENO, STDOUT_FILENO)])
    let status = waitForEnd(of: pid)
    guard status == 0 else { throw Failure("\(([executable] + arguments).joined(separator: " ")): status \(status)") }
  }

  /// Starts the program.
  ///
  /// - Parameter descriptors: pairs of our descriptor and the number that the program finds it under. All others of
  ///   ours are to be closed on exec.
  /// - Returns: the process, and the time directly before it was started.
  func spawn(_ descriptors: [(ours: Int32, theirs: Int32)]) throws(Failure) -> (pid: pid_t, start: UInt64) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (ours, theirs) in descriptors { posix_spawn_file_actions_adddup2(&actions, ours, theirs) }
    let argv = CStrings([executable] + arguments)
    let envp = CStrings(environment.map { "\($0.key)=\($0.value)" } + inheritedEnvironment())

    var pid: pid_t = 0
    let start = now()
    let code = posix_spawnp(&pid, executable, &actions, nil, argv.pointers, envp.pointers)
    guard code == 0 else { throw Failure("cannot start \(executable): \(errorText(code))") }
    return (pid, start)
  }

  /// This process's environment without what the command sets itself.
  private func inheritedEnvironment() -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      if environment[String(text.prefix { $0 != "=" })] == nil { lines.append(text) }
      next += 1
    }
    return lines
  }
}

/// Strings as C's `argv` and `envp` are: an array of pointers that ends with a null pointer.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  init(_ strings: [String]) {
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
  }

  deinit {
    var next = pointers
    while let string = next.pointee {
      free(string)
      next += 1
    }
    pointers.deallocate()
  }
}

/// Waits for a process to end.
///
/// - Returns: its exit status, or 128 and the signal's number.
@discardableResult
func waitForEnd(of pid: pid_t) -> Int32 {
  var status: Int32 = 0
  while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}

/// The text of an error number, the last call's if none is given.
func errorText(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}
