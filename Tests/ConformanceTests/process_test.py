#!/usr/bin/env python3
"""What no transcript can say of the server's process: its pipes, its client's death and its own.

    process_test.py SERVER
"""
import array
import contextlib
import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import termios
import threading
import unittest

CLUSTER = ("/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-edge"
           "/providers/Microsoft.ContainerService/managedClusters/aks-edge")
PATIENCE = 60
SERVER = ""


def request(identifier, method, params=None):
    message = {"jsonrpc": "2.0", "id": identifier, "method": "trustedAccess/" + method, "params": params}
    return json.dumps(message).encode() + b"\n"


class ProcessTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="process-test-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        # What hangs fails.
        signal.signal(signal.SIGALRM, lambda *_: self.fail("no end within %d s" % PATIENCE))
        signal.alarm(PATIENCE)
        self.addCleanup(signal.alarm, 0)

    def start(self, *arguments):
        environment = {"HOME": self.folder, "XDG_STATE_HOME": self.folder, "XDG_CACHE_HOME": self.folder}
        process = subprocess.Popen(
            [SERVER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            with contextlib.suppress(BrokenPipeError):
                stream.close()

    def send(self, process, data):
        process.stdin.write(data)
        process.stdin.flush()

    def ask(self, process, data):
        self.send(process, data)
        return json.loads(process.stdout.readline())

    # spec: FR-9, FR-7, RQ-1
    def test_a_client_that_does_not_read_is_not_read_from(self):
        process = self.start()
        count = 600
        # Blanks, so that the requests are more than the pipe and the server's window hold.
        requests = b"".join(b" " * 1000 + request(number, "roles/list") for number in range(count))
        os.set_blocking(process.stdin.fileno(), False)
        sent = 0
        # Until both pipes are full, and so is whatever the server holds itself.
        waiting, before = 0, None
        while waiting < 50:
            written = process.stdin.raw.write(requests[sent:])
            sent += written or 0
            state = (sent, self.held(process.stdout))
            waiting = waiting + 1 if state == before and not written else 0
            before = state
            signal.sigtimedwait([], 0.01)
        self.assertLess(sent, len(requests), "everything was read though no reply was")
        os.set_blocking(process.stdin.fileno(), True)
        rest = threading.Thread(target=lambda: (self.send(process, requests[sent:]), process.stdin.close()))
        rest.start()
        replies = [json.loads(line) for line in process.stdout.read().splitlines()]
        rest.join()
        self.assertEqual([reply["id"] for reply in replies], list(range(count)))
        self.assertEqual(process.wait(), 0)

    def held(self, stream):
        count = array.array("i", [0])
        fcntl.ioctl(stream.fileno(), termios.FIONREAD, count)
        return count[0]

    # spec: FR-9
    def test_memory_does_not_grow_with_what_is_asked(self):
        process = self.start()
        peaks = []
        for _ in range(2):
            for number in range(200):
                self.ask(process, request(number, "roles/list"))
            with open("/proc/%d/status" % process.pid, encoding="ascii") as status:
                peaks.append(int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)))
        self.assertLess(peaks[1] - peaks[0], 512, "KiB")

    # spec: FR-9
    def test_a_client_that_has_gone_ends_the_process(self):
        process = self.start()
        process.stdout.close()
        self.send(process, request(1, "server/info"))
        self.assertEqual(process.wait(), 1)
        self.assertIn(b"the client has closed its end", process.stderr.read())

    # spec: LC-6
    def test_the_death_of_the_process_that_the_command_line_names_ends_it(self):
        client = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
        process = self.start("--clientProcessId", str(client.pid))
        self.ask(process, request(1, "server/info"))
        self.assertIsNone(process.poll())
        client.communicate()
        self.assertEqual(process.wait(), 1)

    # spec: LC-6
    def test_the_death_of_the_process_that_initialize_names_ends_it(self):
        client = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
        process = self.start()
        message = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": client.pid}}
        self.ask(process, json.dumps(message).encode() + b"\n")
        self.ask(process, request(2, "server/info"))
        client.communicate()
        self.assertEqual(process.wait(), 1)

    # spec: CL-7
    def test_what_is_acknowledged_survives_a_kill_and_is_seen_by_others(self):
        process, other = self.start(), self.start()
        self.ask(process, request(1, "clusters/register", [CLUSTER, "eastus"]))
        for number in range(2, 8):
            source = CLUSTER.replace("Microsoft.ContainerService/managedClusters",
                                     "Microsoft.MachineLearningServices/workspaces") + str(number)
            role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
            created = self.ask(process, request(
                number, "roleBindings/create", [CLUSTER, "b%d" % number, source, [role]]))
            shown = self.ask(other, request(number, "roleBindings/show", [CLUSTER, "b%d" % number]))
            self.assertEqual(shown["result"]["etag"], created["result"]["binding"]["etag"])
        process.kill()
        listed = self.ask(self.start(), request(1, "roleBindings/list", [CLUSTER]))
        self.assertEqual([one["name"] for one in listed["result"]["bindings"]], ["b%d" % n for n in range(2, 8)])

    # spec: FR-7
    def test_a_wrong_command_line_writes_nothing_to_standard_output(self):
        process = self.start("--framing", "smoke")
        self.assertEqual(process.stdout.read(), b"")
        self.assertEqual(process.wait(), 2)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: process_test.py SERVER")
    SERVER = os.path.abspath(sys.argv.pop(1))
    unittest.main()
