import BindingRendering

extension ServerContext {
  /// The names of the languages that `roleBindings/render` writes.
  package static let renderingFormats = RenderingFormat.allCases.map(\.rawValue)
}
