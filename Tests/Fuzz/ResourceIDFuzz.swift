// targets: TrustedAccess
import TrustedAccess

/// Any text: no trap, ranges within the text and between its characters, and corrections that are better.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let length = text.utf8.count
  for expectation in [ResourceType?.none, .cluster, .binding] {
    let diagnosis = ResourceIDDiagnosis(text, expecting: expectation)
    for problem in diagnosis.problems { check(problem.range, in: text) }
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
  for segment in ResourceIDAnatomy(text).segments { check(segment.range, in: text) }
  for placeholder in Placeholder.all(in: text) { check(placeholder.range, in: text) }
  if let role = RoleName(text) { precondition(RoleName(role.description) == role, "a role name of something else") }
  for offset in [0, length / 2, length, length + 1] {
    let expectation = ResourceIDExpectation(in: text, at: offset)
    precondition(!expectation.kinds.isEmpty, "a place where nothing can stand")
    check(expectation.range, in: text)
  }
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
  let completion = ResourceIDCompletion(in: text, at: length / 2, known: [id], wanted: [.cluster, id.type])
  check(completion.range, in: text)
  return 0
}

private func check(_ range: Range<Int>, in text: String) {
  let bytes = text.utf8
  precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range outside of the text")
  for bound in [range.lowerBound, range.upperBound] where bound < bytes.count {
    precondition(bytes[bytes.index(bytes.startIndex, offsetBy: bound)] & 0xC0 != 0x80, "a range within a character")
  }
}
