/// What an expression of PowerShell comes to, as far as that can be told.
struct PowerShellValue {
  /// The value, or the elements of a list, flat as the pipeline makes them. A splat among them stands for the elements of a
  /// variable that may hold one value or many.
  var elements: [Expression] = []
  /// Where all of it stands, with its brackets.
  var range: Range<Int>
  /// Whether it is a list, though perhaps of one element or none.
  var isList = false
  /// For a hashtable, the index of its token.
  var hash: Int?

  /// The value, if it is one.
  var single: Expression? { elements.count == 1 && !isList ? elements[0] : nil }
}
