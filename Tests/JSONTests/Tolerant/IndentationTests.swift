import JSON
import Testing

/// Documents whose brackets do not pair: their indentation shows which is missing or too much.
struct IndentationTests {
  @Test(arguments: [
    // A closing brace is missing, with the comma behind it or without.
    (
      """
      {
        "a": {
          "b": 1,
        "c": 2
      }
      """, #"(object ("a" (object… ("b" 1))) ("c" 2))"#, "unclosed@9..<10"
    ),
    (
      """
      {
        "a": {
          "b": 1
        "c": 2
      }
      """, #"(object ("a" (object… ("b" 1))) ("c" 2))"#, "unclosed@9..<10"
    ),
    (
      """
      {
        "a": {
          "b": 1
      }
      """, #"(object ("a" (object… ("b" 1))))"#, "unclosed@9..<10"
    ),
    // Nothing in it yet.
    (
      """
      {
        "a": {
        "c": 2
      }
      """, #"(object ("a" (object…)) ("c" 2))"#, "unclosed@9..<10"
    ),
    (
      """
      {
        "a": {
          "b":
        "c": 2
      }
      """, #"(object ("a" (object… ("b" _))) ("c" 2))"#, "unclosed@9..<10 missingValue@19"
    ),
    // A closing bracket is missing.
    (
      """
      {
        "roles": [
          "x",
          "y"
        "c": 2
      }
      """, #"(object ("roles" (array… "x" "y")) ("c" 2))"#, "unclosed@13..<14"
    ),
    (
      """
      {
        "resources": [
          {
            "a": 1
          },
          {
            "b": [
              2
        ],
        "outputs": {}
      }
      """, #"(object ("resources" (array (object ("a" 1)) (object… ("b" (array… 2))))) ("outputs" (object)))"#,
      "unclosed@49..<50 unclosed@62..<63"
    ),
    // An element's brace is missing, and the comma.
    (
      """
      [
        {
          "a": 1
        {
          "b": 2
        }
      ]
      """, #"(array (object… ("a" 1)) (object ("b" 2)))"#, "unclosed@4..<5"
    ),
    // Too many.
    (
      """
      {
        "a": {
          "b": 1
          }
        },
        "c": 2
      }
      """, #"(object ("a" (object ("b" 1) !})) ("c" 2))"#, "stray@26..<27"
    ),
    (
      """
      {
        "a": [
          1
          ]
        ],
        "c": 2
      }
      """, #"(object ("a" (array 1 !])) ("c" 2))"#, "stray@21..<22"
    ),
    // Of the wrong kind, or within a line.
    (
      """
      [
        {
          "a": 1,
          ]
          "b": 2
        }
      ]
      """, #"(array (object ("a" 1) !] ("b" 2)))"#, "stray@22..<23"
    ),
    (
      """
      [
        {
          "a": x('y')], "b": 2,
          "c"}: 3
        }
      ]
      """, #"(array (object ("a" ?x('y')) !] ("b" 2) ("c" 3)))"#, "unknownWord@15..<21 stray@21..<22 stray@39..<40"
    ),
    (
      """
      [
        {
          "a": x('y')],
        }
      ]
      """, #"(array (object ("a" ?x('y')) !]))"#, "unknownWord@15..<21 stray@21..<22 trailingComma@22..<23"
    ),
    (
      """
      {
        "a": {
          "b": {"c": [1, 2},
          "d": 3
      }
      """, #"(object ("a" (object… ("b" (object ("c" (array… 1 2)))) ("d" 3))))"#, "unclosed@9..<10 unclosed@26..<27"
    ),
    // An element further in than the array that is not closed before it.
    (
      """
      {
        "a": [
          "b": [
          {
            "c": 1
          }
        ]
      }
      """, #"(object ("a" (array ("b" (array…)) (object ("c" 1)))))"#, "memberOutsideObject@15..<18 unclosed@20..<21"
    ),
    // Tabs.
    ("{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\"c\": 2\n}", #"(object ("a" (object… ("b" 1))) ("c" 2))"#, "unclosed@8..<9"),
    // An indentation that says nothing is not followed.
    (
      "{\n\"a\": {\n\"b\": {\n\"c\": 1\n},\n\"d\": 2\n}", #"(object… ("a" (object ("b" (object ("c" 1))) ("d" 2))))"#,
      "unclosed@0..<1"
    ),
    (
      "{\"a\": {\"b\": {\"c\": 1}, \"d\": 2}", #"(object… ("a" (object ("b" (object ("c" 1))) ("d" 2))))"#,
      "unclosed@0..<1"
    ),
    // Nor is one where all brackets pair.
    (
      """
      {
          "a": {
       "b": 1,
      "c": [
        2
            ]
         }
      }
      """, #"(object ("a" (object ("b" 1) ("c" (array 2)))))"#, ""
    ),
  ])
  func pairsBrackets(document: String, tree: String, faults: String) {
    for lineBreak in ["\n", "\r\n", "\r"] {
      let broken = JSONTree(document.split(separator: "\n").joined(separator: lineBreak))
      #expect(treeText(broken.document) == tree)
      #expect(brokenInvariant(of: broken) == nil)
      if lineBreak == "\n" { #expect(faultText(broken) == faults) }
    }
  }
}
