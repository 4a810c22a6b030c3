internal import JSON
internal import TrustedAccess

/// `az rest` against the URL of a binding, of a cluster's bindings, or of a location's roles. Where the URL is not known,
/// what a body says tells that it is a binding's.
enum AzureRESTCommand {
  static func site(of words: [Expression], range: Range<Int>) -> BindingSite? {
    let arguments = AzureArguments(words[2...]) { AzureOption.named($0, among: AzureOption.rest) }
    func value(_ name: String) -> Expression? { arguments.values { $0.names.contains(name) }?.first }
    let url = value("--url")
    let target = url.flatMap(AzureRESTURL.init)
    let body = value("--body").map(AzureRESTBody.init)
    guard target != nil || body?.isBinding == true && url?.literal == nil else { return nil }
    let heading = words[0].range.lowerBound..<Swift.max(words[0].range.upperBound, words[1].range.upperBound)
    var site = BindingSite(.azureREST, nil, range: range, heading: heading)
    site.operation = operation(value("--method")?.literal ?? "get", target)
    site.words = Array(words[..<2])
    site.arguments = arguments.arguments
    site.name = target?.name
    site.cluster = target?.cluster
    site.location = target?.location
    site.source = body?.source
    site.roles = body?.roles
    return site
  }

  /// What a method does; ARM has no PATCH for bindings.
  private static func operation(_ method: String, _ target: AzureRESTURL?) -> BindingSite.Operation? {
    if target?.isOfRoles == true { return method.isEqualIgnoringCase(to: "get") ? .listRoles : nil }
    if method.isEqualIgnoringCase(to: "put") { return .declare }
    if method.isEqualIgnoringCase(to: "delete") { return .delete }
    guard method.isEqualIgnoringCase(to: "get"), let target else { return nil }
    return target.name == nil ? .list : .show
  }
}

/// The parts of a URL that names bindings or roles.
struct AzureRESTURL {
  private(set) var name: Expression?
  private(set) var cluster: Expression?
  private(set) var location: Expression?
  let isOfRoles: Bool

  init?(_ url: Expression) {
    let text = ExpressionText(url)
    let path = text.bytes.prefix { $0 != UInt8(ascii: "?") }.map(\.asciiLowercased)
    if let bindings = path.firstRange(of: "/trustedaccessrolebindings") {
      isOfRoles = false
      let start = Self.startOfID(path, before: bindings.lowerBound)
      if start < bindings.lowerBound { cluster = text.expression(start..<bindings.lowerBound) }
      let rest = path[bindings.upperBound...]
      guard rest.first == nil || rest.first == UInt8(ascii: "/") else { return nil }
      let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "/")) ?? path.count
      if rest.count > 1 { name = text.expression(bindings.upperBound + 1..<end) }
    } else if let roles = path.firstRange(of: "/trustedaccessroles") {
      isOfRoles = true
      if let locations = path.firstRange(of: "/locations/"), locations.upperBound < roles.lowerBound {
        location = text.expression(locations.upperBound..<roles.lowerBound)
      }
    } else {
      return nil
    }
  }

  /// Where the ID begins in a URL: at `/subscriptions`, or behind the host.
  private static func startOfID(_ path: [UInt8], before end: Int) -> Int {
    if let subscriptions = path.firstRange(of: "/subscriptions/"), subscriptions.lowerBound < end {
      return subscriptions.lowerBound
    }
    guard path.starts(with: Array("http".utf8)), let host = path.firstRange(of: "://") else { return 0 }
    return path[host.upperBound...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "$") } ?? end
  }
}

/// What a body of ARM's REST API says of a binding: `{"properties": {"sourceResourceId": "…", "roles": ["…"]}}`.
struct AzureRESTBody {
  private(set) var source: Expression?
  private(set) var roles: RoleList?

  /// Whether it is a binding's and nothing else's.
  var isBinding: Bool { source != nil && roles != nil }

  init(_ body: Expression) {
    let text = ExpressionText(body)
    let tree = JSONTree(text.bytes)
    guard let properties = tree.root.member(named: "properties", ignoringCase: true)?.value else { return }
    if let value = properties.member(named: "sourceResourceId", ignoringCase: true)?.value {
      source = Self.expression(value, text)
    }
    if let value = properties.member(named: "roles", ignoringCase: true)?.value { roles = Self.roles(value, text) }
  }

  private static func roles(_ value: JSONNode, _ text: ExpressionText) -> RoleList {
    let elements = value.kind == .array ? value.children.filter { $0.kind != .stray && $0.kind != .missing } : []
    let isComplete = value.kind == .array && elements.allSatisfy { $0.kind == .string }
    return RoleList(
      elements.map { expression($0, text) }, range: text.expression(value.range).range, isComplete: isComplete,
      form: .array)
  }

  /// What a value means: a string's contents, escape by escape; anything else as it is written.
  private static func expression(_ value: JSONNode, _ text: ExpressionText) -> Expression {
    guard let contents = value.contents else { return text.expression(value.range) }
    guard contents.bytes.count != contents.range.count else { return text.expression(contents.range) }
    var parts: [Expression.Part] = []
    var offset = 0
    while offset < contents.bytes.count {
      let written = contents.sourceRange(of: offset..<offset + 1)
      var end = offset + 1
      let shift = written.lowerBound - offset
      if written.count == 1 {
        while end < contents.bytes.count, contents.sourceRange(of: end..<end + 1) == end + shift..<end + shift + 1 {
          end += 1
        }
        parts += text.expression(written.lowerBound..<written.lowerBound + end - offset).parts
      } else {
        while end < contents.bytes.count, contents.sourceOffset(of: end) == written.lowerBound { end += 1 }
        let meant = String(decoding: contents.bytes[offset..<end], as: UTF8.self)
        parts.append(Expression.Part(.text, meant, at: text.expression(written).range))
      }
      offset = end
    }
    return Expression(parts, range: text.expression(contents.range).range, quoting: .none)
  }
}

extension [UInt8] {
  /// Where a text occurs first.
  fileprivate func firstRange(of wanted: StaticString) -> Range<Int>? {
    let wanted = wanted.withUTF8Buffer { [UInt8]($0) }
    guard count >= wanted.count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == wanted[0] {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
  }
}
