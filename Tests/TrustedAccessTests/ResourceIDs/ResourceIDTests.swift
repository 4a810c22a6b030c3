import Testing
import TrustedAccess

struct ResourceIDTests {
  @Test(arguments: ResourceIDCase.all)
  func readsAsTheSDKForGoDoes(_ expected: ResourceIDCase) throws {
    guard let reading = expected.reading else {
      #expect(throws: ResourceIDError.self) { try ResourceID(expected.input) }
      return
    }
    let id = try ResourceID(expected.input)
    #expect(id.text == expected.input)
    #expect(id.subscriptionID == reading.subscription)
    #expect(id.resourceGroup == reading.group)
    #expect(id.provider == reading.provider)
    #expect(id.location == reading.location)
    #expect(id.type.description == reading.type)
    #expect(id.name == reading.name)
    #expect(id.canonical == (reading.canonical ?? expected.input))
    #expect(id.ancestors.map(\.canonical) == reading.parents)
  }

  @Test(arguments: ResourceIDCase.all.filter { $0.reading != nil })
  func canonicalFormIsTheSameResource(_ expected: ResourceIDCase) throws {
    let id = try ResourceID(expected.input)
    let canonical = try ResourceID(id.canonical)
    #expect(canonical == id)
    #expect(canonical.hashValue == id.hashValue)
    #expect(canonical.canonical == id.canonical)
    #expect(try ResourceID(id.text.uppercased()) == id)
  }
}

extension ResourceID {
  /// The chain of parents, nearest first.
  var ancestors: [ResourceID] { Array(sequence(first: self, next: \.parent).dropFirst()) }
}

struct ResourceScopeTests {
  @Test(arguments: [
    ("/providers/Microsoft.Billing/billingAccounts/a", ResourceScope.tenant),
    ("/subscriptions/s", .subscription),
    ("/subscriptions/s/providers/Microsoft.Security/pricings/p/securityOperators/o", .subscription),
    ("/subscriptions/s/locations/eastus", .location),
    ("/subscriptions/s/providers/Microsoft.ContainerService/locations/eastus/trustedAccessRoles", .location),
    ("/subscriptions/s/resourceGroups/g", .resourceGroup),
    ("/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c", .resourceGroup),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/c/d/locations/e", .resourceGroup),
    ("/subscriptions/s/providers/A.B/c/d/providers/Microsoft.Authorization/locks/l", .extension),
  ])
  func isTheLevelThatTheResourceIsDeployedTo(text: String, scope: ResourceScope) throws {
    #expect(try ResourceID(text).scope == scope)
  }
}
