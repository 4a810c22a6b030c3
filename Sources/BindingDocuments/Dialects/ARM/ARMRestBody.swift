import JSON
import TrustedAccess

/// A binding as the REST API takes it, `{"properties": {"sourceResourceId": …, "roles": […]}}`, or as the API and the
/// command line answer: those have an ID, and the command line's have no `properties`.
enum ARMRestBody {
  private static var collection: String { "/trustedaccessrolebindings/" }

  /// The site that an object is; `nil` if it is none.
  static func site(_ object: JSONNode, in scope: ARMScope) -> BindingSite? {
    if let id = ARMString(object.value(of: "id")) { return answer(object, id, in: scope) }
    guard object.value(of: "type") == nil, let properties = object.member(named: "properties", ignoringCase: true),
      let heading = properties.name?.range, let body = properties.value, body.kind == .object,
      let source = body.value(of: "sourceResourceId"), let roles = body.value(of: "roles"),
      let list = scope.roles(roles), isOfBinding(source, list)
    else { return nil }
    var site = BindingSite(.restBody, .declare, range: object.range, heading: heading)
    site.name = scope.expression(object.value(of: "name"))
    site.source = scope.expression(source)
    site.roles = list
    site.arguments = scope.arguments(of: object)
    return site
  }

  private static func answer(_ object: JSONNode, _ id: ARMString, in scope: ARMScope) -> BindingSite? {
    guard let slash = id.firstRange(of: collection) else { return nil }
    let properties = object.value(of: "properties").flatMap { $0.kind == .object ? $0 : nil } ?? object
    let source = properties.value(of: "sourceResourceId")
    let roles = properties.value(of: "roles")
    guard source != nil || roles != nil else { return nil }
    var site = BindingSite(.restBody, .show, range: object.range, heading: id.range)
    let cluster = 0..<slash.lowerBound
    let name = slash.upperBound..<id.bytes.count
    site.name =
      scope.expression(object.value(of: "name"))
      ?? Expression(id.parts(name), range: id.place(name), quoting: .piece)
    site.cluster = Expression(id.parts(cluster), range: id.place(cluster), quoting: .piece)
    site.source = scope.expression(source)
    site.roles = scope.roles(roles)
    site.words = scope.expression(object.value(of: "type")).map { [$0] } ?? []
    site.arguments = scope.arguments(of: object)
    site.isReference = true
    return site
  }

  /// Whether the roles are such as Trusted Access has; while there are none yet, whether the source is a resource.
  private static func isOfBinding(_ source: JSONNode, _ roles: RoleList) -> Bool {
    let names = roles.elements.compactMap(\.literal).filter { !$0.isEmpty }
    guard names.isEmpty else { return names.contains { RoleName($0) != nil } }
    return ARMString(source)?.firstRange(of: "/providers/") != nil
  }
}

extension ARMScope {
  /// The members of a resource and those of its `properties`, as one list in order.
  func arguments(of object: JSONNode) -> [Argument] {
    var arguments: [Argument] = []
    for member in object.children where member.kind == .member {
      if let name = member.name, name.equals("properties", ignoringCase: true), let value = member.value,
        value.kind == .object
      {
        arguments += value.children.compactMap(argument)
      } else if let argument = argument(member) {
        arguments.append(argument)
      }
    }
    return arguments
  }

  private func argument(_ member: JSONNode) -> Argument? {
    guard let name = member.name, name.kind != .missing, let value = member.value else { return nil }
    let written = Expression(
      [.init(.text, name.string ?? "", at: name.contentsRange ?? name.range)], range: name.range,
      quoting: name.kind == .string ? .double : .none)
    return Argument(
      written, value.kind == .array ? value.children.compactMap(expression) : expression(value).map { [$0] } ?? [])
  }
}
