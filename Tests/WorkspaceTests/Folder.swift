import Foundation
import Workspace

/// A folder of its own for a test, gone with it.
final class Folder {
  let path: String

  /// - Parameter files: what is in it, by paths; `nil` is a folder.
  init(_ files: [String: String?] = [:]) throws {
    let template = FileManager.default.temporaryDirectory.appending(path: "workspace-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
    path = template.resolvingSymlinksInPath().path
    for (name, text) in files { try put(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func put(_ name: String, _ text: String?) throws {
    let url = URL(filePath: "\(path)/\(name)")
    let folder = text == nil ? url : url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.map { try Data($0.utf8).write(to: url) }
  }

  /// Runs a program in the folder, and gives its output.
  @discardableResult
  func run(_ program: String, _ arguments: String..., input: String? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    let (output, feed) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = feed
    try process.run()
    if let input { try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try feed.fileHandleForWriting.close()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  /// What a walk through the folder, or through paths in it, comes to: paths in it, and messages behind `!`.
  func walk(_ paths: String...) -> [String] {
    var walk = FileWalk((paths.isEmpty ? [""] : paths).map { FilePath("\(path)/\($0)") })
    var found: [String] = []
    while let item = walk.next() {
      switch item {
      case .file(let file): found.append(String(file.path.description.dropFirst(path.count + 1)))
      case .problem(let problem):
        found.append("! \(problem.path.description.dropFirst(path.count + 1)): \(problem.message)")
      }
    }
    return found
  }
}
