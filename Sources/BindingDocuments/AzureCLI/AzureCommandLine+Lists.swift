extension AzureCommandLine {
  /// The site of a command as it says when it is known what its words stand for: with lists spread out, and values looked
  /// up. Another site, and one without references, is left as it is.
  ///
  /// - Parameter words: the words that one comes to, `"${args[@]}"` to any number; itself if it is not known.
  package static func site(_ site: BindingSite, following words: (Expression) -> [Expression]) -> BindingSite {
    guard site.form == .azureCLI || site.form == .azureREST,
      site.words.contains(where: \.hasReferences)
        || site.arguments.contains(where: { $0.name.hasReferences || $0.values.contains(where: \.hasReferences) })
    else { return site }
    let all = site.words + site.arguments.flatMap(joined)
    guard let read = self.site(of: all.flatMap(words), range: site.range) else { return site }
    var followed = site
    followed.form = read.form
    followed.operation = read.operation
    followed.heading = read.heading
    followed.words = read.words
    followed.arguments = read.arguments
    followed.name = read.name
    followed.cluster = read.cluster
    followed.source = read.source
    followed.location = read.location
    followed.roles = read.roles
    followed.account = read.account.map { site.account ?? $0 }
    return followed
  }

  /// The words of an option; a value that is joined to it stays so, for it may start with a hyphen.
  private static func joined(_ argument: Argument) -> [Expression] {
    guard let value = argument.values.first, value.quoting == .piece else { return [argument.name] + argument.values }
    var word = argument.name
    word.parts += [.init(.text, "=", at: value.range.lowerBound..<value.range.lowerBound)] + value.parts
    word.range = argument.name.range.lowerBound..<Swift.max(word.range.upperBound, value.range.upperBound)
    return [word] + argument.values.dropFirst()
  }
}
