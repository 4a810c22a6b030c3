import BindingDocuments
import Testing

/// Code within a line.
struct MarkdownInlineTests {
  private func found(_ line: String) -> [String] {
    printed(Markdown.self, line).map { $0.replacing("embedded shell: ", with: "") }
  }

  @Test(arguments: [
    "az aks trusted access rolebinding list", "az aks trusted-access rolebinding list", "az aks rolebinding list",
    "az aks trustedaccess roles list", "az aks trustedaccess rolebinding add", "az aks trustedaccess list",
    "az aks trustedaccess role list -l eastus", "az aks trustedaccess rolebinding list -g rg --cluster-name=c",
    "az aks trustedaccess rolebinding delete -g rg --cluster-name c -n b --yes", "AZ AKS Trusted Access List",
  ])
  func commandsAreRead(_ command: String) {
    #expect(found("Use the `\(command)` command, or `x`.") == ["\"\(command)\""])
    #expect(found("- Use `` \(command)`` now") == ["\"\(command)\""])
  }

  @Test(arguments: [
    "az aks trustedaccess", "az aks trustedaccess role", "az aks trustedaccess rolebinding",
    "az aks trustedaccess rolebinding create", "az aks trustedaccess role list", "az aks trustedaccess rolebinding …",
    "az aks trustedaccess rolebinding ...", "az aks trustedaccess <command>",
    "az aks trustedaccess rolebinding [create]",
    "az aks trustedaccess rolebinding create --roles", "az aks trustedaccess rolebinding delete --yes",
    "az aks trustedaccess rolebinding list -g ... --cluster-name c", "az aks trustedaccess role list -l …",
    "az aks list",
    "az aks", "az", "trusted access", "", "az aks trusted access", "az aks trusted access rolebinding",
  ])
  func namesAreProse(_ name: String) {
    #expect(found("Use the `\(name)` command.").isEmpty)
  }

  @Test func backticksPairByTheirNumber() {
    let command = "az aks trusted access list"
    #expect(found("`a `` \(command)` b").isEmpty)
    #expect(found("`` ` `` `\(command)`") == ["\"\(command)\""])
    #expect(found("\\`\(command)` a").isEmpty)
    #expect(found("`\(command)").isEmpty)
    #expect(found("`\(command)\n` a").isEmpty)
  }
}
