/// An operator of a Microsoft Defender plan: the resource whose identity the plan reaches clusters with.
///
/// Each subscription has the same ones. Source: binding sources as clusters show them, `defender-cloudposture` and
/// `defender-containers`.
struct SecurityOperator {
  /// The plan's name, `CloudPosture`.
  var plan: String

  /// The operator's name under the plan.
  var name: String

  /// The operators that are known.
  static let known = [
    SecurityOperator(plan: "CloudPosture", name: "DefenderCSPMSecurityOperator"),
    SecurityOperator(plan: "Containers", name: "DefenderForContainersSecurityOperator"),
  ]

  /// The operator's resource ID in a subscription.
  func id(in subscription: String) -> String {
    "/subscriptions/\(subscription)/providers/Microsoft.Security/pricings/\(plan)/securityOperators/\(name)"
  }
}
