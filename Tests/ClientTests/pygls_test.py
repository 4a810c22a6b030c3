#!/usr/bin/env python3
"""Asks the server through the client of pygls, which checks each message's types.

    pygls_test.py SERVER
"""
import asyncio
import os
import sys
import unittest

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

SERVER = ""
URI = "file:///work/main.tf"
ROLE = "Microsoft.MachineLearningServices/workspaces/mlworkload"
TEXT = '''resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "ml" {
  kubernetes_cluster_id = azurerm_kubernetes_cluster.aks.id
  name                  = "ml"
  roles                 = ["Microsoft.MachineLearningServices/workspaces/mlworkloat"]
  source_resource_id    = azurerm_machine_learning_workspace.ml.id
}
'''


class ThroughPygls(unittest.IsolatedAsyncioTestCase):
    async def test_a_document_has_diagnostics_completions_and_explanations(self):
        await asyncio.wait_for(self.talk(), 60)

    async def talk(self):
        client = BaseLanguageClient("pygls-test", "1")
        shown = asyncio.get_running_loop().create_future()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
            lambda published: shown.done() or shown.set_result(published))
        await client.start_io(SERVER)
        result = await client.initialize_async(types.InitializeParams(
            capabilities=types.ClientCapabilities(), process_id=os.getpid(), root_uri=None))
        self.assertEqual(result.server_info.name, "trusted-access-server")
        client.initialized(types.InitializedParams())
        client.text_document_did_open(types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=URI, language_id="terraform", version=1, text=TEXT)))
        published = await shown
        self.assertEqual((published.uri, published.version), (URI, 1))
        self.assertEqual([one.code for one in published.diagnostics], ["unknown-role"])
        wrong = published.diagnostics[0]
        document = types.TextDocumentIdentifier(URI)

        listed = await client.text_document_completion_async(
            types.CompletionParams(document, types.Position(3, wrong.range.end.character - 1)))
        self.assertIn(ROLE, [item.label for item in listed.items])
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(document, wrong.range, types.CodeActionContext([wrong])))
        edits = actions[0].edit.changes[URI]
        self.assertEqual([edit.new_text for edit in edits], ['"%s"' % ROLE])
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=URI, version=2),
            [types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text) for edit in edits]))
        hover = await client.text_document_hover_async(types.HoverParams(document, wrong.range.start))
        self.assertIn("services/proxy", hover.contents.value)

        self.assertIsNone(await client.shutdown_async(None))
        client.exit(None)
        await client.stop()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: pygls_test.py SERVER")
    SERVER = os.path.abspath(sys.argv.pop(1))
    unittest.main(warnings="ignore")
