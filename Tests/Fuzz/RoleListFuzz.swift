// targets: DurableStorage JSON TrustedAccess RoleCatalog
import JSON
import RoleCatalog
import TrustedAccess

/// Any bytes as a page of a role list: no trap, a reason if it is refused, and names that are read back as themselves.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    let page = try RoleListPage(parsing: Array(UnsafeBufferPointer(start: start, count: count)))
    for role in page.roles { precondition(RoleName(role.name.description) == role.name, "a role's name is another") }
  } catch {
    precondition(!error.message.isEmpty, "refused without a reason")
  }
  return 0
}
