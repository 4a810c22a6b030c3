#!/usr/bin/env python3
"""Checks that the table of protocol-spec/lsp.md is what the server does: every message of a client, in one session.

    check_lsp.py SERVER
"""
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/ConformanceTests"))
from server_process import ServerProcess  # noqa: E402

ROW = re.compile(
    r"^\| `([^`]+)` \| (client|server|both) \| (request|notification) \| (yes|no) \| [^|]+ \|$", re.MULTILINE)
LIFECYCLE = {"initialize", "shutdown", "exit"}
"""Sent in their places, not in that of the table."""

PROVIDERS = {
    "positionEncoding": {"textDocument/didOpen"},
    "completionProvider": {"textDocument/completion", "completionItem/resolve"},
    "hoverProvider": {"textDocument/hover"},
    "diagnosticProvider": {"textDocument/diagnostic", "workspace/diagnostic"},
    "codeActionProvider": {"textDocument/codeAction"},
    "documentSymbolProvider": {"textDocument/documentSymbol"},
    "inlayHintProvider": {"textDocument/inlayHint"},
    "definitionProvider": {"textDocument/definition"},
    "textDocumentSync": {
        "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose"},
    "workspace": {"workspace/didChangeWorkspaceFolders"},
}
"""The capabilities of `initialize`, each with the messages that it promises to handle. One that is added belongs here."""

METHOD_NOT_FOUND = -32601


# spec: LC-3, LC-5
def main():
    rows = ROW.findall((ROOT / "protocol-spec/lsp.md").read_text(encoding="utf-8"))
    names = [row[0] for row in rows]
    faults = ["%s is there twice" % name for name in sorted(set(names)) if names.count(name) > 1]
    with (tempfile.TemporaryDirectory(prefix="check-lsp-") as folder,
          ServerProcess(sys.argv[1], folder, "headers") as server):

        def ask(method, identifier):
            server.send({"jsonrpc": "2.0", "id": identifier, "method": method, "params": {}})
            reply = server.receive()
            if reply is None or reply["id"] != identifier:
                sys.exit("%s: expected its reply, got %s" % (method, reply))
            return reply

        capabilities = set(ask("initialize", "initialize")["result"]["capabilities"])
        handled = {name for name, sender, kind, state in rows if state == "yes"}
        advertised = {name for name, provided in PROVIDERS.items() if provided <= handled} | {"experimental"}
        if capabilities != advertised:
            faults.append("initialize advertises %s, the table %s" % (sorted(capabilities), sorted(advertised)))
        for name, sender, kind, state in rows:
            if sender == "server" or name in LIFECYCLE:
                continue
            if kind == "notification":
                # Would it be answered, the next reply would be its.
                server.send({"jsonrpc": "2.0", "method": name, "params": {}})
                continue
            is_unknown = ask(name, name).get("error", {}).get("code") == METHOD_NOT_FOUND
            if is_unknown != (state == "no"):
                faults.append("%s: the table says %s" % (name, state))
        ask("shutdown", "shutdown")
        server.send({"jsonrpc": "2.0", "method": "exit"})
        if server.receive() is not None or server.status() != 0:
            faults.append("the session does not end in order")
    for fault in faults:
        print(fault)
    print("%d messages, %d faults" % (len(rows), len(faults)))
    return 1 if faults or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
