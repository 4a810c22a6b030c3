/// HashiCorp's configuration language, version 2.
enum HCL {
  /// The value as a quoted template without expressions. Source: HCL Native Syntax Specification, "Quoted Templates".
  static func literal(_ value: String) -> String {
    "\""
      + value.escapingScalars(expressionsAfter: ["$": "$$", "%": "%%"]) { scalar in
        switch scalar {
        case "\"": #"\""#
        case "\\": #"\\"#
        case "\n": #"\n"#
        case "\r": #"\r"#
        case "\t": #"\t"#
        default: scalar.needsEscape ? #"\u"# + scalar.hexadecimal(width: 4) : nil
        }
      } + "\""
  }
}

extension RenderedBinding {
  /// The binding's name as a Terraform identifier in the usual style: `_` for `-`, and a word before what a name of
  /// Terraform can't start with.
  var terraformLabel: String {
    let label = String(bindingName.map { $0 == "-" ? "_" : $0 })
    return label.first?.isLetter == true ? label : "binding_" + label
  }
}
