#!/usr/bin/env python3
"""Drives Emacs with Eglot, set up by editor-clients/emacs, against the server.

    emacs_test.py SERVER
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SETTINGS = HERE.parents[1] / "editor-clients/emacs/trusted-access.el"
sys.path.insert(0, str(HERE / "lsp"))
import rules  # noqa: E402

SERVER = ""
ROLE = "Microsoft.MachineLearningServices/workspaces/mlworkload"
COMMAND = "az aks trustedaccess rolebinding update -g rg --cluster-name aks -n %s --roles %s"


def emacs(*arguments, **environment):
    # With the site's file, by which Debian's Emacs finds Debian's Eglot.
    return subprocess.run(
        ["emacs", "--batch", *arguments], env={**os.environ, **environment},
        capture_output=True, text=True, encoding="utf-8", timeout=100)


class InEmacs(unittest.TestCase):
    maxDiff = None

    def test_what_is_wrong_is_shown_mended_explained_and_completed(self):
        with tempfile.TemporaryDirectory(prefix="emacs-test-") as folder:
            record, file = os.path.join(folder, "record"), os.path.join(folder, "a.sh")
            pathlib.Path(file).write_text(": '🏁'; " + COMMAND % ("b", "mlworklod") + "\n", encoding="utf-8")
            recorded = [sys.executable, str(HERE / "lsp/recorder.py"), record, SERVER]
            program = "(setq trusted-access-program '(%s))" % " ".join(map(json.dumps, recorded))
            outcome = emacs("--eval", program, "-l", str(SETTINGS), "-l", str(HERE / "emacs_session.el"),
                            HOME=folder, FILE=file, LANG="C.UTF-8")
            self.assertEqual(outcome.stdout.splitlines(), [
                "diagnostics: line 1, eglot-error, mlworklod",
                "message: trusted-access [malformed-role-name]: A role begins with its source's type; "
                "write it in full, such as '%s'." % ROLE,
                "mended: : '🏁'; " + COMMAND % ("b", ROLE),
                "diagnostics: ",
                "hover: " + ROLE,
                "completed: " + COMMAND % ("c", "Microsoft.DataProtection/backupVaults/backup-operator"),
            ], outcome.stderr)
            self.assertEqual(outcome.returncode, 0)
            with open(record, encoding="utf-8") as lines:
                # Eglot kills what it has asked to end, and the recorder with it.
                self.assertEqual(rules.violations(map(json.loads, lines), is_killed=True), [])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: emacs_test.py SERVER")
    SERVER = os.path.abspath(sys.argv.pop(1))
    if not shutil.which("emacs") or emacs("--eval", "(require 'eglot)").returncode:
        print("done without Emacs and Eglot")
        sys.exit()
    unittest.main()
