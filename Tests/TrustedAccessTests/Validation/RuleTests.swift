import Testing
import TrustedAccess

/// Every validation rule, by the table in `RuleCases.swift`.
struct RuleTests {
  @Test(arguments: RuleCase.cases)
  func saysWhatIsWrongAndWhere(_ rule: RuleCase) throws {
    let findings = rule.findings(in: rule.draft)
    #expect(findings.map(\.code) == [rule.code], "\(findings.map(\.message))")
    let finding = try #require(findings.first { $0.code == rule.code })
    #expect(finding.severity == rule.severity)
    #expect(finding.field == rule.field)
    #expect(finding.range == rule.range)
    #expect(finding.message.contains(rule.says), "\(finding.message)")
    #expect(finding.message.last == ".")
  }

  @Test(arguments: RuleCase.cases)
  func theFirstFixIsTheOneThatWasMeant(_ rule: RuleCase) throws {
    let finding = try #require(rule.findings(in: rule.draft).first { $0.code == rule.code })
    let fixed = finding.fixes.first.map { texts(of: rule.field, in: rule.draft.applying($0)) }
    #expect(fixed == rule.fixed)
  }

  @Test(arguments: RuleCase.cases)
  func everyFixMendsTheFindingAndBreaksNothing(_ rule: RuleCase) throws {
    let finding = try #require(rule.findings(in: rule.draft).first { $0.code == rule.code })
    for fix in finding.fixes {
      #expect(!fix.title.isEmpty)
      let left = rule.findings(in: rule.draft.applying(fix)).filter { $0.severity < .information }
      #expect(left == [], "\(fix.title)")
    }
  }

  @Test(arguments: RuleCase.nearMisses.indices)
  func aNearMissIsClean(_ place: Int) {
    let (code, draft, existing) = RuleCase.nearMisses[place]
    let context = ValidationContext(roles: SampleRoles(), existingBindings: existing)
    let findings = Validator.validate(draft, context: context)
    #expect(findings.map(\.code) == [], "\(code): \(findings.map(\.message))")
  }

  @Test func everyRuleHasACaseAndANearMiss() {
    let codes = Validator.ruleCatalog.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { code in !RuleCase.cases.contains { $0.code == code } } == [])
    #expect(codes.filter { code in !RuleCase.nearMisses.contains { $0.code == code } } == [])
    #expect(RuleCase.cases.map(\.code).filter { !codes.contains($0) } == [])
  }

  /// Else the fix would take away the one role that works.
  @Test(arguments: [
    (SampleRoles.oldInferenceV1, "retired-role"), (SampleRoles.serviceReader, "role-of-other-source-type"),
  ])
  func aRoleThatTheBindingCannotHaveMakesNoOtherNeedless(_ role: String, code: String) {
    let source =
      "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers"
      + "/Microsoft.MachineLearningServices/workspaces/ws"
    let draft = BindingDraft(source: source, roles: [role, SampleRoles.mlworkload])
    #expect(Validator.validate(draft, context: ValidationContext(roles: SampleRoles())).map(\.code) == [code])
  }

  private func texts(of field: BindingField, in draft: BindingDraft) -> [String] {
    switch field {
    case .name: [draft.name ?? ""]
    case .cluster: [draft.cluster ?? ""]
    case .source: [draft.source ?? ""]
    case .roles, .role: draft.roles ?? []
    }
  }
}
