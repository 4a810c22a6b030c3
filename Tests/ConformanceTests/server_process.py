"""A server process, spoken to one message at a time."""
import json
import os
import select
import shlex
import subprocess
import time


class ServerFault(Exception):
    """The server did what no server may, or did nothing."""


class ServerProcess:
    """The real server with a folder of its own for all that it keeps.

    `command` is a command line. `folder` takes the store, the cache and the state; nothing else of the machine is used.
    """

    def __init__(self, command, folder, framing, arguments=(), patience=30):
        self.framing = framing
        self.patience = patience
        self.text = None
        """The newest message as it stood on the stream."""
        self._arrived = b""
        environment = {
            "PATH": os.environ.get("PATH", ""), "HOME": folder,
            "XDG_STATE_HOME": os.path.join(folder, "state"), "XDG_CACHE_HOME": os.path.join(folder, "cache"),
        }
        self._errors = open(os.path.join(folder, "stderr"), "w+b")
        self._process = subprocess.Popen(
            shlex.split(command) + ["--store", os.path.join(folder, "store"), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, env=environment)

    def send(self, message):
        """Sends a JSON value as one message."""
        body = json.dumps(message, ensure_ascii=False).encode()
        self.send_bytes(
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body) if self.framing == "headers" else body + b"\n")

    def send_bytes(self, data):
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise ServerFault("the server has closed its end") from None

    def receive(self):
        """The next message; None at the end of the server's output."""
        deadline = time.monotonic() + self.patience
        while True:
            message = self._take()
            if message is not None:
                return message
            if not select.select([self._process.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
                raise ServerFault("no reply within %g s" % self.patience)
            piece = os.read(self._process.stdout.fileno(), 1 << 16)
            if not piece:
                if self._arrived:
                    raise ServerFault("the output ends within a message: %r" % self._arrived[:200])
                return None
            self._arrived += piece

    def close_input(self):
        self._process.stdin.close()

    def status(self):
        """The status that the process ends with."""
        try:
            return self._process.wait(self.patience)
        except subprocess.TimeoutExpired:
            raise ServerFault("the process has not ended within %g s" % self.patience) from None

    def errors(self):
        """What the process has written to standard error."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            try:
                stream.close()
            except BrokenPipeError:
                pass

    def _take(self):
        if self.framing == "headers":
            head, end, rest = self._arrived.partition(b"\r\n\r\n")
            if not end:
                if len(self._arrived) > 4096 or not b"Content-Length: ".startswith(self._arrived[:16]):
                    raise ServerFault("no header: %r" % self._arrived[:200])
                return None
            name, _, digits = head.partition(b": ")
            if name != b"Content-Length" or not digits.isdigit():
                raise ServerFault("no header: %r" % head[:200])
            if len(rest) < int(digits):
                return None
            self._arrived = rest[int(digits):]
            return self._decoded(rest[:int(digits)])
        line, end, rest = self._arrived.partition(b"\n")
        if not end:
            return None
        self._arrived = rest
        return self._decoded(line)

    def _decoded(self, body):
        try:
            self.text = body.decode("utf-8")
            return json.loads(self.text)
        except ValueError:
            raise ServerFault("no JSON: %r" % body[:200]) from None
