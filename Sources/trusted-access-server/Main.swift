import CommandLineInterface
import Glibc

@main enum Main {
  static func main() {
    exit(CommandLineInterface.run(CommandLine.arguments.dropFirst()))
  }
}
