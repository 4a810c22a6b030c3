import TrustedAccess

/// All that the store knows of one cluster: the content of its file.
struct ClusterState: Sendable {
  /// The cluster.
  var cluster: Cluster

  /// When the cluster was registered. It gives the phase of the cluster's ticks.
  var registeredAt: Timestamp

  /// A random number of this registration in base 36, which tells its etags from those of every other; a clock cannot,
  /// for it may be set back.
  var incarnation: String

  /// How many changes of bindings the cluster has seen; each change's number makes its etag.
  var revision = 0

  /// The bindings by name, with the deleted ones whose access lasts.
  var records: [BindingRecord] = []

  /// When the cluster reconciles.
  var schedule: ReconciliationSchedule { ReconciliationSchedule(phase: registeredAt.millisecondsSinceEpoch) }

  /// The bindings that are not deleted.
  var listed: some Sequence<BindingRecord> { records.lazy.filter { !$0.isDeleted } }

  /// How many bindings are not deleted.
  var listedCount: Int { listed.reduce(0) { count, _ in count + 1 } }

  /// The binding of that name, if it is there and not deleted.
  func binding(named name: BindingName) -> BindingRecord? {
    listed.first { $0.name == name }
  }

  /// The etag of a binding.
  func etag(of record: BindingRecord) -> String {
    var etag = incarnation
    etag += "-"
    etag += String(record.revision, radix: 36)
    return etag
  }

  /// Takes note that the binding `name` is to give `desired` from now on, and forgets what no answer needs any more.
  ///
  /// - Parameter duration: how long the service works on a change, in milliseconds.
  mutating func accept(_ desired: BindingGrant?, for name: BindingName, at now: Timestamp, duration: Int64) {
    revision += 1
    let schedule = schedule
    var record = records.first { $0.name == name } ?? BindingRecord(name: name)
    // A binding that is made anew is spelled as its new author spells it.
    if record.isDeleted { record.name = name }
    record.revision = revision
    record.history.changes.append(BindingChange(acceptedAt: now, desired: desired))
    records.removeAll { $0.name == name || $0.isForgettable(at: now, on: schedule, duration: duration) }
    let position = records.firstIndex { name.precedes($0.name) } ?? records.endIndex
    records.insert(record, at: position)
    for index in records.indices {
      records[index].history = records[index].history.compacted(at: now, on: schedule)
    }
  }
}

/// One binding of a cluster, deleted or not.
struct BindingRecord: Sendable {
  /// The binding's name.
  var name: BindingName

  /// The number of the newest change, among all changes of the cluster's bindings.
  var revision = 0

  /// What was asked for, and when.
  var history = BindingHistory()

  /// Whether the newest change is a deletion.
  var isDeleted: Bool { history.newestChange?.desired == nil }

  /// Whether the binding is deleted and nothing of it is left at `time`.
  func isForgettable(at time: Timestamp, on schedule: ReconciliationSchedule, duration: Int64) -> Bool {
    isDeleted && history.isGone(at: time, on: schedule)
      && history.provisioningState(at: time, duration: duration) == nil
  }
}

extension BindingName {
  /// The order of lists: by character, without regard to case.
  func precedes(_ other: BindingName) -> Bool {
    description.utf8.lexicographicallyPrecedes(other.description.utf8) { $0 | 0x20 < $1 | 0x20 }
  }
}
