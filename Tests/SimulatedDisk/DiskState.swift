import DurableStorage
import Glibc

/// The disk, its open descriptors and clocks, and what is to go wrong.
struct DiskState: Sendable {
  struct Node: Sendable {
    var kind: FileStatus.Kind
    var bytes: [UInt8] = []
    var durableBytes: [UInt8] = []
    var modifiedAt: Int64 = 0
    /// The inodes by the bytes of their names.
    var entries: [[UInt8]: Int] = [:]
    var durableEntries: [[UInt8]: Int] = [:]

    mutating func synchronize() {
      durableBytes = bytes
      durableEntries = entries
    }

    mutating func restart(_ restart: SimulatedDisk.Restart) {
      if restart == .processKilled { return }
      if restart == .powerLost || restart == .powerLostAfterFolders { bytes = durableBytes }
      if restart == .powerLost || restart == .powerLostAfterFiles { entries = durableEntries }
      synchronize()
    }
  }

  struct Descriptor: Sendable {
    var node: Int
    var offset = 0
    var lock: LockMode?
  }

  static let root = 2

  var nodes = [root: Node(kind: .folder)]
  var descriptors: [Int32: Descriptor] = [:]
  var capacity: Int?
  var isReadOnly = false
  var writeLength = Int.max
  var wallClock: Int64 = 1_700_000_000_000_000_001
  var steadyClock: Int64 = 0
  var whileResting: @Sendable (Int64) -> Void = { _ in }
  var fault: @Sendable (SimulatedDisk.Call, Int) -> SimulatedDisk.Fault? = { _, _ in nil }
  var calls: [SimulatedDisk.Call] = []
  var isDead = false

  /// Notes a call, and refuses it if it is to be refused.
  mutating func begin(_ call: SimulatedDisk.Call) throws(SystemError) {
    guard !isDead else { throw SystemError(number: EIO) }
    calls.append(call)
    switch fault(call, calls.count - 1) {
    case nil: return
    case .error(let number): throw SystemError(number: number)
    case .death:
      isDead = true
      throw SystemError(number: EIO)
    }
  }

  static func split(_ path: String) -> (folder: String, name: [UInt8]) {
    var parts = path.split(separator: "/").map { String($0) }
    let name = parts.popLast() ?? ""
    return ("/" + parts.joined(separator: "/"), Array(name.utf8))
  }

  func node(at path: String) throws(SystemError) -> Int {
    var id = Self.root
    for part in path.split(separator: "/") {
      guard nodes[id]?.kind == .folder else { throw SystemError(number: ENOTDIR) }
      guard let next = nodes[id]?.entries[Array(part.utf8)] else { throw SystemError(number: ENOENT) }
      id = next
    }
    return id
  }

  func node(of descriptor: Int32) throws(SystemError) -> Int {
    guard let open = descriptors[descriptor] else { throw SystemError(number: EBADF) }
    return open.node
  }

  func status(of id: Int) -> FileStatus {
    let node = nodes[id] ?? Node(kind: .other)
    return FileStatus(
      kind: node.kind,
      identity: FileIdentity(
        device: 1, inode: UInt64(id), size: Int64(node.bytes.count), modifiedAt: node.modifiedAt))
  }

  /// Refuses a change on a disk that takes none.
  func checkWritable() throws(SystemError) {
    if isReadOnly { throw SystemError(number: EROFS) }
  }

  /// A new file or folder of the lowest inode that is free.
  mutating func make(_ kind: FileStatus.Kind, at path: String) throws(SystemError) -> Int {
    let (folder, name) = Self.split(path)
    let parent = try node(at: folder)
    guard nodes[parent]?.kind == .folder else { throw SystemError(number: ENOTDIR) }
    guard nodes[parent]?.entries[name] == nil else { throw SystemError(number: EEXIST) }
    try checkWritable()
    var used: Set = [Self.root]
    for node in nodes.values { used.formUnion([Int](node.entries.values) + node.durableEntries.values) }
    used.formUnion(descriptors.values.map(\.node))
    nodes = nodes.filter { used.contains($0.key) }
    var id = Self.root
    while used.contains(id) { id += 1 }
    nodes[id] = Node(kind: kind, modifiedAt: wallClock)
    nodes[parent]?.entries[name] = id
    return id
  }

  mutating func open(_ id: Int) -> Int32 {
    var number: Int32 = 3
    while descriptors[number] != nil { number += 1 }
    descriptors[number] = Descriptor(node: id)
    return number
  }
}
