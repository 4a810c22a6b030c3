/// What stands between the words: the end of the ID, the subscription, names and types.
extension ResourceIDDraft {
  /// Says what is missing at the end.
  mutating func checkEnd() {
    guard isWhollyKnown else { return }
    let end = count..<count
    if let fault = anatomy.fault {
      let problem = fault.problem(in: anatomy)
      report(problem.code, at: problem.range, problem.message)
    } else if let last = anatomy.segments.last, last.kind.isType {
      let type = anatomy.value(of: last)
      report(
        "missing-name", at: end, "The name after '\(type)' is missing: the ID names no resource, but all '\(type)'.")
    }
  }

  /// Checks the subscription, and each name by the rule of its type.
  mutating func checkValues() {
    var types: [String] = []
    var namespace = ResourceType.builtInNamespace
    for segment in knownSegments {
      let value = anatomy.value(of: segment)
      switch segment.kind {
      case .subscriptionID: checkSubscription(segment)
      case .resourceGroupName: checkName(segment, of: .resourceGroup)
      case .namespace:
        namespace = String(value)
        types = []
        checkAlphabet(segment)
      case .type, .locations:
        types.append(String(value))
        checkAlphabet(segment)
      case .name, .location:
        // No rule is known for a type of more than three parts; this keeps a deep ID's cost linear.
        checkName(segment, of: types.count < 4 ? ResourceType(namespace: namespace, segments: types) : nil)
      default: break
      }
    }
  }

  private mutating func checkSubscription(_ segment: ResourceIDAnatomy.Segment) {
    let value = anatomy.value(of: segment)
    guard !isOpaque(segment.range), !value.isGUID else { return }
    if value.utf8.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }) {
      report(
        "sample-subscription", .information, at: segment.range,
        "'\(value)' is a subscription of the documentation; a real one is a GUID.")
    } else {
      report(
        "subscription-not-guid", at: segment.range,
        "The subscription '\(value)' is not a GUID; 'az account show --query id' prints it.")
    }
  }

  private mutating func checkName(_ segment: ResourceIDAnatomy.Segment, of type: ResourceType?) {
    let rule = type.map(ResourceNameRule.rule(for:)) ?? .generic
    let value = anatomy.value(of: segment)
    guard !isOpaque(segment.range), let violation = rule.violation(in: value) else { return }
    let start = segment.range.lowerBound
    report(
      "invalid-name", at: start + violation.range.lowerBound..<start + violation.range.upperBound,
      "The name '\(value)' \(violation.reason); it has to be \(rule.summary).")
  }

  /// Namespaces and types have letters, digits, periods, hyphens and underscores.
  private mutating func checkAlphabet(_ segment: ResourceIDAnatomy.Segment) {
    let legal = anatomy.value(of: segment).utf8.allSatisfy {
      $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard !legal else { return }
    report(
      "illegal-character", at: segment.range,
      "'\(anatomy.value(of: segment))' can't be a part of a resource type: those have ASCII letters, digits, '.', '-' "
        + "and '_' only.")
  }

  /// Compares the type with the one that is expected.
  mutating func checkType() {
    guard let expected, isWhollyKnown, anatomy.fault == nil, let last = anatomy.segments.last, !last.kind.isType,
      anatomy.type != expected
    else { return }
    let whole = anatomy.segments[0].range.lowerBound..<last.range.upperBound
    if let end = endOfPart(of: expected) {
      report(
        "wrong-depth", at: end..<last.range.upperBound,
        "The ID goes on to a '\(anatomy.type)'; a '\(expected)' is expected, whose ID ends before that.",
        fix: [Edit(range: end..<count, text: "")])
    } else if anatomy.type.isSameOrParent(of: expected) || last.kind == .subscriptionID
      || last.kind == .resourceGroupName
    {
      report(
        "wrong-depth", at: whole,
        "The ID names a '\(anatomy.type)' and ends too early: a '\(expected)' is expected.")
    } else {
      report("wrong-type", at: whole, "The ID names a '\(anatomy.type)'; a '\(expected)' is expected.")
    }
  }

  /// The end of that start of the ID which names a resource of `type`.
  private func endOfPart(of type: ResourceType) -> Int? {
    var types: [String] = []
    var namespace = ""
    for segment in anatomy.segments {
      switch segment.kind {
      case .namespace:
        namespace = String(anatomy.value(of: segment))
        types = []
      case .type, .locations: types.append(String(anatomy.value(of: segment)))
      case .name, .location:
        if types.count == type.segments.count, ResourceType(namespace: namespace, segments: types) == type {
          return segment.range.upperBound
        }
      default: break
      }
    }
    return nil
  }

  /// Notes each placeholder.
  mutating func notePlaceholders() {
    for placeholder in placeholders {
      note(
        "placeholder", at: placeholder.range,
        placeholder.form == .ellipsis
          ? "Something is left out here; the rest is taken as it is."
          : "This stands for a value that is not known here; what it stands for is not checked.")
    }
  }
}
