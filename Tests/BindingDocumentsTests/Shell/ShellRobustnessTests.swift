import BindingDocuments
import SeededRandom
import Testing

/// No bytes whatever are too broken.
struct ShellRobustnessTests {
  static let scripts = [
    #"""
    # trusted-access: ignore binding-name
    RG=${1:-"rg $(id -u)"}; export A='b' "C=$D"
    args=(-g rg # x
      "${more[@]}" $'\u00e9\x41\'')
    for c in a b; do
      if ! az aks trustedaccess rolebinding show -g "$RG" --cluster-name "$c" -n "n-${c%%-*}" &>/dev/null; then
        az aks trustedaccess rolebinding create "${args[@]}" --roles "A/b/c,A/b/$r", x\ y --name=é \
          --source-resource-id "$(az group show --query "[?a=='b']" -o tsv)" 2>&1 || true
      fi
    done
    case $x in a|b) az aks trusted `az aks t` ;; (*) echo $((1 << 2)) ;; esac
    """#,
    #"""
    az rest --method put --url "https://management.azure.com${ID}/trustedAccessRoleBindings/x?api-version=2025-01-01" --body "$(cat <<EOF
    {"properties": {"sourceResourceId": "$SRC", "roles": ["A\u002fb/c", "$R"]}}
    EOF
    )"
    cat > x.sh <<-'EOF' && bash -c "az aks trustedaccess role list -l \"$L\""
    	az aks trustedaccess rolebinding delete -y -n <name>
    	EOF
    f() { local a=$1; az aks trustedaccess role list --location=@file; }
    """#,
  ]

  @Test(arguments: scripts) func damagedScripts(_ script: String) {
    #expect(readingFaultsOfDamaged(Shell.self, script) == [])
    let bytes = Array(script.utf8)
    for end in bytes.indices { #expect(ReadingInvariants(Shell.self).fault(in: Array(bytes[..<end])) == nil) }
    #expect(ReadingInvariants(Shell.self).fault(in: Array(script.replacing("\n", with: "\r\n").utf8)) == nil)
  }

  /// What opens again and again costs no more than its length: a test of too much would not end.
  @Test(arguments: [
    "$(", "`", "(", "((", "\"", "'", "${a:-", "{", "if ", "for x in ", "case a in ", "case a in a) ", "<<E ", "<<E\n",
    "\"$(", "a=(",
    "$'", "\\", "&&", "a && ", "x=\"$(", "#\n", "'\n", "\"\n a=", "az aks t ", "do ", "A=1 ", "$((", "|", "{{", "<a",
    "\0", "\u{FF}",
    "if x; then A=1; ", "for x in a; do az aks t; ", "# trusted-access: ignore\n",
  ]) func deepNesting(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: 3_000).utf8)
    #expect(ReadingInvariants(Shell.self).fault(in: bytes) == nil)
    _ = Shell.read(bytes.span)
  }

  /// What stands behind what a cut has looked at changes nothing, but for how many blocks that hold nothing are one.
  @Test func cutsLookNoFurtherThanTheySay() {
    var random = SplitMix64(seed: 3)
    let pieces =
      [
        "\n", "\n", "a=(", "'", "\"", "if x; then\n", "fi\n", "az aks t\n", "# trusted-access: ignore\n", "x <<E\n",
        "E\n",
      ]
      + ["echo a\n", "A=1\n", "}\n", "$(", ")", "`", "${a", "}", " \\\n", "x |\n", "function f {\n", "az ", "B"]
    for _ in 0..<2000 {
      let text = (0..<12).flatMap { _ in Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8) }
      let block = Shell.block(in: text.span, from: 0)
      guard block.examined < text.count else { continue }
      let other = text[..<block.examined] + Array("\"' x=1 ) } fi\nE\n az".utf8.shuffled(using: &random))
      let again = Shell.block(in: Array(other).span, from: 0)
      let isJoined = block.interest == .nothing && again.interest == .nothing && again.end >= block.end
      #expect(again == block || isJoined, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  @Test func anyBytes() {
    var random = SplitMix64(seed: 7)
    let signs = Array("\n\n  \"'`$(){}<>|&;#=\\az aks trustedaccess if fi do done case esac EOF \0\r\t".utf8)
    for _ in 0..<300 {
      let bytes = (0..<400).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }
      #expect(ReadingInvariants(Shell.self).fault(in: bytes) == nil)
    }
  }
}
