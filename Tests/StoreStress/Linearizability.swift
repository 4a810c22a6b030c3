/// What one binding is: nothing, or a value with the etag of the change that made it.
struct Register: Hashable {
  var value: String
  var etag: String
}

/// An operation on one binding, when it began and when its answer was there.
struct Operation {
  enum Action: Hashable {
    case create(String)
    /// With the etag that was expected, if one was.
    case update(String, expecting: String?)
    case delete
    case show
  }

  enum Answer: Hashable {
    /// The binding as it was made, found or deleted.
    case binding(Register)
    case nothing
    case exists
    case mismatch
  }

  var begin: Int64
  var end: Int64
  var action: Action
  var answer: Answer

  /// The state that follows `state`, if the operation can have had its answer in it.
  func apply(to state: Register?) -> Register?? {
    switch (action, answer, state) {
    case (.create(let value), .binding(let made), nil): made.value == value ? .some(made) : nil
    case (.create, .exists, .some): .some(state)
    case (.update(let value, let expected), .binding(let made), let old?):
      made.value == value && (expected ?? old.etag) == old.etag && made.etag != old.etag ? .some(made) : nil
    case (.update, .nothing, nil): .some(state)
    case (.update(_, let expected?), .mismatch, let old?): expected != old.etag ? .some(state) : nil
    case (.delete, .binding(let deleted), let old?): deleted == old ? .some(nil) : nil
    case (.delete, .nothing, nil): .some(nil)
    case (.show, .binding(let shown), let old?): shown == old ? .some(state) : nil
    case (.show, .nothing, nil): .some(state)
    default: nil
    }
  }
}

/// Whether there is an order of the operations, one after another, that keeps the order of those that did not overlap and
/// explains every answer. After Wing and Gong (1993), with Lowe's memory of what was tried (2017).
enum Linearizability {
  static func holds(_ operations: [Operation]) -> Bool {
    var history = Timeline(operations)
    var state: Register?
    var done = Done(operations.count)
    var tried: Set<Tried> = []
    var stack: [(event: Int, state: Register?)] = []
    var event = history.first
    while history.first != Timeline.end {
      let index = history.operation(of: event)
      guard history.isBegin(event) else {
        // An operation ended that was not put in its place yet: what came last is taken back.
        guard let last = stack.popLast() else { return false }
        state = last.state
        done.remove(history.operation(of: last.event))
        history.putBack(last.event)
        event = history.next(last.event)
        continue
      }
      if let following = operations[index].apply(to: state),
        tried.insert(Tried(done: done.adding(index), state: following)).inserted
      {
        stack.append((event, state))
        state = following
        done = done.adding(index)
        history.take(event)
        event = history.first
      } else {
        event = history.next(event)
      }
    }
    return true
  }

  private struct Tried: Hashable {
    var done: Done
    var state: Register?
  }

  /// A set of operations.
  private struct Done: Hashable {
    private var words: [UInt64]

    init(_ count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

    func adding(_ index: Int) -> Done {
      var other = self
      other.words[index / 64] |= 1 << UInt64(index % 64)
      return other
    }

    mutating func remove(_ index: Int) { words[index / 64] &= ~(1 << UInt64(index % 64)) }
  }

  /// The begins and ends of operations in the order of time, as a list from which operations are taken and put back.
  private struct Timeline {
    static let end = 0
    private var nexts: [Int]
    private var previous: [Int]
    private var events: [(operation: Int, isBegin: Bool)] = [(-1, false)]
    private var ends: [Int]

    init(_ operations: [Operation]) {
      let begins = operations.indices.map { (time: operations[$0].begin, rank: 0, operation: $0) }
      let endings = operations.indices.map { (time: operations[$0].end, rank: 1, operation: $0) }
      ends = Array(repeating: 0, count: operations.count)
      for event in (begins + endings).sorted(by: { ($0.time, $0.rank) < ($1.time, $1.rank) }) {
        if event.rank == 1 { ends[event.operation] = events.count }
        events.append((event.operation, event.rank == 0))
      }
      nexts = events.indices.map { ($0 + 1) % (operations.count * 2 + 1) }
      previous = events.indices.map { ($0 + operations.count * 2) % (operations.count * 2 + 1) }
    }

    var first: Int { nexts[Self.end] }
    func next(_ event: Int) -> Int { nexts[event] }
    func operation(of event: Int) -> Int { events[event].operation }
    func isBegin(_ event: Int) -> Bool { events[event].isBegin }

    mutating func take(_ begin: Int) {
      for event in [begin, ends[events[begin].operation]] {
        nexts[previous[event]] = nexts[event]
        previous[nexts[event]] = previous[event]
      }
    }

    mutating func putBack(_ begin: Int) {
      for event in [ends[events[begin].operation], begin] {
        nexts[previous[event]] = event
        previous[nexts[event]] = event
      }
    }
  }

  /// Holds this check to histories whose verdict is known.
  static func checkItself() throws {
    func operation(_ begin: Int64, _ end: Int64, _ action: Operation.Action, _ answer: Operation.Answer) -> Operation {
      Operation(begin: begin, end: end, action: action, answer: answer)
    }
    let (one, two) = (Register(value: "1", etag: "a"), Register(value: "2", etag: "b"))
    let create = operation(0, 9, .create("1"), .binding(one))
    let update = operation(10, 30, .update("2", expecting: "a"), .binding(two))
    let lost = operation(11, 29, .update("2", expecting: "a"), .binding(two))
    let cases: [(String, Bool, [Operation])] = [
      ("nothing", true, []),
      ("an update seen while it is under way", true, [create, update, operation(12, 13, .show, .binding(two))]),
      (
        "new, then old", false,
        [create, update, operation(12, 13, .show, .binding(two)), operation(14, 15, .show, .binding(one))]
      ),
      (
        "old, then new", true,
        [create, update, operation(12, 13, .show, .binding(one)), operation(14, 15, .show, .binding(two))]
      ),
      ("a stale read", false, [create, operation(10, 11, .show, .nothing)]),
      ("two that expected one etag", false, [create, update, lost]),
      ("two that created", false, [create, operation(5, 8, .create("2"), .binding(two))]),
      ("a lost update", false, [create, update, operation(31, 32, .show, .binding(one))]),
    ]
    for (name, verdict, history) in cases where holds(history) != verdict {
      throw Failure("The check of histories is wrong about \(name).")
    }
  }
}
