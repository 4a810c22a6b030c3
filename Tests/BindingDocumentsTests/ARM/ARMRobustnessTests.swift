import BindingDocuments
import Testing

@Suite struct ARMRobustnessTests {
  private static let template = #"""
    {
      "parameters": { "aks": { "defaultValue": "a" }, "v": { "type": "string" } },
      "variables": { "n": "[concat(parameters('aks'), '/b')]", "roles": ["A.B/c/d"] },
      "resources": [
        {
          "type": "Microsoft.ContainerService/managedClusters", "name": "[[é]",
          "resources": { "x": {
            "type": "trustedAccessRoleBindings", "name": "\u00e9\/", // trusted-access: ignore a, b
            "properties": { "sourceResourceId": "[format('{0}{{''{1}', resourceGroup().id, guid(1))]", "roles": "[variables('roles')]" } } }
        },
        {
          "type": "Microsoft.Resources/deployments", "resourceGroup": "rg",
          "properties": {
            "expressionEvaluationOptions": { "scope": "inner" }, "parameters": { "p": { "value": "[parameters('v')]" } },
            "template": {
              "contentVersion": "1", "parameters": { "p": {} },
              /* trusted-access: ignore */
              "resources": [ {
                "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
                "name": "[format('{0}/{1}', 'a', parameters('p'))]", "apiVersion": "2025-08-01",
                "properties": { "sourceResourceId": "[resourceId('A.B/c', parameters('p'))]", "roles": ["A.B/c/d"] } } ]
            } } },
        { "id": "/x/trustedAccessRoleBindings/b", "roles": ["A.B/c/d"] },
        { "properties": { "sourceResourceId": "/x", "roles": ["A.B/c/d"] } } ]
    }
    """#

  @Test func keepsRangesInDamagedTemplates() {
    #expect(printed(ARM.self, Self.template).count == 11)
    #expect(ReadingInvariants(ARM.self).faultWhenDamaged(Self.template) == nil)
  }

  @Test(arguments: [
    "[", "{\"resources\":[", "{\"a\":", "{\"properties\":{\"template\":", "[concat(", "// trusted-access: ignore\n",
    "{\"type\":\"Microsoft.Resources/deployments\",\"properties\":{\"template\":",
    "{\"type\":\"Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings\",\"properties\":",
  ])
  func standsDeepNesting(opening: String) {
    let text = "{\"sourceResourceId\":" + String(repeating: opening, count: opening.utf8.count < 5 ? 100_000 : 10_000)
    #expect(ReadingInvariants(ARM.self).fault(in: Array(text.utf8)) == nil)
  }

  @Test func standsExpressionsWithoutEnd() {
    for opening in ["concat(", "parameters('a')[", "format('{0}{0}{0}',", "resourceId('a/b',", "'''", "a.", "a[", "("] {
      let expression = "\"[" + String(repeating: opening, count: 2_000) + "]\""
      let text =
        "{\"sourceResourceId\": 1, \"properties\": {\"sourceResourceId\": \(expression), \"roles\": [\"A.B/c/d\"]}}"
      #expect(ReadingInvariants(ARM.self).fault(in: Array(text.utf8)) == nil)
    }
  }

  @Test func standsAnyBytes() {
    let words = ["trustedAccess", "sourceResourceId", "\0", "\u{FFFD}", "\"", "[", "{", "\\", "\n", "//"]
    for word in words {
      var bytes = Array(String(repeating: word, count: 50).utf8)
      bytes.insert(0xFF, at: bytes.count / 2)
      #expect(ReadingInvariants(ARM.self).fault(in: bytes) == nil)
    }
  }
}
