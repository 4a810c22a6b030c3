// targets: TrustedAccess
import TrustedAccess

/// Any text: no trap, ranges within the text, and corrections that are better.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let length = text.utf8.count
  for expectation in [ResourceType?.none, .cluster, .binding] {
    let diagnosis = ResourceIDDiagnosis(text, expecting: expectation)
    for problem in diagnosis.problems {
      precondition(problem.range.lowerBound >= 0 && problem.range.upperBound <= length, "a range outside of the text")
    }
    if let correction = diagnosis.correction {
      precondition(correction != text, "a correction that corrects nothing")
      let mended = ResourceIDDiagnosis(correction, expecting: expectation)
      precondition(mended.correction == nil, "a correction that is corrected again: \(correction)")
      if diagnosis.problems.allSatisfy({ $0.correction != nil || $0.severity > .warning }) {
        precondition(mended.problems.allSatisfy { $0.severity > .warning }, "a problem that no correction mends")
      }
    }
  }
  for verdict in ResourceID.verdicts(for: text) { _ = verdict.isAccepted }
  let middle = length / 2
  _ = ResourceIDExpectation(in: text, at: middle)
  guard let id = try? ResourceID(text) else { return 0 }
  _ = (id.name, id.type, id.subscriptionID, id.resourceGroup, id.location)
  guard let canonical = try? ResourceID(id.canonical) else { preconditionFailure("a canonical form that is no ID") }
  precondition(canonical == id && canonical.canonical == id.canonical, "a canonical form of something else")
  var parent = id.parent
  var steps = 0
  while let next = parent {
    parent = next.parent
    steps += 1
    precondition(steps <= length, "parents without end")
  }
  let completion = ResourceIDCompletion(in: text, at: middle, known: [id], wanted: [.cluster, id.type])
  precondition(completion.range.upperBound <= length, "a completion outside of the text")
  return 0
}
