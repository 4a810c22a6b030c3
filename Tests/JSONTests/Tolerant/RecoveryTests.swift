import JSON
import Testing

/// Broken documents, the tree that each one has, and what is told of it.
struct RecoveryTests {
  @Test(arguments: [
    // Sound ones.
    (
      #"{"a": [1, -2.5e3, true, false, null, "x", {}, []]}"#,
      #"(object ("a" (array 1 -2.5e3 true false null "x" (object) (array))))"#, ""
    ),
    (" 1 ", "1", ""), ("\u{FEFF}{}", "(object)", ""),
    // Nothing.
    ("", "_", "missingValue@0"), (" \n", "_", "missingValue@2"),
    // Commas.
    (#"{"a": 1 "b": 2}"#, #"(object ("a" 1) ("b" 2))"#, "missingComma@7"),
    ("[1 2\n3]", "(array 1 2 3)", "missingComma@2 missingComma@4"),
    (#"["a" {"b": 1}]"#, #"(array "a" (object ("b" 1)))"#, "missingComma@4"),
    (#"{"a": 1,}"#, #"(object ("a" 1))"#, "trailingComma@7..<8"),
    ("[1, ]", "(array 1)", "trailingComma@2..<3"),
    (#"{"a": 1,, "b": 2}"#, #"(object ("a" 1) ("b" 2))"#, "extraComma@8..<9"),
    ("[1,,2]", "(array 1 _ 2)", "missingValue@3"),
    ("{,}", "(object)", "extraComma@1..<2"),
    (#"{,"a": 1}"#, #"(object ("a" 1))"#, "extraComma@1..<2"),
    ("{},", "(object)", "extraComma@2..<3"),
    // Colons and values.
    (#"{"a" 1}"#, #"(object ("a" 1))"#, "missingColon@4"),
    (#"{"a"}"#, #"(object ("a" _))"#, "missingColon@4"),
    (#"{"a", "b": 1}"#, #"(object ("a" _) ("b" 1))"#, "missingColon@4"),
    (#"{"a": }"#, #"(object ("a" _))"#, "missingValue@5"),
    (#"{"a": , "b": 1}"#, #"(object ("a" _) ("b" 1))"#, "missingValue@5"),
    ("{\"a\":\n \"b\": 1}", #"(object ("a" _) ("b" 1))"#, "missingValue@5"),
    ("{\"a\"\n \"b\": 1}", #"(object ("a" _) ("b" 1))"#, "missingColon@4"),
    (#"{"a": 1, "b"#, #"(object… ("a" 1) ("b… _))"#, "unclosed@0..<1 unterminatedString@9..<11 missingColon@11"),
    (#"{"a":: 1}"#, #"(object ("a" 1))"#, "stray@5..<6"),
    (#"{: 1}"#, #"(object (_ 1))"#, "missingName@1"),
    (#"{"a": 1 : 2}"#, #"(object ("a" 1) !: (2 _))"#, "stray@8..<9 missingComma@9 unquotedName@10..<11"),
    (#"{{}}"#, #"(object (_ (object)))"#, "missingName@1"),
    (#"{"a": 1, [2]}"#, #"(object ("a" 1) (_ (array 2)))"#, "missingName@9"),
    ("[:]", "(array !:)", "stray@1..<2"),
    // Words.
    ("{a: 1}", "(object (?a 1))", "unquotedName@1..<2"),
    ("{a}", "(object (?a _))", "unquotedName@1..<2"),
    ("{true: 1, 2: 3}", "(object (true 1) (2 3))", "unquotedName@1..<5 unquotedName@10..<11"),
    ("[True, nul, nullx]", "(array ?True ?nul ?nullx)", "unknownWord@1..<5 unknownWord@7..<10 unknownWord@12..<17"),
    (
      "{\"id\": https://x.y/z?a=b // c\n}", "(object (\"id\" ?https://x.y/z?a=b))", "unknownWord@7..<24 comment@25..<29"
    ),
    (
      #"{"id": /subscriptions/x/y, "b": 1}"#, #"(object ("id" ?/subscriptions/x/y) ("b" 1))"#,
      "unknownWord@7..<25"
    ),
    (
      "[01, 1., +1, .5, -, 1e, 0x1F, 1_000]", "(array 01 1. +1 .5 - 1e 0x1F 1_000)",
      "malformedNumber@1..<3 malformedNumber@5..<7 malformedNumber@9..<11 malformedNumber@13..<15 "
        + "malformedNumber@17..<18 malformedNumber@20..<22 malformedNumber@24..<28 malformedNumber@30..<35"
    ),
    ("[-Infinity, NaN]", "(array -Infinity ?NaN)", "malformedNumber@1..<10 unknownWord@12..<15"),
    ("\u{0}\u{1}", "?\u{0}\u{1}", "unknownWord@0..<2"),
    // Placeholders.
    (#"{"n": ${COUNT}, "m": 1}"#, #"(object ("n" ?${COUNT}) ("m" 1))"#, "placeholder@6..<14"),
    (#"{"n": #{count}#}"#, #"(object ("n" ?#{count}#))"#, "placeholder@6..<15"),
    (#"{"n": {{ .Values.count }}, "m": 1}"#, #"(object ("n" ?{{ .Values.count }}) ("m" 1))"#, "placeholder@6..<25"),
    (#"{"n": ${{ variables.n }}}"#, #"(object ("n" ?${{ variables.n }}))"#, "placeholder@6..<24"),
    (#"[a-${x}-b]"#, "(array ?a-${x}-b)", "placeholder@1..<9"),
    (
      "[${}, ${\n}]", "(array ?$ (object) ?$ (object))",
      "unknownWord@1..<2 missingComma@2 unknownWord@6..<7 missingComma@7"
    ),
    (
      #"{"n": $COUNT, "m": $(count), "o": __COUNT__, "p": %COUNT%, "q": <how many, 1 or 2>, "r": <1>}"#,
      #"(object ("n" ?$COUNT) ("m" ?$(count)) ("o" ?__COUNT__) ("p" ?%COUNT%) ("q" ?<how many, 1 or 2>) ("r" ?<1>))"#,
      "placeholder@6..<12 placeholder@19..<27 placeholder@34..<43 placeholder@50..<57 placeholder@64..<82 "
        + "placeholder@89..<92"
    ),
    (
      "{ ...\n\"a\": [1, ...], … }", #"(object (?... _) ("a" (array 1 ?...)) (?… _))"#,
      "placeholder@2..<5 placeholder@15..<18 placeholder@21..<24"
    ),
    (
      "[_a, ..x, <a, %, <\n>]", "(array ?_a ?..x ?<a ?% ?< ?>)",
      "unknownWord@1..<3 unknownWord@5..<8 unknownWord@10..<12 unknownWord@14..<15 unknownWord@17..<18 "
        + "missingComma@18 unknownWord@19..<20"
    ),
    // A quote is missing that opens.
    (
      #"{a": b", "c": [d", e"], "f": g"}"#, #"(object (?a" ?b") ("c" (array ?d" ?e")) ("f" ?g"))"#,
      "unquotedName@1..<3 unknownWord@5..<7 unknownWord@15..<17 unknownWord@19..<21 unknownWord@29..<31"
    ),
    (
      #"{"a": "[x("y")]", "b": 1}"#, #"(object ("a" "[x(") (?y ")]") ("b" 1))"#,
      "missingComma@11 unquotedName@11..<12 missingColon@12"
    ),
    // Brackets.
    (#"{"a": {"b": 1}"#, #"(object… ("a" (object ("b" 1))))"#, "unclosed@0..<1"),
    (
      #"{"a": [1, {"b": 2"#, #"(object… ("a" (array… 1 (object… ("b" 2)))))"#,
      "unclosed@0..<1 unclosed@6..<7 unclosed@10..<11"
    ),
    (#"{"a": [1, 2}"#, #"(object ("a" (array… 1 2)))"#, "unclosed@6..<7"),
    (#"[{"a": 1]"#, #"(array (object… ("a" 1)))"#, "unclosed@1..<2"),
    ("[1]]", "(array 1) !]", "stray@3..<4"),
    ("}", "!}", "stray@0..<1"),
    (#"{"a": ], "b": 1}"#, #"(object ("a" _) ("b" 1))"#, "missingValue@5 stray@6..<7"),
    (#"{"a": 1]]], "b": 2}"#, #"(object ("a" 1) !]]] ("b" 2))"#, "stray@7..<8"),
    (#"{"a": ["x", "b": 1}"#, #"(object ("a" (array… "x" ("b" 1))))"#, "unclosed@6..<7 memberOutsideObject@12..<15"),
    (#"["a": 1]"#, #"(array ("a" 1))"#, "memberOutsideObject@1..<4"),
    // More than a value.
    ("1 2 3", "1 2 3", "contentAfterValue@2..<5"),
    ("{}\n{}", "(object) (object)", "contentAfterValue@3..<5"),
    (#""a": 1, "b": 2"#, #"("a" 1) ("b" 2)"#, "memberOutsideObject@0..<3"),
    // Quotes.
    ("['a', 'it\\'s']", "(array 'a' 'it\\'s')", "singleQuotes@1..<4 singleQuotes@6..<13 invalidEscape@9..<11"),
    ("['a\n, 1]", "(array 'a… 1)", "unterminatedString@1..<3"),
    (
      #"["\x", "\u12", "\ud800", "\udc00\n", "\"#, #"(array… "\x" "\u12" "\ud800" "\udc00\n" "\…)"#,
      "unclosed@0..<1 invalidEscape@2..<3 invalidEscape@8..<9 invalidEscape@16..<22 invalidEscape@26..<32 "
        + "unterminatedString@37..<39 invalidEscape@38..<39"
    ),
    // White space that is none.
    (
      "{\u{A0}\"a\":\u{2003}1\u{C}}", #"(object ("a" 1))"#,
      "foreignWhiteSpace@1..<3 foreignWhiteSpace@7..<10 foreignWhiteSpace@11..<12"
    ),
    // Comments.
    ("[1, // one\n2 /* two */]", "(array 1 2)", "comment@4..<10 comment@13..<22"),
    ("[1 /* one", "(array… 1)", "unclosed@0..<1 comment@3..<9 unterminatedComment@3..<9"),
    ("[/]", "(array ?/)", "unknownWord@1..<2"),
    ("true//x", "true", "comment@4..<7"),
  ])
  func recovers(document: String, tree: String, faults: String) {
    let parsed = JSONTree(document)
    #expect(treeText(parsed.document) == tree)
    #expect(faultText(parsed) == faults)
    #expect(brokenInvariant(of: parsed) == nil)
  }
}
