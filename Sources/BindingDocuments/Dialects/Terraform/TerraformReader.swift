extension Terraform {
  /// Reads one block.
  struct Reader {
    private let bytes: [UInt8]
    private var found = BlockReading()

    init(_ block: Span<UInt8>) {
      bytes = block.withUnsafeBufferPointer { Array($0) }
    }

    /// What the block says.
    mutating func reading() -> BlockReading {
      var lexer = Lexer(bytes, 0..<bytes.count)
      lexer.run()
      var parser = Parser(bytes, lexer.tokens)
      if let first = parser.firstToken, Terraform.interest(ofItemAt: first.start, in: bytes.span) != .nothing {
        let members = parser.document()
        if first.kind == .openBrace {
          for member in members { readJSON(member) }
        } else if let member = members.first {
          read(member)
        }
      }
      var silencings = Silencings(bytes, lexer.tokens, around: found.sites)
      found.silencings = silencings.of(lexer.comments)
      return found
    }

    // MARK: Top level

    private mutating func read(_ member: Member) {
      guard let keyword = member.name.literal else { return }
      if member.labels.isEmpty, member.value?.isObject != true || member.isAttribute(in: bytes) {
        guard member.value != nil else { return }
        found.define("var." + keyword, member.value, at: member.name.range)
        return
      }
      let heading = member.name.range.lowerBound..<(member.labels.last?.range ?? member.name.range).upperBound
      item(keyword, member.labels, member.value?.members ?? [], range: member.range, heading: heading)
    }

    /// A member of a document in JSON syntax: blocks by their type and labels, or a variable's value.
    private mutating func readJSON(_ member: Member) {
      guard let keyword = member.name.literal else { return }
      let labelCount: Int
      switch keyword {
      case "resource", "data", "ephemeral": labelCount = 2
      case "variable", "provider": labelCount = 1
      case "locals", "import": labelCount = 0
      case "module", "output", "terraform", "moved", "removed", "check", "//": return
      default:
        found.define("var." + keyword, member.value, at: member.name.range)
        return
      }
      labelled(labelCount, [], member) { reader, labels, body in
        // As one type's members hold several resources, a resource reaches from its label on.
        reader.item(
          keyword, labels, body.value?.members ?? [], range: body.range, heading: labels.last?.range ?? body.name.range)
      }
    }

    /// Goes down to the objects behind the labels; there may be one, or a list of them.
    private mutating func labelled(
      _ count: Int, _ labels: [Expression], _ member: Member, _ read: (inout Reader, [Expression], Member) -> Void
    ) {
      if case .list(let elements, _) = member.value?.value {
        for element in elements {
          var single = member
          single.value = element
          if count == 0, labels.isEmpty {
            single.range = element.range
            single.name.range = element.range.lowerBound..<element.range.lowerBound + 1
          }
          labelled(count, labels, single, read)
        }
      } else if count == 0 {
        read(&self, labels, member)
      } else {
        for inner in member.value?.members ?? [] { labelled(count - 1, labels + [inner.name], inner, read) }
      }
    }

    private mutating func item(
      _ keyword: String, _ labels: [Expression], _ body: [Member], range: Range<Int>, heading: Range<Int>
    ) {
      let first = labels.first?.literal
      let second = labels.dropFirst().first?.literal
      switch keyword {
      case "locals":
        for member in body {
          guard let name = member.name.literal else { continue }
          found.define("local." + name, member.value, at: member.name.range)
        }
      case "variable":
        guard let first, let label = labels.first else { return }
        let count = found.definitions.count
        found.define("var." + first, body["default"], at: label.range)
        for index in found.definitions.indices[count...] { found.definitions[index].isDefault = true }
      case "provider":
        guard first == "azurerm", let label = labels.first, let subscription = body["subscription_id"] else { return }
        let alias = body["alias"]?.text?.literal.map { "." + $0 } ?? ""
        found.define("provider.azurerm\(alias).subscription_id", subscription, at: label.range)
      case "resource", "data", "ephemeral":
        guard let type = first, let typeLabel = labels.first else { return }
        let resource = Resource(
          type: type, typeLabel: typeLabel, label: second, labelRange: labels.last?.range ?? typeLabel.range,
          isData: keyword != "resource", body: body, range: range, heading: heading)
        if let site = resource.site(bytes) { found.sites.append(site) }
        found.definitions += resource.definitions
      case "import":
        if let site = Resource.imported(body, range: range, heading: heading) { found.sites.append(site) }
      default:
        break
      }
    }
  }
}

extension Terraform.Node {
  /// Whether it is an object or what stands in the braces of a block.
  var isObject: Bool {
    if case .object = value { true } else { false }
  }
}

extension Terraform.Member {
  /// Whether its name and its value are joined by `=` or `:`, and so it is no block.
  fileprivate func isAttribute(in bytes: [UInt8]) -> Bool {
    guard let value else { return true }
    return bytes[name.range.upperBound..<value.range.lowerBound].contains {
      $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":")
    }
  }
}
