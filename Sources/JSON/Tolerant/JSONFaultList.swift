/// The faults found so far. It holds only the first ones: more help nobody, and a text of junk has one at every byte.
struct JSONFaultList {
  /// How many are held at most.
  static let most = 1_000

  private var faults: [JSONFault] = []
  /// How many were found that show that brackets do not pair, whether held or not.
  private(set) var structuralCount = 0

  /// Whether another one would be held: if not, nothing needs to look for it.
  var hasRoom: Bool { faults.count < Self.most }

  /// Adds a fault.
  @inline(never)
  mutating func add(_ kind: JSONFault.Kind, _ range: Range<Int>) {
    if hasRoom { faults.append(JSONFault(kind, range)) }
  }

  /// Adds a fault of brackets. One that is told already is only counted.
  @inline(never)
  mutating func addStructural(_ kind: JSONFault.Kind, _ range: Range<Int>, isTold: Bool = false) {
    structuralCount += 1
    if !isTold { add(kind, range) }
  }

  /// The faults in the order of the text.
  consuming func inOrder() -> [JSONFault] {
    var sorted = faults
    sorted.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    return sorted
  }
}
