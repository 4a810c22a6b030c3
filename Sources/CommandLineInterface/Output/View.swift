import JSON

/// How a command's result is shown.
struct View: Sendable {
  /// A column of the table.
  struct Column: Sendable {
    /// The title, as the Azure CLI has it where it has one.
    var title: String
    /// What stands in the column for a row.
    var text: @Sendable (JSONValue) -> String

    /// A column that shows a member of the row, found by the names on the way to it.
    init(_ title: String, _ path: String...) {
      self.title = title
      text = { row in path.reduce(Optional(row)) { $0?[$1] }.map(View.text) ?? "" }
    }

    /// A column that shows what is computed from the row.
    init(_ title: String, text: @escaping @Sendable (JSONValue) -> String) {
      self.title = title
      self.text = text
    }
  }

  /// The rows of a result.
  var rows: @Sendable (JSONValue) -> [JSONValue]

  /// The columns.
  var columns: [Column]

  /// Writes the result as JSON.
  var write: @Sendable (JSONValue, inout JSONWriter) -> Void

  /// A view of a result's member that is a list, or of the result itself as the one row.
  init(
    rows member: String? = nil, columns: [Column],
    write: @escaping @Sendable (JSONValue, inout JSONWriter) -> Void = { $1.write($0) }
  ) {
    rows = { result in member.map { Array((result[$0] ?? .null).elements) } ?? [result] }
    self.columns = columns
    self.write = write
  }

  /// The result in a format; `nil` if there is nothing to print.
  ///
  /// - Parameter width: how many characters a line of a table has room for; `nil` for any number.
  func text(of result: JSONValue, as format: OutputFormat, width: Int?) -> String? {
    switch format {
    case .json:
      var writer = JSONWriter(style: .indented)
      write(result, &writer)
      return String(decoding: writer.finish(), as: UTF8.self)
    case .table:
      let cells = rows(result).map { row in columns.map { Self.oneLine($0.text(row)) } }
      return cells.isEmpty ? nil : Table(titles: columns.map(\.title), rows: cells).text(width: width)
    case .tsv:
      let lines = rows(result).map { row in columns.map { Self.oneLine($0.text(row)) }.joined(separator: "\t") }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    case .none:
      return nil
    }
  }

  /// A value in a cell: texts as they are, lists with commas between, anything else as JSON.
  static func text(of value: JSONValue) -> String {
    switch value.kind {
    case .string: value.string ?? ""
    case .null: ""
    case .array: value.elements.map { text(of: $0) }.joined(separator: ",")
    default: String(decoding: value.sourceText, as: UTF8.self)
    }
  }

  /// A text without what would break a line or a column, or command a terminal: blanks in place of control characters.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
      line.append(isControl ? " " : scalar)
    }
    return String(line)
  }
}

extension Console {
  /// Prints a result in the format that was asked for.
  func show(_ result: JSONValue, as view: View, _ arguments: ParsedArguments) {
    if let text = view.text(of: result, as: arguments.format, width: outputWidth) { print(text) }
  }
}
