import CommandLineInterface
import Glibc

@main enum Main {
  static func main() {
    // A file that may not grow shows as an error of `write`, which can be told, not as a signal that ends the process.
    signal(SIGXFSZ, SIG_IGN)
    exit(CommandLineInterface.run(CommandLine.arguments.dropFirst()))
  }
}
