/// The words of a cmdlet put together to parameters with their values.
struct PowerShellArguments {
  /// A parameter as it is written.
  struct Item {
    /// Its name with the dash; for a splat the variable, for a value without a parameter nothing.
    var name: Expression
    var words: [PowerShellCommand.Word] = []
    var isSplat = false
  }

  /// The words before the first parameter.
  private(set) var positional: [PowerShellCommand.Word] = []
  private(set) var items: [Item] = []

  init(_ command: PowerShellCommand) {
    for word in command.words.dropFirst() {
      if word.isParameter {
        items.append(Item(name: word.elements[0]))
      } else if word.elements.count == 1, word.elements[0].isSplat {
        items.append(Item(name: word.elements[0], isSplat: true))
      } else if let last = items.indices.last, !items[last].isSplat {
        items[last].words.append(word)
      } else if items.isEmpty {
        positional.append(word)
      }
    }
  }

  /// As a site has them.
  var arguments: [Argument] { items.map { Argument($0.name, $0.words.flatMap(\.elements)) } }

  /// The names of the variables that are splatted.
  var splats: [Expression.Part] { items.filter(\.isSplat).compactMap(\.name.parts.first) }
}

extension Expression {
  /// What a parameter is called, without its dash.
  var parameterName: String {
    let text = parts.first?.text ?? ""
    return String(text.drop { "-–—―".contains($0) })
  }
}
