import JSON
import Testing

@testable import Server

/// Every method that `rpc.discover` tells of, held to what it tells of its parameters: a method that is added is tested
/// without a line here.
@Suite("What a method is given")
struct ParameterTests {
  private static let server = TestServer()

  private static let document: JSONValue = {
    var writer = JSONWriter()
    try? server.context.answer("rpc.discover", nil, into: &writer)
    return (try? JSONValue.parse(writer.finish())) ?? .null
  }()

  /// A method as the document describes it.
  struct Described: CustomTestStringConvertible {
    struct Parameter {
      var name: String
      var isRequired: Bool
      var schema: JSONValue
    }

    var name: String
    var parameters: [Parameter]

    var testDescription: String { name }

    init?(_ method: JSONValue) {
      guard let name = method["name"]?.string, let params = method["params"] else { return nil }
      self.name = name
      parameters = params.elements.compactMap { parameter in
        guard let name = parameter["name"]?.string, let schema = parameter["schema"] else { return nil }
        return Parameter(name: name, isRequired: parameter["required"]?.boolean == true, schema: schema)
      }
    }

    /// The members of `params` that give each required parameter something of its shape, but for one.
    func required(but left: String? = nil) -> [String] {
      parameters.filter { $0.isRequired && $0.name != left }.map { "\"\($0.name)\":\(sample(of: $0.schema))" }
    }
  }

  static let methods = (document["methods"].map { Array($0.elements) } ?? []).compactMap(Described.init)

  /// The error that a call gets, which must be -32602.
  private func refusal(_ method: Described, _ params: String) throws -> Reply {
    let params = try JSONValue.parse(params)
    var writer = JSONWriter()
    do {
      try Self.server.context.answer(method.name, params, into: &writer)
    } catch {
      let reply = try Reply(error)
      #expect(reply["code"] == "-32602", "\(reply)")
      #expect(reply["data.code"] == "InvalidParams" && reply["data.message"] == reply["message"])
      return reply
    }
    Issue.record("\(method.name) took \(params)")
    return Reply(value: .null)
  }

  @Test("is refused if it has another name, and it is said which there are", arguments: methods)
  func unknown(method: Described) throws {
    for params in [["\"noSuch\":1"], ["\"noSuch\":1"] + method.required()] {
      let reply = try refusal(method, "{\(params.joined(separator: ","))}")
      #expect(reply["data.target"] == "noSuch")
      let message = try #require(reply["message"])
      #expect(message.contains("'noSuch'") && message.contains(method.name))
      for parameter in method.parameters {
        #expect(message.contains(parameter.isRequired ? parameter.name : "\(parameter.name)?"))
      }
    }
  }

  @Test("is refused if it is missing or null, and it is said what it takes", arguments: methods)
  func missing(method: Described) throws {
    for parameter in method.parameters where parameter.isRequired {
      let others = method.required(but: parameter.name)
      for params in [others, others + ["\"\(parameter.name)\":null"]] {
        let reply = try refusal(method, "{\(params.joined(separator: ","))}")
        #expect(reply["data.target"] == parameter.name)
        #expect(reply["message"]?.contains("'\(parameter.name)' is missing") == true, "\(reply)")
        for words in expectations(of: parameter.schema) {
          #expect(reply["message"]?.contains(words) == true, "\(reply)")
        }
      }
    }
  }

  @Test("is refused if it is of another type, and it is said what it takes", arguments: methods)
  func mistyped(method: Described) throws {
    for (index, parameter) in method.parameters.enumerated() {
      let others = method.required(but: parameter.name)
      let before = method.parameters[..<index].map { sample(of: $0.schema) }
      for value in mistypes(of: parameter.schema) {
        for params in [
          "{\((others + ["\"\(parameter.name)\":\(value)"]).joined(separator: ","))}",
          "[\((before + [value]).joined(separator: ","))]",
        ] {
          let reply = try refusal(method, params)
          #expect(reply["data.target"]?.hasPrefix(parameter.name) == true, "\(reply)")
          #expect(reply["message"]?.contains("'\(parameter.name)' ") == true, "\(reply)")
          for words in expectations(of: parameter.schema) {
            #expect(reply["message"]?.contains(words) == true, "\(reply)")
          }
        }
      }
    }
  }

  @Test("is refused if an element is of another type, and it is said which", arguments: methods)
  func elements(method: Described) throws {
    for parameter in method.parameters {
      guard let element = parameter.schema["items"] else { continue }
      for value in mistypes(of: element) + ["null"] {
        let elements = "[\(sample(of: element)),\(value)]"
        let others = method.required(but: parameter.name)
        let reply = try refusal(method, "{\((others + ["\"\(parameter.name)\":\(elements)"]).joined(separator: ","))}")
        #expect(reply["data.target"] == "\(parameter.name)[1]")
        for words in expectations(of: element) { #expect(reply["message"]?.contains(words) == true, "\(reply)") }
      }
    }
  }

  @Test("is refused if there is too much of it, and it is said what there is", arguments: methods)
  func extra(method: Described) throws {
    let given = method.parameters.map { sample(of: $0.schema) } + ["null"]
    let reply = try refusal(method, "[\(given.joined(separator: ","))]")
    let message = try #require(reply["message"])
    #expect(message.contains("\(given.count) parameters by position") && message.contains(method.name))
    for parameter in method.parameters { #expect(message.contains(parameter.name)) }
  }

  @Test("is refused beyond its bounds, and they are said", arguments: methods)
  func bounds(method: Described) throws {
    for parameter in method.parameters {
      let others = method.required(but: parameter.name)
      for (value, bound) in outOfBounds(of: parameter.schema) {
        let reply = try refusal(method, "{\((others + ["\"\(parameter.name)\":\(value)"]).joined(separator: ","))}")
        #expect(reply["data.target"] == parameter.name)
        #expect(reply["message"]?.contains(bound) == true, "\(reply)")
      }
    }
  }
}

/// A value of the shape.
private func sample(of schema: JSONValue) -> String {
  switch schema["type"]?.string {
  case "string": schema["enum"].flatMap { $0.elements.first { _ in true }?.string }.map { "\"\($0)\"" } ?? "\"x\""
  case "integer": schema["minimum"]?.numberText ?? "1"
  case "boolean": "false"
  case "array": "[]"
  default: sampleObject(of: schema)
  }
}

private func sampleObject(of schema: JSONValue) -> String {
  let required = schema["required"].map { $0.elements.compactMap(\.string) } ?? []
  let members = required.compactMap { name in
    schema["properties"]?[name].map { "\"\(name)\":\(sample(of: $0))" }
  }
  return "{\(members.joined(separator: ","))}"
}

/// Values that are of another type than the shape's.
private func mistypes(of schema: JSONValue) -> [String] {
  let ofTypes = [
    "string": ["\"\""], "integer": ["7"], "boolean": ["true"], "array": ["[]"], "object": ["{}"],
  ]
  let type = schema["type"]?.string ?? "object"
  let others = ofTypes.filter { $0.key != type }.values.flatMap(\.self)
  return others + (type == "integer" ? ["1.5", "1e2", "99999999999999999999"] : [])
}

/// What an error must say of the shape.
private func expectations(of schema: JSONValue) -> [String] {
  if let values = schema["enum"] { return values.elements.compactMap(\.string).map { "'\($0)'" } }
  return switch schema["type"]?.string {
  case "string": [schema["format"]?.string == "date-time" ? "a time such as" : "a string"]
  case "integer":
    ["a whole number", schema["minimum"]?.numberText ?? "", schema["maximum"]?.numberText ?? ""].filter { !$0.isEmpty }
  case "boolean": ["true or false"]
  case "array": ["an array"]
  case "object": ["an object"]
  default: []
  }
}

/// Values that the shape's bounds leave out, each with the bound.
private func outOfBounds(of schema: JSONValue) -> [(value: String, bound: String)] {
  var found: [(String, String)] = []
  if let minimum = schema["minimum"]?.integer { found.append(("\(minimum - 1)", "\(minimum)")) }
  if let maximum = schema["maximum"]?.integer { found.append(("\(maximum + 1)", "\(maximum)")) }
  if let values = schema["enum"]?.elements.compactMap(\.string) {
    found.append(("\"no such\"", values.first ?? ""))
  }
  if let length = schema["maxLength"]?.integer {
    found.append(("\"\(String(repeating: "x", count: length + 1))\"", "\(length)"))
  }
  if let count = schema["maxItems"]?.integer {
    found.append(("[\(Array(repeating: "\"x\"", count: count + 1).joined(separator: ","))]", "\(count)"))
  }
  return found
}
