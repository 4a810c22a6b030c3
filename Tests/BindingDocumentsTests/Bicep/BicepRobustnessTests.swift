import BindingDocuments
import Testing

@Suite struct BicepRobustnessTests {
  private static let file = #"""
    using './x.bicep'
    // trusted-access: ignore a
    @description('''
    resource of 'it'
    ''')
    param x string? = cond ? 'é${y.z ?? '\u{e9}\''}' : $'''${a}'''
    var o = { 'k': [1, ...l], m: { n: -1 } } /* c */
    resource c 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
      name: 'a'
      scope: resourceGroup('s', rg)
      resource b 'trustedAccessRoleBindings@2025-08-01' = [for (i, n) in range(0, 2): if (i > 0) {
        name: format('b-{0}{{', i)
        properties: { sourceResourceId: v!.id, roles: union(['A.B/c/d'], r) } // trusted-access: ignore
      }]
    }
    resource s 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
      name: '${c.name}/s'
      properties: {
        sourceResourceId: resourceId('g', 'A.B/c/d', 'x', o['k'])
        roles: <roles>
      }
    }
    """#

  private let invariants = ReadingInvariants(Bicep.self)

  @Test func keepsRangesInDamagedFiles() {
    #expect(printed(Bicep.self, Self.file).count == 13)
    #expect(invariants.faultWhenDamaged(Self.file) == nil)
  }

  @Test(arguments: [
    "var x = ", "param x = [\n", "{", "{a:", "[", "(", "f(", "[for x in ", "'${", "'", "'''", "a.", "a ? ", "a ? b : ",
    "if (", "@", "@a(", "/*", "// trusted-access: ignore\n", "resource x 'y' = {\n", "$", "...", "!", "a[", "!a", "- ",
    "a::", "\\", "a +\n", "resource", "x'",
  ])
  func standsDeepNesting(opening: String) {
    for start in [
      "", "var x = ", "resource x 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings' = ",
    ] {
      let text = start + String(repeating: opening, count: 10_000)
      #expect(invariants.fault(in: Array(text.utf8)) == nil)
    }
  }

  /// What is open ends where something plainly begins.
  @Test(arguments: [
    "var x = {", "var x = [\n  'a", "var x = 'a${b", "var x = f(a, {", "var x = '''\n  a", "@description('x",
    "param x {\n  a: 'b'\n",
  ])
  func findsWhatStandsBehindWhatIsOpen(opening: String) {
    let text =
      opening + "\nresource c 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = { name: 'aks' }\n"
    #expect(printed(Bicep.self, text).contains("c.name = aks←'aks'"))
  }

  @Test func standsAnyBytes() {
    for word in ["\0", "\u{FFFD}", "'", "{", "resource ", "param x ", "trusted-access", "\r", "\u{FEFF}"] {
      var bytes = Array(String(repeating: word, count: 50).utf8)
      bytes.insert(0xFF, at: bytes.count / 2)
      #expect(invariants.fault(in: bytes) == nil)
    }
  }

  @Test func spellsWithTheEscapesOfEachPlace() {
    #expect(Bicep.spelling(of: "it's \\ ${x} $y\n\u{1}", as: .single) == #"'it\'s \\ \${x} $y\n\u{1}'"#)
    #expect(Bicep.spelling(of: "it's", as: .none) == #"'it\'s'"#)
    #expect(Bicep.spelling(of: "it's", as: .piece) == nil)
    #expect(Bicep.spelling(of: "a.b/c-d_e", as: .piece) == "a.b/c-d_e")
    #expect(Bicep.spelling(of: "a", as: .block) == "'a'")
    #expect(Bicep.spelling(of: "a", as: .double) == nil)
    #expect(BicepParameters.spelling(of: "a", as: .single) == "'a'")
  }

  @Test func cutsAtDeclarations() {
    func blocks(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      var (blocks, start) = ([String](), 0)
      while start < bytes.count {
        let block = Bicep.block(in: bytes.span, from: start)
        blocks.append(String(decoding: bytes[start..<block.end], as: UTF8.self))
        start = block.end
      }
      return blocks
    }
    let cut = [
      "// c\n@secure()\n@allowed([\n  'a'\n])\nparam a string\n",
      "var b = x\n  ? '{'\n  : '${f({\n",
      "var c = '${f({ a: '}' })}' // {\n",
      "\nvar d = '''\nvar e = {\n'''\n",
      "var f = {\n  var: 1\n  param: 2\n\n",
      "output g string = 'x'\n",
    ]
    #expect(blocks(cut.joined()) == cut)
  }
}
