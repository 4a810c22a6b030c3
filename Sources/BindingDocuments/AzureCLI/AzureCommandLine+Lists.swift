extension AzureCommandLine {
  /// The site with the lists spread out that stand among its words, `az aks trustedaccess rolebinding create
  /// "${args[@]}"`. What comes from a list stands where the list does, and is marked as followed.
  ///
  /// - Parameter elements: the elements of the list of a name, as it is where the site stands; `nil` if it is not known.
  package static func site(_ site: BindingSite, spreading elements: (_ name: String) -> [Expression]?) -> BindingSite {
    guard site.form == .azureCLI || site.form == .azureREST, site.arguments.contains(where: { $0.name.isSplat }) else {
      return site
    }
    var words = site.words
    var isSpread = false
    for argument in site.arguments {
      guard argument.name.isSplat, let elements = elements(listName(argument.name)) else {
        words += joined(argument)
        continue
      }
      isSpread = true
      words += elements.map { moved($0, to: argument.name) }
    }
    guard isSpread, var spread = self.site(of: words, range: site.range) else { return site }
    spread.dialect = site.dialect
    spread.isRepeated = site.isRepeated
    spread.isReference = site.isReference
    return spread
  }

  private static func listName(_ splat: Expression) -> String {
    String(Substring((splat.parts.first?.text ?? "").utf8.dropLast(3)))
  }

  /// The words of an option; a value that is joined to it stays so, for it may start with a hyphen.
  private static func joined(_ argument: Argument) -> [Expression] {
    guard let value = argument.values.first, value.literal?.utf8.first == UInt8(ascii: "-") else {
      return [argument.name] + argument.values
    }
    var word = argument.name
    word.parts += [.init(.text, "=", at: value.range.lowerBound..<value.range.lowerBound)] + value.parts
    word.range = argument.name.range.lowerBound..<Swift.max(word.range.upperBound, value.range.upperBound)
    return [word] + argument.values.dropFirst()
  }

  private static func moved(_ element: Expression, to splat: Expression) -> Expression {
    let parts = element.parts.map { part in
      var part = part
      part.range = splat.range
      part.isFollowed = true
      return part
    }
    return Expression(parts, range: splat.range, quoting: splat.quoting)
  }
}
