import BindingDocuments
import Testing

/// Any bytes are read.
struct PowerShellRobustnessTests {
  @Test(arguments: PowerShellFixtures.all) func readsDamagedScripts(_ script: String) {
    #expect(readingFaultsOfDamaged(PowerShell.self, script, splices: 100) == [])
  }

  @Test(arguments: [
    "(", "{", "$(", "@(", "@{", "\"$(", "'", "\"", "`", "@'\n", "@\"\n", "<#", "${", "${{", "az (",
    "az aks trustedaccess $(",
    "foreach ($x in $y) {", "if (1) { $a = 1\n", "$a=", "$a = @{ a = ", "[", "$a.b", "--% ", "<", "<a", "#", "“", "\0",
    "New-AzAksTrustedAccessRole @p (", "-Role @('a',", "}", ")", "# trusted-access: ignore\n", "'\"\n", "\"$(\n\"\"",
    "param(", "function ", "a|", "'{0}' -f ", "$a = 'a' + ",
  ])
  func standsDeepNestingAndMuchOfAnything(_ piece: String) {
    let text = "az aks trustedaccess " + String(repeating: piece, count: 1_200 / piece.utf8.count)
    #expect(readingFaults(PowerShell.self, Array(text.utf8)) == [])
    let longLine = "New-AzAksTrustedAccessRoleBinding -Role " + String(repeating: piece + " ", count: 200)
    #expect(readingFaults(PowerShell.self, Array(longLine.utf8)) == [])
  }

  @Test(arguments: ["(", "{", "\"$("]) func standsWhatIsVeryDeep(_ piece: String) {
    let text = "trust " + String(repeating: piece, count: 20_000)
    #expect(readingFaults(PowerShell.self, Array(text.utf8)) == [])
  }

  @Test func standsBytesThatAreNoText() {
    for byte in UInt8.min...UInt8.max {
      let text = Array("az aks trustedaccess x -n \"".utf8) + [byte, 0xE2, 0x80, byte] + Array("\" $".utf8) + [byte]
      #expect(readingFaults(PowerShell.self, text) == [])
    }
  }

  @Test(arguments: PowerShellFixtures.all, [1, 2] as [UInt64]) func saysAfterEditsWhatItSaysAnew(
    _ script: String, _ seed: UInt64
  ) {
    let typed = [
      "'", "\"", "{", "}", "(", ")", "@'\n", "'@", "`\n", "\n", "<#", "#>", "$x = 1\n", "az ", "|", "$(", "#", "\n{",
    ]
    #expect(EditInvariants(PowerShell.self, Array(script.utf8), typing: typed).fault(seed: seed, edits: 60) == nil)
  }
}
