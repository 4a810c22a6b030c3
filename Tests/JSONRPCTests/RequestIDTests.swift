import JSON
import Testing

@testable import JSONRPC

@Suite struct RequestIDs {
  private func id(_ text: String) throws -> RequestID {
    try #require(RequestID(try JSONValue.parse(Array(text.utf8))))
  }

  /// Each group is one id in all its spellings.
  private static let groups = [
    ["1"], ["1.0"], ["1e0"], ["-0"], ["0"], [#""1""#, #""\u0031""#], ["9007199254740993"], ["9007199254740992"],
    ["\"caf\u{E9}\"", #""caf\u00E9""#, #""caf\u00e9""#], ["\"cafe\u{301}\"", #""cafe\u0301""#],
    [#""a/b""#, #""a\/b""#], [#""a""#], [#""a\u0000""#], [#""""#], ["null"],
  ]

  @Test(arguments: groups.indices) func areOneIfTheySayTheSame(_ place: Int) throws {
    for spelling in Self.groups[place] {
      for (index, group) in Self.groups.enumerated() {
        for other in group {
          let (one, other) = (try id(spelling), try id(other))
          #expect((one == other) == (place == index), "\(spelling) and \(other)")
          #expect(place != index || one.hashValue == other.hashValue)
        }
      }
    }
  }

  @Test func areNoBooleansArraysOrObjects() throws {
    for text in ["true", "false", "[]", "[1]", "{}"] {
      #expect(RequestID(try JSONValue.parse(Array(text.utf8))) == nil)
    }
  }
}

@Suite struct TheRequestsUnderWay {
  @Test func areCancelledUntilTheyAreDone() throws {
    let requests = RequestsUnderWay()
    let request = try JSONValue.parse(Array(#"{"jsonrpc":"2.0","id":1,"method":"slow"}"#.utf8))
    guard case .call(let call) = Message(request), let id = call.id else {
      Issue.record("it is a request")
      return
    }
    func step(_ cancellation: Cancellation) -> Step {
      Step(id: id, lane: .slow, work: .answer(call, cancellation))
    }
    let (first, second) = (Cancellation(), Cancellation())
    requests.insert([step(first)])
    requests.cancel(id)
    #expect(first.isCancelled)
    requests.insert([step(second)])
    requests.remove([step(second)])
    requests.cancel(id)
    #expect(!second.isCancelled)
  }
}
