import Foundation

extension Measurement {
  /// Bindings created one after the other, each acknowledged when it is on the disk, against the bare system calls that
  /// put a file of the same size there. One processor: a request wakes two threads, and else the figure would be that of
  /// the kernel's choice of which processors to wake for them.
  static let durableCreate = Measurement(
    name: "create", lines: [Line(text: "durable create, against a bare durable write", goal: .atLeast(0.8))]
  ) { (setting) throws(Failure) in
    try setting.processor.run { () throws(Failure) in
      let store = "\(setting.folder)/create-store"
      let child = try Child(setting.server.with("--store", store))
      try child.initialize()
      let bare = try BareWriter(folder: "\(setting.folder)/bare")
      let created = Creator(child)
      let subjects: [Subject] = [
        { try created.sample() },
        { try bare.replaceLikeNewest(in: store) },
      ]
      let times = try medians(of: subjects, SamplePlan(samples: 320, block: 1, warmUp: 16))
      try child.shutDown()
      return [.ratio(of: .rate(each: times[0]), to: .rate(each: times[1]))]
    }
  }
}

/// Creates binding after binding, and registers a cluster for every eight of them.
private final class Creator {
  private let child: Child
  private var count = 0

  init(_ child: Child) {
    self.child = child
  }

  func sample() throws(Failure) -> UInt64 {
    let (cluster, binding) = count.quotientAndRemainder(dividingBy: Sample.bindingsOfCluster)
    if binding == 0 {
      var register = Sample.register(cluster: cluster)
      try child.ask(&register)
    }
    count += 1
    var create = Sample.create(binding: binding, cluster: cluster)
    return try child.ask(&create)
  }
}

/// Replaces one file durably and does nothing else: write, fsync, rename, fsync of the folder.
private final class BareWriter {
  private let path: String
  private let folder: Int32

  init(folder path: String) throws(Failure) {
    mkdir(path, 0o700)
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Failure("cannot open \(path): \(errorText())") }
    self.path = "\(path)/file"
  }

  /// Replaces the file with what the newest file of `store` holds.
  func replaceLikeNewest(in store: String) throws(Failure) -> UInt64 {
    let bytes = try newestFile(in: store)
    return try replace(with: bytes)
  }

  deinit {
    close(folder)
  }

  func replace(with bytes: [UInt8]) throws(Failure) -> UInt64 {
    let temporary = "\(path).new"
    var done = false
    let time = duration {
      let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      done = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
      close(file)
      done = done && rename(temporary, path) == 0 && fsync(folder) == 0
    }
    guard done else { throw Failure("cannot replace \(path): \(errorText())") }
    return time
  }
}

/// The bytes of the file below a folder that was written last: the one that the server has just replaced.
private func newestFile(in folder: String) throws(Failure) -> [UInt8] {
  let files = FileManager.default.enumerator(
    at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.contentModificationDateKey, .fileSizeKey])
  var newest: (url: URL, date: Date)?
  while let url = files?.nextObject() as? URL {
    guard let values = try? url.resourceValues(forKeys: [.contentModificationDateKey, .fileSizeKey]),
      let date = values.contentModificationDate, let size = values.fileSize, size > 0, !url.hasDirectoryPath
    else { continue }
    if newest.map({ $0.date < date }) ?? true { newest = (url, date) }
  }
  guard let newest, let data = try? Data(contentsOf: newest.url) else {
    throw Failure("the server has written nothing below \(folder)")
  }
  return Array(data)
}
