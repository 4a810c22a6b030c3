import JSON

extension ARMExpression {
  /// The most parts that a text is put together of: a `format` in a `format` could have any number.
  private static var mostParts: Int { 256 }

  /// What a function gives, whose name and parentheses stand in the range.
  func result(of function: String, _ arguments: [ARMValue], _ range: Range<Int>) -> ARMValue.Kind {
    let place = string.place(range).lowerBound
    return switch armLowercased(function) {
    case "parameters": reference(.parameters, arguments)
    case "variables": reference(.variables, arguments)
    case "concat": isList(arguments) ? list(joining: arguments) : bounded(arguments.flatMap(parts))
    case "union": list(joining: arguments)
    case "createarray", "array": list(arguments)
    case "string" where arguments.count == 1: bounded(parts(arguments[0]))
    case "format": format(arguments).map(bounded) ?? .unknown
    case "resourcegroup" where arguments.isEmpty: .group
    case "subscription" where arguments.isEmpty: .subscription
    case "resourceid": resourceID(arguments, at: place).map(bounded) ?? .unknown
    case "subscriptionresourceid": subscriptionResourceID(arguments, at: place).map(bounded) ?? .unknown
    case "tenantresourceid": type(arguments, at: place).map(bounded) ?? .unknown
    case "extensionresourceid":
      arguments.first.flatMap { scope in
        type(Array(arguments.dropFirst()), at: place).map { bounded(parts(scope) + $0) }
      } ?? .unknown
    default: .unknown
    }
  }

  private func bounded(_ parts: [Expression.Part]) -> ARMValue.Kind {
    parts.count <= Self.mostParts ? .text(parts) : .unknown
  }

  private func parts(_ value: ARMValue) -> [Expression.Part] { value.parts(of: string, in: scope) }

  private func reference(_ kind: ARMReference.Kind, _ arguments: [ARMValue]) -> ARMValue.Kind {
    guard arguments.count == 1, let name = arguments[0].literal else { return .unknown }
    return .reference(ARMReference(kind: kind, path: armLowercased(name)))
  }

  // MARK: Lists

  private func isList(_ values: [ARMValue]) -> Bool {
    values.contains { value in
      switch value.kind {
      case .list: true
      case .reference(let reference): scope.written(reference)?.node.kind == .array
      default: false
      }
    }
  }

  private func list(_ elements: [ARMValue]) -> ARMValue.Kind {
    .list(elements.map { $0.expression(of: string, in: scope) }, isComplete: true)
  }

  private func list(joining lists: [ARMValue]) -> ARMValue.Kind {
    var (elements, isComplete): ([Expression], Bool) = ([], true)
    for list in lists {
      switch list.kind {
      case .list(let more, let isAll):
        elements += more
        isComplete = isComplete && isAll
      case .reference: elements.append(list.expression(of: string, in: scope).spread)
      default: isComplete = false
      }
    }
    return .list(elements, isComplete: isComplete)
  }

  // MARK: Formats

  /// `{0}` stands for an argument, `{{` and `}}` for a brace, as in .NET's composite formats; with an alignment or a format
  /// of its own, an argument is not known.
  private func format(_ arguments: [ARMValue]) -> [Expression.Part]? {
    guard let pattern = arguments.first, pattern.isLiteral, case .text(let pieces) = pattern.kind else { return nil }
    var result: [Expression.Part] = []
    for piece in pieces {
      let text = Array(piece.text.utf8)
      var (run, offset) = (0, 0)
      while offset < text.count {
        guard text[offset] == UInt8(ascii: "{") || text[offset] == UInt8(ascii: "}") else {
          offset += 1
          continue
        }
        result += piece.slice(text[run..<offset])
        if offset + 1 < text.count, text[offset + 1] == text[offset] {
          result.append(
            .init(
              .text, String(decoding: text[offset..<offset + 1], as: UTF8.self), at: piece.place(offset..<offset + 2)))
          offset += 2
        } else {
          guard text[offset] == UInt8(ascii: "{"), let close = text[offset...].firstIndex(of: UInt8(ascii: "}"))
          else { return nil }
          let number = Int(String(decoding: text[offset + 1..<close], as: UTF8.self))
          if let number, arguments.indices.contains(number + 1), number >= 0 {
            result += parts(arguments[number + 1])
          } else {
            result.append(
              .init(.opaque, String(decoding: text[offset...close], as: UTF8.self), at: piece.place(offset..<close + 1))
            )
          }
          offset = close + 1
        }
        guard result.count <= Self.mostParts else { return nil }
        run = offset
      }
      result += piece.slice(text[run...])
    }
    return result
  }

  // MARK: Resource IDs

  /// The ID of the subscription that is deployed to.
  func subscriptionID(at place: Int) -> [Expression.Part] {
    [implied("/subscriptions/", place)] + scope.own.subscriptionParts(at: place)
  }

  /// The ID of the resource group that is deployed to.
  func groupID(at place: Int) -> [Expression.Part] {
    subscriptionID(at: place) + [implied("/resourceGroups/", place)] + scope.own.groupParts(at: place)
  }

  private func implied(_ text: String, _ place: Int) -> Expression.Part { .init(.text, text, at: place..<place) }

  /// `resourceId([subscription], [group], type, name, …)`
  private func resourceID(_ arguments: [ARMValue], at place: Int) -> [Expression.Part]? {
    guard let index = arguments.prefix(3).firstIndex(where: isType), index > 0 || scope.isOfGroup,
      let resource = type(Array(arguments[index...]), at: place)
    else { return nil }
    let subscription = index > 1 ? parts(arguments[0]) : scope.own.subscriptionParts(at: place)
    let group = index > 0 ? parts(arguments[index - 1]) : scope.own.groupParts(at: place)
    return [implied("/subscriptions/", place)] + subscription + [implied("/resourceGroups/", place)] + group + resource
  }

  /// `subscriptionResourceId([subscription], type, name, …)`
  private func subscriptionResourceID(_ arguments: [ARMValue], at place: Int) -> [Expression.Part]? {
    guard let index = arguments.prefix(2).firstIndex(where: isType),
      let resource = type(Array(arguments[index...]), at: place)
    else { return nil }
    let subscription = index > 0 ? parts(arguments[0]) : scope.own.subscriptionParts(at: place)
    return [implied("/subscriptions/", place)] + subscription + resource
  }

  private func isType(_ value: ARMValue) -> Bool { value.literal?.utf8.contains(UInt8(ascii: "/")) ?? false }

  /// `/providers/` and a type with its names between its segments; `nil` if they are not as many.
  private func type(_ arguments: [ARMValue], at place: Int) -> [Expression.Part]? {
    guard let type = arguments.first, type.isLiteral, case .text(let parts) = type.kind else { return nil }
    let segments = parts.split(at: UInt8(ascii: "/"))
    guard segments.count > 1, segments.count == arguments.count else { return nil }
    var result = [implied("/providers/", place)] + segments[0]
    for (segment, name) in zip(segments, arguments).dropFirst() {
      result += [implied("/", place)] + segment + [implied("/", place)] + self.parts(name)
    }
    return result
  }
}
