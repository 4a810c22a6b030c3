extension Markdown {
  /// What a fence's info string says of its contents.
  enum FenceLanguage: Equatable {
    /// A text of a dialect.
    case dialect(DialectName)
    /// What a terminal shows of a shell: commands behind prompts, and what they print.
    case session(DialectName)
    /// It does not say: the contents tell.
    case unnamed
    /// Something else.
    case other

    /// The language that an info string names.
    init(_ info: Span<UInt8>) {
      let name = Self.name(in: info)
      guard !name.isEmpty else {
        self = info.isEmpty ? .unnamed : .other
        return
      }
      self = Self.named[info.string(name).lowercased()] ?? .other
    }

    /// Where the name stands: the first word, or the first class in braces.
    private static func name(in info: Span<UInt8>) -> Range<Int> {
      var start = 0
      if info.peek(at: 0) == UInt8(ascii: "{") {
        start = info.skippingMarkdownBlanks(from: 1)
        // An attribute before the classes: `{#id .bash}`.
        var offset = start
        while offset < info.count, info[offset] != UInt8(ascii: "}") {
          if info[offset] == UInt8(ascii: "."), info[offset - 1] != UInt8(ascii: "=") {
            start = offset
            break
          }
          offset += 1
        }
      }
      if info.peek(at: start) == UInt8(ascii: ".") { start += 1 }
      for prefix in ["language-", "lang-"] as [StaticString] where info.has(prefix, at: start) {
        start += prefix.utf8CodeUnitCount
      }
      var end = start
      while end < info.count, isOfName(info[end]) { end += 1 }
      return start..<end
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// The names in use, in lower case: those of Microsoft's documentation, of GitHub's and of the common highlighters.
    private static let named: [String: FenceLanguage] = {
      var named: [String: FenceLanguage] = [:]
      func add(_ language: FenceLanguage, _ names: String) {
        for name in names.split(separator: " ") { named[String(name)] = language }
      }
      add(.dialect(.shell), "azurecli azurecli-interactive azcli az cli bash sh shell shellscript zsh ksh dash ash")
      add(
        .session(.shell),
        "console shell-session shellsession sh-session bash-session bashsession session terminal console-interactive")
      add(
        .dialect(.powerShell),
        "powershell powershell-interactive pwsh ps ps1 psm1 posh azurepowershell azurepowershell-interactive")
      add(.session(.powerShell), "pwsh-session ps1con powershell-console")
      add(.dialect(.batch), "cmd bat batch dos dosbatch winbatch batchfile")
      add(.session(.batch), "doscon")
      add(.dialect(.yaml), "yaml yml azure-pipelines")
      add(.dialect(.arm), "json jsonc json5 arm arm-json")
      add(.dialect(.bicep), "bicep")
      add(.dialect(.bicepParameters), "bicepparam bicep-params bicep-parameters")
      add(.dialect(.terraform), "hcl hcl2 terraform tf tfvars terraform-vars opentofu")
      return named
    }()
  }
}
