package import DurableStorage
import Glibc
import Synchronization

extension SimulatedDisk {
  /// The disk as the code under test uses it.
  package var fileSystem: FileSystem {
    var fileSystem = FileSystem.system
    fileSystem.open = { [self] (path, access) throws(SystemError) in try open(path, access) }
    fileSystem.close = { [self] descriptor in state.withLock { $0.isDead ? () : ($0.descriptors[descriptor] = nil) } }
    fileSystem.read = { [self] (descriptor, buffer) throws(SystemError) in try read(descriptor, buffer) }
    fileSystem.write = { [self] (descriptor, bytes) throws(SystemError) in try write(descriptor, bytes) }
    fileSystem.synchronize = { [self] (descriptor) throws(SystemError) in try synchronize(descriptor) }
    fileSystem.status = { [self] (descriptor) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.status)
        return state.status(of: try state.node(of: descriptor))
      }
    }
    fileSystem.statusOfPath = { [self] (path) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.statusOfPath)
        return state.status(of: try state.node(at: path))
      }
    }
    fileSystem.setModificationTime = { [self] (descriptor, nanoseconds) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.setModificationTime)
        state.nodes[try state.node(of: descriptor)]?.modifiedAt = nanoseconds
      }
    }
    fileSystem.rename = { [self] (path, newPath) throws(SystemError) in
      try move(.rename, path, newPath, replacing: true)
    }
    fileSystem.renameWithoutReplacing = { [self] (path, newPath) throws(SystemError) in
      try move(.renameWithoutReplacing, path, newPath, replacing: false)
    }
    fileSystem.unlink = { [self] (path) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.unlink)
        guard state.nodes[try state.node(at: path)]?.kind != .folder else { throw SystemError(number: EISDIR) }
        try state.checkWritable()
        let (folder, name) = DiskState.split(path)
        state.nodes[try state.node(at: folder)]?.entries[name] = nil
      }
    }
    fileSystem.makeFolder = { [self] (path) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.makeFolder)
        _ = try state.make(.folder, at: path)
      }
    }
    fileSystem.names = { [self] (folder) throws(SystemError) in
      try locked { (state) throws(SystemError) in
        try state.begin(.names)
        let node = state.nodes[try state.node(at: folder)]
        guard let node, node.kind == .folder else { throw SystemError(number: ENOTDIR) }
        return node.entries.keys.map { String(decoding: $0, as: UTF8.self) }
      }
    }
    fileSystem.lock = { [self] (descriptor, mode) throws(SystemError) in try lock(descriptor, mode) }
    fileSystem.wallClock = { [self] in
      state.withLock { state in
        state.wallClock += 1
        return state.wallClock
      }
    }
    fileSystem.steadyClock = { [self] in state.withLock { $0.steadyClock } }
    fileSystem.rest = { [self] nanoseconds in
      let body = state.withLock { state in
        state.steadyClock += nanoseconds
        return state.whileResting
      }
      body(nanoseconds)
    }
    return fileSystem
  }

  /// A mutex's closure with the errors that these calls have.
  private func locked<Value>(
    _ body: (inout DiskState) throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    var answer: Result<Value, SystemError>?
    state.withLock { state in
      do throws(SystemError) { answer = .success(try body(&state)) } catch { answer = .failure(error) }
    }
    guard let answer else { throw SystemError(number: EIO) }
    return try answer.get()
  }

  private func open(_ path: String, _ access: FileSystem.Access) throws(SystemError) -> Int32 {
    try locked { (state) throws(SystemError) in
      switch access {
      case .read:
        try state.begin(.openToRead)
        return state.open(try state.node(at: path))
      case .create:
        try state.begin(.create)
        return state.open(try state.make(.file, at: path))
      case .lock:
        try state.begin(.openLock)
        if let id = try? state.node(at: path) {
          try state.checkWritable()
          guard state.nodes[id]?.kind != .folder else { throw SystemError(number: EISDIR) }
          return state.open(id)
        }
        return state.open(try state.make(.file, at: path))
      case .folder:
        try state.begin(.openFolder)
        let id = try state.node(at: path)
        guard state.nodes[id]?.kind == .folder else { throw SystemError(number: ENOTDIR) }
        return state.open(id)
      }
    }
  }

  private func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try locked { (state) throws(SystemError) in
      try state.begin(.read)
      let id = try state.node(of: descriptor)
      let rest = state.nodes[id]?.bytes.dropFirst(state.descriptors[descriptor]?.offset ?? 0) ?? []
      let count = min(rest.count, buffer.count)
      buffer.copyBytes(from: rest.prefix(count))
      state.descriptors[descriptor]?.offset += count
      return count
    }
  }

  private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try locked { (state) throws(SystemError) in
      try state.begin(.write)
      let id = try state.node(of: descriptor)
      let used = state.nodes.values.reduce(0) { $0 + $1.bytes.count }
      let free = max((state.capacity ?? .max) - used, 0)
      let count = min(bytes.count, state.writeLength, free)
      guard count > 0 || bytes.isEmpty else { throw SystemError(number: ENOSPC) }
      state.nodes[id]?.bytes.append(contentsOf: bytes.prefix(count))
      return count
    }
  }

  private func synchronize(_ descriptor: Int32) throws(SystemError) {
    try locked { (state) throws(SystemError) in
      let id = try state.node(of: descriptor)
      let isFolder = state.nodes[id]?.kind == .folder
      try state.begin(isFolder ? .synchronizeFolder : .synchronizeFile)
      state.nodes[id]?.synchronize()
    }
  }

  private func move(_ call: Call, _ path: String, _ newPath: String, replacing: Bool) throws(SystemError) {
    try locked { (state) throws(SystemError) in
      try state.begin(call)
      let id = try state.node(at: path)
      let (folder, name) = DiskState.split(path)
      let (newFolder, newName) = DiskState.split(newPath)
      let parent = try state.node(at: folder)
      let newParent = try state.node(at: newFolder)
      if let old = state.nodes[newParent]?.entries[newName] {
        guard replacing else { throw SystemError(number: EEXIST) }
        guard state.nodes[old]?.kind == .file else { throw SystemError(number: EISDIR) }
      }
      try state.checkWritable()
      state.nodes[parent]?.entries[name] = nil
      state.nodes[newParent]?.entries[newName] = id
    }
  }

  private func lock(_ descriptor: Int32, _ mode: LockMode) throws(SystemError) {
    try locked { (state) throws(SystemError) in
      try state.begin(.lock)
      let id = try state.node(of: descriptor)
      let others = state.descriptors.filter { $0.key != descriptor && $0.value.node == id }.compactMap(\.value.lock)
      let isFree = mode == .shared ? !others.contains(.exclusive) : others.isEmpty
      guard isFree else { throw SystemError(number: EAGAIN) }
      state.descriptors[descriptor]?.lock = mode
    }
  }
}
