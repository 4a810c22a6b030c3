import BindingDocuments
import Testing

/// What variables are set to, and where that holds.
struct ShellVariablesTests {
  @Test func assignments() {
    let script = #"""
      RG=rg-edge NAME='x y'
      export CLUSTER="aks-$ENV" # of this stage
      readonly A B=${B:-"b c"}
      VAULT=$(az dataprotection backup-vault show -g "$RG" --query id -o tsv)
      NAME=${1:-backup}
      ROLES+=,A/b/c
      X=\$Y$'\u00e9\n'
      LONG="a \
      b"
      IGNORED=1 command
      """#
    #expect(
      printed(Shell.self, script) == [
        "RG = rg-edge", "NAME = x y←'x y'", "CLUSTER = aks-⟨ENV⟩←\"aks-$ENV\"", "B = ⟨B:b c⟩←${B:-\"b c\"}",
        "VAULT = ?",
        "NAME = ⟨1:backup⟩←${1:-backup}", "ROLES = ⟨ROLES⟩,A/b/c←,A/b/c", "X = $Yé\n←\\$Y$'\\u00e9\\n'",
        "LONG = a b←\"a \\\nb\"",
      ])
  }

  @Test func expansions() {
    for (written, meant) in [
      ("$A", "⟨A⟩"), ("${A}", "⟨A⟩"), ("${A:-b}", "⟨A:b⟩"), ("${A-b}", "⟨A:b⟩"), ("${A:=b}", "⟨A:b⟩"),
      ("${A:-$B}", "⟨A⟩"),
      ("${A:?no A}", "⟨A⟩"), ("${A:-}", "⟨A⟩"), ("${A[0]}", "⟨A[0]⟩"), ("a${A}b", "a⟨A⟩b"), ("\"$A\"'$B'", "⟨A⟩$B"),
    ] {
      #expect(printed(Shell.self, "X=\(written)") == ["X = \(meant)←\(written)"])
    }
    for written in [
      "$1", "$(b)", "`b`", "${A#b}", "${A%%b}", "${#A}", "${!A}", "${A:0:2}", "${A:+b}", "$((1 + 2))", "$?", "$A$1",
    ] {
      #expect(printed(Shell.self, "X=\(written)") == ["X = ?"])
    }
  }

  @Test func whatIsReadIsUnknown() {
    let script = """
      read -r -p "Name: " NAME REST
      printf -v X %s y
      unset Y
      mapfile -t LIST < file
      for z in a b; do :; done
      """
    #expect(
      printed(Shell.self, script)
        == ["NAME = ?", "REST = ?", "X = ?", "Y = ?", "LIST = ?", "z = ?"])
  }

  @Test func whatIsSetInABranchIsUnknownBehindIt() {
    let script = #"""
      if [ -z "$RG" ]; then
        RG=a
      else
        RG=b
      fi
      [ -z "$A" ] && A=1 && echo $A
      B=1 && C=2
      case $1 in
        prod) D=1 ;;
        (*) D=2
      esac
      (E=1)
      test x || { F=1; G=2; }
      """#
    #expect(
      printed(Shell.self, script) == [
        "RG = a", "RG = ?", "RG = b", "RG = ?", "A = 1", "A = ?", "B = 1", "C = 2", "D = 1", "D = ?", "D = 2", "D = ?",
        "E = 1", "E = ?", "F = 1", "G = 2", "F = ?", "G = ?",
      ])
  }

  @Test func arraysHaveElements() {
    let script = Array(
      #"""
      args=(
        -g rg   # the group
        -n "x y" $Z
      )
      args+=(--yes)
      """#.utf8)
    let reading = Shell.read(script.span)
    #expect(reading.definitions.map(\.name) == ["args", "args"])
    #expect(reading.definitions.map(\.value) == [nil, nil])
    #expect(
      reading.definitions.map { $0.elements?.map { $0.literal ?? $0.parts[0].text } } == [
        ["-g", "rg", "-n", "x y", "Z"], ["args[@]", "--yes"],
      ])
    #expect(reading.definitions.last?.elements?.map(\.isSplat) == [true, false])
  }
}
