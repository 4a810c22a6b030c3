import JSON
import JSONRPC
import Server

extension Command {
  static let bindingsDelete = Command(
    "delete", "Delete a role binding, which disconnects its source from the cluster",
    details: "Says whom it disconnects and asks, unless --yes is given. A binding that is not there is no error.",
    options: [Options.bindingName.required] + Options.clusterOptions
      + [Options.yes, Options.ifMatch, Options.dryRun]
  ) { arguments, console throws(CommandFailure) in
    let call = MethodCall(arguments)
    let cluster = try call.cluster(arguments)
    func delete(confirmed: Bool) throws(ResponseError) -> JSONValue {
      let params = JSONWriter.object { writer in
        writer.member("cluster", cluster)
        writer.member("name", arguments[Options.bindingName] ?? "")
        writer.member("confirm", confirmed)
        writer.member("ifMatch", ifGiven: arguments[Options.ifMatch])
        writer.member("dryRun", arguments.has(Options.dryRun))
      }
      return try call.answer("roleBindings/delete", params)
    }
    do throws(ResponseError) {
      var result: JSONValue
      do throws(ResponseError) {
        result = try delete(confirmed: arguments.has(Options.yes))
      } catch {
        guard error.code.rawValue == FaultCode.confirmationRequired.rawValue else { throw error }
        console.warn(error.message)
        guard console.isInteractive else {
          // The Azure CLI's words.
          console.warn("Unable to prompt for confirmation as no tty available. Use --yes.")
          console.complain("Operation cancelled.")
          return 1
        }
        guard console.asks("Are you sure you want to perform this operation?") else {
          console.complain("Operation cancelled.")
          return 1
        }
        result = try delete(confirmed: true)
      }
      if let end = result["accessEndsAt"]?.string {
        console.warn("The source has its roles until \(end), when the cluster reconciles.")
      }
    } catch {
      throw CommandFailure(error)
    }
    return 0
  }
}
