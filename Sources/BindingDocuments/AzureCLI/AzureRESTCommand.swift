/// `az rest` against the URL of a binding, of a cluster's bindings, or of a location's roles.
enum AzureRESTCommand {
  static func site(of words: [Expression], range: Range<Int>) -> BindingSite? { nil }
}
