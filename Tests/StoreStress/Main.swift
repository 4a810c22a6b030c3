import Glibc

// Kills writers and races processes on one store, and checks that nothing acknowledged is lost and that the store behaves
// as if its operations were done one after another.
//
//     store-stress [--seed N] [--writes N] [--processes N] [--operations N]
//
// Ends with 0 if all holds. Else with 1, what was seen, and the store left where it was.

@main
struct Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // Nothing may hang: neither this process nor, should it be gone, one of its children.
    alarm(120)
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "writer": return KilledWriters.write(Options(arguments))
    case "racer": return Race.run(Options(arguments))
    case "limited": return LimitedFile.write(Options(arguments))
    default: break
    }
    let options = Options(arguments)
    print("store-stress --seed \(options.seed), in \(options.folder)")
    do {
      try Linearizability.checkItself()
      print(try KilledWriters.check(options))
      print(try Race.check(options))
      print(try LimitedFile.check(options))
    } catch {
      print("FAILED: \(error)\nThe store is left in \(options.folder).")
      exit(1)
    }
    Scratch.remove(options.folder)
  }
}

/// What was seen that must not be.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
