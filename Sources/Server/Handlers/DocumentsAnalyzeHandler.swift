import BindingDocuments
import JSON
import JSONRPC
import SourceText
import TrustedAccess

extension Method {
  /// `trustedAccess/documents/analyze`.
  static let documentsAnalyze = Method(
    "trustedAccess/documents/analyze",
    "Finds every role binding that a document speaks of, and says what is wrong with it",
    details: """
      The same analysis as in an editor. Positions are those of LSP: a line and a character in it, from 0. What a variable \
      stands for is followed within the document, and what is not known is never flagged.
      """,
    lane: .slow,
    parameters: [
      Parameters.documentText.required, Parameters.languageID.optional, Parameters.documentURI.optional,
      Parameters.location.optional, Parameters.positionEncoding.optional,
    ],
    result: .object([
      .required(
        "language", .string(values: DialectName.allCases.map(\.rawValue)), "The language the text was read as."),
      .required("sites", .array(of: DocumentPlaces.siteSchema), "Where bindings are spoken of."),
      .required("findings", .array(of: DocumentPlaces.findingSchema), "What the rules have to say."),
    ]),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let text = try arguments.required(Parameters.documentText)
    let dialect = try invocation.dialectAskedFor()
    let bytes = Array(text.utf8)
    guard let analysis = DocumentAnalysis(bytes, as: dialect) else {
      throw Arguments.invalid("'languageId' is '\(dialect.rawValue)', which is not read yet", at: "languageId")
    }
    let places = DocumentPlaces(
      SourceText(bytes), arguments[Parameters.positionEncoding].flatMap(PositionEncoding.init) ?? .utf16)
    let location = arguments[Parameters.location]
    let context = invocation.context
    let findings = analysis.findings { context.roles(in: $0 ?? location) }
    result.object { writer in
      writer.member("language", dialect.rawValue)
      writer.key("sites")
      writer.array { writer in for site in analysis.sites { places.write(site, to: &writer) } }
      writer.key("findings")
      writer.array { writer in for finding in findings { places.write(finding, to: &writer) } }
    }
  }
}

extension MethodInvocation {
  /// The language of the document: the one that is named, else the one that its name tells.
  fileprivate func dialectAskedFor() throws(ResponseError) -> DialectName {
    if let language = arguments[Parameters.languageID] {
      guard let dialect = DialectName(languageID: language) ?? DialectName(rawValue: language) else {
        throw Arguments.invalid(
          "'languageId' is '\(language.shortened)', which is not read: expected 'shellscript', 'powershell', 'bat', "
            + "'yaml', 'bicep', 'json', 'terraform' or 'markdown'", at: "languageId")
      }
      return dialect
    }
    guard let uri = arguments[Parameters.documentURI] else {
      throw Arguments.invalid("'languageId' is missing: expected it or 'uri'", at: "languageId")
    }
    guard let dialect = DialectName(fileName: uri) else {
      throw Arguments.invalid(
        "'uri' is '\(uri.shortened)', whose ending tells no language that is read: name it by 'languageId'", at: "uri")
    }
    return dialect
  }
}
