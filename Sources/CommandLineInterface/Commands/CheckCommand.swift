import BindingDocuments
import DurableStorage
import Glibc
import JSON
import Server
import TrustedAccess
import Workspace

extension Command {
  static let check = Command(
    "check", "Find role bindings in files and say what is wrong with them",
    details: """
      Scripts, templates, pipelines and pages are read as an editor has them read; what git ignores is left out. A folder's \
      file '\(Settings.fileName)' sets what rules tell and which files are read.
      """,
    operands: [
      Operand(
        name: "PATH", summary: "A file or folder; '-' for standard input; this folder if left out", isRequired: false,
        isRepeated: true, offers: .files)
    ],
    options: [
      format, fix, diff, select, ignore, severity, baseline, writeBaseline, location, stdinPath, language,
    ],
    example: "trusted-access-server check docs infra/*.bicep --diff", notes: statuses
  ) { arguments, console throws(CommandFailure) in
    guard !arguments.has(Options.output) else { throw .usage("--output is not for this command: use \(format.key)") }
    let check = try arguments.check()
    let report = try arguments.report(check, console)
    if arguments.has(writeBaseline) { return try arguments.write(report, asBaseline: check.baseline, console) }
    console.show(report, arguments)
    if report.problems.contains(where: \.isFatal) { return 3 }
    return report.count(of: .error) + report.count(of: .warning) > 0 ? 1 : 0
  }

  private static let statuses = [
    Note(
      title: "Exit status",
      rows: [
        ("0", "Nothing was found, or nothing graver than information"),
        ("1", "An error or a warning was found, and was not mended"),
        ("2", "The command line makes no sense"),
        ("3", "A file or folder could not be read or written; the others were checked"),
      ])
  ]

  fileprivate static let format = Option(
    "--format", value: "FORMAT", "How the findings are printed; text if left out",
    choices: CheckFormat.allCases.map(\.rawValue))
  fileprivate static let fix = Option("--fix", "Mend in the files what there is one way to mend")
  fileprivate static let diff = Option("--diff", "Print what --fix would change, and change nothing")
  fileprivate static let select = Option(
    "--select", value: "CODES", "Tell the findings of these rules alone", isList: true, offers: codes)
  fileprivate static let ignore = Option(
    "--ignore", value: "CODES", "Do not tell the findings of these rules", isList: true, offers: codes)
  fileprivate static let severity = Option(
    "--severity", value: "SEVERITY", "Tell what is at least that grave; information if left out",
    choices: Severity.allCases.map(\.name))
  fileprivate static let baseline = Option(
    "--baseline", value: "FILE", "Do not tell the findings that FILE knows", offers: .files)
  fileprivate static let writeBaseline = Option("--write-baseline", "Write what is found into --baseline's FILE")
  fileprivate static let location = Option(
    "--location", short: "-l", value: "LOCATION", "Check against the roles of this Azure location",
    offers: Options.location.offers)
  fileprivate static let stdinPath = Option(
    "--stdin-path", value: "PATH", "The file that standard input is of", offers: .files)
  fileprivate static let language = Option(
    "--language", value: "LANGUAGE", "The language of standard input",
    offers: .words { DialectName.allCases.map(\.languageID) })

  private static let codes = Offers.words { DocumentRuleDescription.catalog.map(\.code) }
}

// MARK: What is to be checked

extension ParsedArguments {
  /// The check that the options describe.
  fileprivate func check() throws(CommandFailure) -> Check {
    let context = ServerContext(try configuration())
    var check = Check { context.roles(in: $0) }
    check.location = self[Command.location]
    if has(Command.select) { check.selected = try codes(of: Command.select) }
    check.ignored = try codes(of: Command.ignore)
    if let name = self[Command.severity], let severity = Severity.allCases.first(where: { $0.name == name }) {
      check.leastSeverity = severity
    }
    switch (has(Command.fix), has(Command.diff)) {
    case (true, true): throw .usage("--diff changes nothing and --fix does: give one of them")
    case (true, false): check.fixing = .made
    case (false, true): check.fixing = .shown
    case (false, false): check.fixing = .counted
    }
    check.baseline = try readBaseline()
    return check
  }

  private func codes(of option: Option) throws(CommandFailure) -> Set<String> {
    let known = DocumentRuleDescription.catalog.map(\.code)
    for code in all(option) where !known.contains(code) {
      let near = code.nearest(among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw .usage("\(option.key): there is no rule '\(code)'\(near)")
    }
    return Set(all(option))
  }

  /// The report of a check of what the command line names.
  fileprivate func report(_ check: Check, _ console: Console) throws(CommandFailure) -> CheckReport {
    let isOfInput = operands.contains("-")
    guard isOfInput else {
      for option in [Command.stdinPath, Command.language] where has(option) {
        throw .usage("\(option.key) is about standard input: give '-' for it")
      }
      let progress = CheckProgress(isShown: console.isWatched)
      let paths = operands.isEmpty ? [""] : operands
      let run = CheckRun(check, of: paths.map { FilePath($0) }) { progress.tell($0) }
      let report = run.report(threadCount: min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 16))
      progress.end()
      return CheckReport(files: report.files, fileCount: report.fileCount, isMended: has(Command.fix))
    }
    guard operands.count == 1 else { throw .usage("'-' stands alone: standard input is checked by itself") }
    guard !has(Command.fix) else { throw .usage("standard input cannot be mended: use \(Command.diff.key)") }
    return try reportOfInput(check, console)
  }

  private func reportOfInput(_ check: Check, _ console: Console) throws(CommandFailure) -> CheckReport {
    let path = FilePath(self[Command.stdinPath] ?? "stdin")
    var named: DialectName?
    if let language = self[Command.language] {
      named = DialectName(languageID: language)
      guard named != nil else {
        let names = DialectName.allCases.map(\.languageID).joined(separator: ", ")
        throw .usage("\(Command.language.key) takes \(names), not '\(language)'")
      }
    }
    guard let settings = FileWalk.settings(for: path) else {
      return CheckReport(files: [], fileCount: 0, isMended: false)
    }
    guard let dialect = named ?? settings.scope.dialect(of: settings.location) else {
      throw .usage("nothing tells the language of standard input: give --language or --stdin-path")
    }
    let report = CheckRun.report(
      on: console.input(), at: path, as: dialect, settings: settings.scope.settings, check)
    let problems = CheckedFile(path: path, problems: settings.problems)
    return CheckReport(files: [problems] + report.files, fileCount: 1, isMended: false)
  }
}

// MARK: Baselines

extension ParsedArguments {
  private func readBaseline() throws(CommandFailure) -> Baseline? {
    guard let name = self[Command.baseline] else {
      guard !has(Command.writeBaseline) else { throw .usage("--write-baseline needs --baseline FILE, to write to") }
      return nil
    }
    let path = FilePath(name)
    let folder = (try? (path.parent ?? FilePath("/")).withoutLinks()) ?? FilePath("/")
    if has(Command.writeBaseline) { return Baseline(in: folder) }
    let contents: FileContents?
    do throws(StorageError) {
      contents = try FileSystem.system.read(name)
    } catch {
      throw .unreadable(path, error.message)
    }
    guard let contents else { throw .unreadable(path, "it is not there; --write-baseline makes it") }
    guard let value = try? JSONValue.parse(contents.bytes), let baseline = Baseline(value, in: folder) else {
      throw .unreadable(path, "it is no baseline; --write-baseline writes it anew")
    }
    return baseline
  }

  fileprivate func write(
    _ report: CheckReport, asBaseline empty: Baseline?, _ console: Console
  ) throws(CommandFailure) -> Int32 {
    guard var baseline = empty, let name = self[Command.baseline] else { return 0 }
    for file in report.files { baseline.add(file) }
    var writer = JSONWriter(style: .indented)
    baseline.write(to: &writer)
    let path = FilePath(name)
    do throws(FileReplacement.Refusal) {
      try FileReplacement.write(writer.finish() + [0x0A], to: path)
    } catch {
      throw .unreadable(path, error.text)
    }
    console.tell(report.problems)
    console.note("\(path): \(report.findings.count) findings are known from now on")
    return report.problems.contains(where: \.isFatal) ? 3 : 0
  }
}

extension CommandFailure {
  /// A file that the command line names cannot be read or written.
  fileprivate static func unreadable(_ path: FilePath, _ reason: String) -> CommandFailure {
    .refused(code: "BaselineUnusable", message: "\(path): \(reason)", remedy: nil, status: 3)
  }
}

// MARK: Output

extension Console {
  /// Prints a report as the command line wants it: findings on standard output, what went wrong on standard error.
  fileprivate func show(_ report: CheckReport, _ arguments: ParsedArguments) {
    tell(report.problems)
    guard !arguments.has(Command.diff) else { return showChanges(of: report) }
    switch arguments[Command.format].flatMap(CheckFormat.init) ?? .text {
    case .text: print(TextReport(report, isColored: isOutputColored).text)
    case .json: print { JSONReport.write(report, to: &$0) }
    case .sarif: print { SARIFReport.write(report, to: &$0) }
    case .github:
      let text = GitHubReport.text(report)
      if !text.isEmpty { print(text) }
    case .junit: print(JUnitReport.text(report))
    }
  }

  private func print(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(style: .indented)
    write(&writer)
    print(String(decoding: writer.finish(), as: UTF8.self))
  }

  private func showChanges(of report: CheckReport) {
    for file in report.files {
      guard let change = file.change else { continue }
      print(bytes: UnifiedDiff(change).bytes(of: file.path))
    }
    note("--fix mends \(report.mendedCount) of \(report.findings.count) findings")
  }

  fileprivate func tell(_ problems: [FileProblem]) {
    for problem in problems {
      if problem.isFatal { complain(problem.text) } else { warn(problem.text) }
    }
  }
}
