#!/usr/bin/env python3
"""Runs the hosts of editor-clients/scripting as their users do.

    clients_test.py SERVER
"""
import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASH = ROOT / "editor-clients/scripting/bash"
PYTHON = ROOT / "editor-clients/scripting/python"
sys.path.insert(0, str(PYTHON))
from trusted_access import Client, ServerError, ServerGone  # noqa: E402

SERVER = ""
CLUSTER = ("/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-edge"
           "/providers/Microsoft.ContainerService/managedClusters/aks-edge")


def run(*command, text=None):
    return subprocess.run(list(map(str, command)), input=text, capture_output=True, text=True)


class ClientTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="clients-test-")
        self.addCleanup(folder.cleanup)
        # What hangs fails.
        signal.signal(signal.SIGALRM, lambda *_: self.fail("no end within a minute"))
        signal.alarm(60)
        self.addCleanup(signal.alarm, 0)
        self.store = os.path.join(folder.name, "a store")
        os.environ.update(XDG_CACHE_HOME=folder.name, XDG_STATE_HOME=folder.name)


class Lives(ClientTests):
    maxDiff = None

    # spec: RB-1, RB-2, RB-7, RB-8, RB-9, RB-11, CL-1, CL-4, AC-1
    def test_a_binding_lives_alike_in_every_language(self):
        expected = (ROOT / "Tests/ClientTests/binding-life.txt").read_text(encoding="utf-8")
        for host in ([BASH / "binding-life.sh"], [sys.executable, PYTHON / "binding_life.py"]):
            for store in ([], [self.store + host[-1].suffix]):
                with self.subTest(host=host[-1].name, store=store):
                    outcome = run(*host, SERVER, *store)
                    self.assertEqual((outcome.stdout, outcome.stderr, outcome.returncode), (expected, "", 0))

    def test_what_cannot_work_says_so_and_fails(self):
        for host in ([BASH / "binding-life.sh"], [sys.executable, PYTHON / "binding_life.py"]):
            with self.subTest(host=host[-1].name):
                self.assertEqual(run(*host).returncode, 2)
                self.assertEqual(run(*host, "/bin/true").returncode, 1)
                self.assertEqual(run(*host, "/nowhere").returncode, 1)
                unusable = pathlib.Path(self.store)
                unusable.write_text("a file", encoding="utf-8")
                outcome = run(*host, SERVER, unusable)
                self.assertEqual(outcome.returncode, 1)
                self.assertIn(str(unusable), outcome.stderr)


class BashFunctions(ClientTests):
    def bash(self, script):
        return run("bash", "-c", "set -euo pipefail\nsource %s/trusted-access.bash\n%s" % (BASH, script), "-", SERVER)

    def test_texts_are_quoted_and_read(self):
        for text in ['a"b', "a\\b", "a\tb\x01\x1f", "c:\\new", "grüße ✓", "", "$HOME `x` 'y'", "a/b"]:
            with self.subTest(text=text):
                quoted = run("bash", "-c", "source %s/trusted-access.bash; quoted \"$1\"" % BASH, "-", text)
                self.assertEqual(json.loads(quoted.stdout), text)
                reply = json.dumps({"x": 1, "value": text, "z": "other"}, separators=(",", ":"), ensure_ascii=False)
                read = run("bash", "-c", "source %s/trusted-access.bash; reply=$1; text value" % BASH, "-", reply)
                self.assertEqual(read.stdout, text + "\n")
        read = run("bash", "-c", "source %s/trusted-access.bash; reply=$1; text value" % BASH, "-", r'{"value":"a\/b"}')
        self.assertEqual(read.stdout, "a/b\n")

    # spec: FR-2, ER-1
    def test_statuses_tell_results_and_errors_apart(self):
        outcome = self.bash(r'''
            start_server "$1"
            status() { local status=0; call "$@" || status=$?; echo "$status $error_code"; }
            status trustedAccess/server/info
            status trustedAccess/roles/show '["none"]'
            status trustedAccess/nothing
            stop_server && echo ended''')
        self.assertEqual(outcome.stdout, "0 \n3 1001\n1 -32601\nended\n")
        self.assertEqual(self.bash("start_server sh -c 'exit 7'; stop_server || echo $?").stdout, "7\n")
        # One that is gone, goes without a reply, writes no reply, or one to another request.
        for server in ("true", "read -r line", "read -r line; echo '{}'",
                       """read -r line; echo '{"jsonrpc":"2.0","id":2,"result":{}}'"""):
            with self.subTest(server=server):
                outcome = self.bash("start_server sh -c %s; call x || echo $?" % shlex.quote(server))
                self.assertEqual((outcome.stdout, outcome.stderr), ("4\n", ""))
        # Also where a broken pipe is an error to be told and no signal.
        outcome = self.bash("trap '' PIPE; start_server true; wait $server_process; call x || echo $?")
        self.assertEqual((outcome.stdout, outcome.stderr), ("4\n", ""))


class PythonModule(ClientTests):
    def client(self, *arguments):
        client = Client([SERVER, "--store", self.store, *arguments])
        self.addCleanup(client.close)
        return client

    # spec: RQ-1, RQ-6, FR-9
    def test_thousands_of_requests_are_pipelined(self):
        calls = []
        for number in range(3000):
            calls.append(("trustedAccess/roles/list", {"limit": 5}))
            calls.append(("trustedAccess/resourceIds/parse", {"id": "/subscriptions/%d" % number}))
            if number % 100 == 0:
                calls.append(("trustedAccess/catalog/status", {}))
        outcomes = self.client().pipeline(calls)
        self.assertEqual(len(outcomes), len(calls))
        for (method, params), outcome in zip(calls, outcomes):
            if "id" in params:
                self.assertEqual(outcome["id"], params["id"])
            else:
                self.assertIn("roles" if "limit" in params else "bundled", outcome)

    def test_a_large_message_is_sent_and_answered(self):
        text = "x" * 10_000_000
        with self.assertRaises(ServerError) as raised:
            self.client().call("trustedAccess/resourceIds/parse", id=text)
        self.assertEqual(raised.exception.code, -32602)

    def test_a_reply_comes_in_many_pieces(self):
        server = r"""read -r line; printf '{"jsonrpc":"2.0","id":1,"result":"'
            head -c 300000 /dev/zero | tr '\0' x; echo '"}'"""
        with Client(["sh", "-c", server]) as client:
            self.assertEqual(client.call("x"), "x" * 300000)

    # spec: ER-1, ER-2
    def test_errors_are_raised_alone_and_returned_in_a_pipeline(self):
        client = self.client()
        with self.assertRaises(ServerError) as raised:
            client.call("trustedAccess/clusters/unregister", id=CLUSTER)
        self.assertEqual((raised.exception.code, raised.exception.data["code"]), (1001, "ResourceGroupNotFound"))
        self.assertEqual(raised.exception.remedy, raised.exception.data["remedy"])
        good, bad = client.pipeline([("trustedAccess/server/info", {}), ("trustedAccess/server/inf", {})])
        self.assertEqual(good["name"], "trusted-access-server")
        self.assertEqual(bad.code, -32601)
        self.assertEqual(client.pipeline([]), [])

    # spec: FR-8
    def test_the_end_of_the_server_is_told(self):
        client = self.client()
        self.assertEqual(client.close(), 0)
        with Client(["true"]) as gone, self.assertRaises(ServerGone):
            gone.call("trustedAccess/server/info")
        with Client(["echo", "hello"]) as chatty, self.assertRaises(ServerGone):
            chatty.call("trustedAccess/server/info")
        other = """read -r line; echo '{"jsonrpc":"2.0","id":2,"result":{}}'"""
        with Client(["sh", "-c", other]) as confused, self.assertRaises(ServerGone):
            confused.call("trustedAccess/server/info")

    def test_a_with_statement_waits_for_the_servers_end(self):
        ended = pathlib.Path(self.store)
        with Client(["sh", "-c", "cat >/dev/null; echo >%s" % shlex.quote(str(ended))]):
            self.assertFalse(ended.exists())
        self.assertTrue(ended.exists())

    def test_as_a_command(self):
        def command(*arguments):
            return run(sys.executable, PYTHON / "trusted_access.py", "--server", SERVER, *arguments)

        shown = command("trustedAccess/roles/show", "role=backup-operator")
        self.assertEqual((json.loads(shown.stdout)["role"]["name"], shown.returncode), ("backup-operator", 0))
        listed = command("trustedAccess/roles/list", "limit:=2")
        self.assertEqual(len(json.loads(listed.stdout)["roles"]), 2)
        missing = command("trustedAccess/roles/show", "role=backupoperator")
        self.assertEqual((missing.stdout, missing.returncode), ("", 3))
        self.assertIn("Nearest", missing.stderr)
        self.assertEqual(command("trustedAccess/nothing").returncode, 1)
        self.assertEqual(command("trustedAccess/roles/list", "limit").returncode, 2)
        mistyped = command("trustedAccess/roles/list", "limit:=x")
        self.assertEqual(mistyped.returncode, 2)
        self.assertIn("'x' is no JSON", mistyped.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: clients_test.py SERVER")
    SERVER = os.path.abspath(sys.argv.pop(1))
    unittest.main()
