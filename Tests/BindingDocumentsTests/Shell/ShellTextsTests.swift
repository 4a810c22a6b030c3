import BindingDocuments
import Testing

/// Texts within scripts, and comments.
struct ShellTextsTests {
  @Test func scriptsInStringsAndHereDocuments() {
    let script = #"""
      bash -ec "az aks trustedaccess rolebinding show -g \"$RG\" -n d"
      eval 'az aks trustedaccess role list'
      cat >run.sh <<-EOF
      	az aks trustedaccess role list -l \$LOC
      	EOF
      kubectl apply -f - <<'EOF'
      kind: TrustedAccessRoleBinding
      EOF
      cat <<EOF
      nothing, $(az aks trustedaccess role list)
      EOF
      cat <<EOF
      nothing of that kind
      EOF
      """#
    #expect(
      printed(Shell.self, script) == [
        #"embedded shell: "az aks trustedaccess rolebinding show -g \"$RG\" -n d""#,
        #"embedded shell: "az aks trustedaccess role list""#,
        #"embedded shell: "az aks trustedaccess role list -l $LOC\n""#,
        #"embedded yaml: "kind: TrustedAccessRoleBinding\n""#,
        #"embedded shell: "nothing, $(az aks trustedaccess role list)\n""#,
      ])
  }

  @Test func aSubstitutionOfAHereDocumentIsItsText() {
    let script = #"""
      BODY=$(cat <<EOF
      {"roles": ["$ROLE"]}
      EOF
      )
      OTHER="$(cat <<'END'
      $x
      END
      )"
      """#
    #expect(
      printed(Shell.self, script) == [
        "BODY = {\"roles\": [\"⟨ROLE⟩\"]}←$(cat <<EOF\n{\"roles\": [\"$ROLE\"]}\nEOF\n)",
        "OTHER = $x←\"$(cat <<'END'\n$x\nEND\n)\"",
      ])
  }

  @Test func silencingComments() {
    let script = #"""
      # trusted-access: ignore binding-name

      # and more
      az aks trustedaccess rolebinding show \
        -n x
      az aks trustedaccess rolebinding show \
        -n y # trusted-access: ignore
      echo '# trusted-access: ignore'
      """#
    #expect(
      printed(Shell.self, script) == [
        "ignore binding-name in \"az aks trustedaccess rolebinding show \\\\\\n  -n x\"",
        "azureCLI show [az aks trustedaccess rolebinding show] name=x",
        "azureCLI show [az aks trustedaccess rolebinding show] name=y",
        "ignore  in \"az aks trustedaccess rolebinding show \\\\\\n  -n y # trusted-access: ignore\"",
      ])
  }

  @Test func spelling() {
    #expect(Shell.spelling(of: "a/b.c", as: .none) == "a/b.c")
    #expect(Shell.spelling(of: "a b", as: .none) == nil)
    #expect(Shell.spelling(of: "it's", as: .single) == #"'it'\''s'"#)
    #expect(Shell.spelling(of: #"$a"\"#, as: .double) == #""\$a\"\\""#)
    #expect(Shell.spelling(of: "a\0", as: .double) == nil)
  }
}
