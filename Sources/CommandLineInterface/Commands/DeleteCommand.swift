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
    let call = try MethodCall(arguments)
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
      let result: JSONValue
      do throws(ResponseError) {
        result = try delete(confirmed: arguments.has(Options.yes))
      } catch {
        guard error.code.rawValue == FaultCode.confirmationRequired.rawValue else { throw error }
        guard console.agrees(to: error.message) else {
          console.complain("Operation cancelled.")
          return 1
        }
        result = try delete(confirmed: true)
      }
      console.tell(ofDeletion: result, named: arguments[Options.bindingName] ?? "")
      return 0
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension Console {
  /// Asks whether a deletion is meant; a no if nobody can answer. The words are the Azure CLI's.
  ///
  /// - Parameter effect: whom it disconnects.
  fileprivate func agrees(to effect: String) -> Bool {
    // Said even where warnings are not wanted: it is what is decided on.
    StandardError.write(effect)
    guard isInteractive else {
      warn("Unable to prompt for confirmation as no tty available. Use --yes.")
      return false
    }
    return asks("Are you sure you want to perform this operation?")
  }

  /// Tells what a deletion did, or would do; on standard output it prints nothing, as the Azure CLI.
  fileprivate func tell(ofDeletion result: JSONValue, named name: String) {
    guard result["deleted"]?.boolean == true else { return note("There is no binding '\(name)': nothing to delete.") }
    let isDryRun = result["dryRun"]?.boolean == true
    let source = result["binding"]?["properties"]?["sourceResourceId"]?.string ?? ""
    let end = result["accessEndsAt"]?.string.map { ", whose access ends at \($0)" } ?? ""
    note("The binding '\(name)' \(isDryRun ? "would be" : "is") deleted. It disconnects \(source)\(end).")
  }
}
