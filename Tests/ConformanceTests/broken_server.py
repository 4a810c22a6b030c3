#!/usr/bin/env python3
"""The real server with one fault: what the transcripts must find out.

    broken_server.py FAULT SERVER [ARGUMENT...]     serves as SERVER does, but for the fault
    broken_server.py --list                         names the faults
"""
import contextlib
import json
import os
import re
import subprocess
import sys
import threading


class Fault:
    """A server without a fault; each kind of fault changes one thing."""

    splits_batches = False

    def answer(self, response):
        """The responses that go out in place of one."""
        return [response]

    def end(self):
        """The responses that go out at the end."""
        return []

    def overhear(self, message, send):
        """Is told every message of the client."""

    def frame(self, text, framing):
        body = text.encode()
        return b"Content-Length: %d\r\n\r\n%b" % (len(body), body) if framing == "headers" else body + b"\n"

    def status(self, status):
        return status


class Healthy(Fault):
    """Breaks nothing: with it the transcripts must pass."""


class DropsAReply(Fault):
    def answer(self, response):
        return [] if "result" in response else [response]


class RepeatsAReply(Fault):
    def answer(self, response):
        return [response, response]


class AnswersNotifications(Fault):
    def overhear(self, message, send):
        if isinstance(message, dict) and "method" in message and "id" not in message:
            send({"jsonrpc": "2.0", "id": None, "result": None})


class ReordersReplies(Fault):
    """Sends each second reply before the first: what only a client that pipelines may notice."""

    def __init__(self):
        self.held = []

    def answer(self, response):
        if not self.held:
            self.held = [response]
            return []
        first, self.held = self.held, []
        return [response, *first]

    def end(self):
        return self.held


class ForgetsWrites(Fault):
    """Lists what was there before the last change."""

    def __init__(self):
        self.lists = {}

    def answer(self, response):
        bindings = response.get("result") or {}
        if "bindings" in bindings and "deleted" in bindings:
            now, bindings["bindings"] = bindings["bindings"], self.lists.get("last", [])
            self.lists["last"] = now
        return [response]


class ChangesAnErrorCode(Fault):
    def answer(self, response):
        if "error" in response:
            response["error"]["code"] -= 1
        return [response]


class DropsErrorData(Fault):
    def answer(self, response):
        response.get("error", {}).pop("data", None)
        return [response]


class SwapsAFieldName(Fault):
    def answer(self, response):
        text = json.dumps(response).replace('"sourceResourceId":', '"sourceResourceID":')
        return [json.loads(text)]


class AddsAField(Fault):
    def answer(self, response):
        if isinstance(response.get("result"), dict):
            response["result"]["debug"] = True
        return [response]


class MistypesAField(Fault):
    def answer(self, response):
        return [json.loads(re.sub(r'"bindingCount": (\d+)', r'"bindingCount": "\1"', json.dumps(response)))]


class MistypesIds(Fault):
    def answer(self, response):
        if isinstance(response["id"], int):
            response["id"] = str(response["id"])
        return [response]


class KeepsAnEtag(Fault):
    def answer(self, response):
        return [json.loads(re.sub(r'"etag": "[^"]*"', '"etag": "1"', json.dumps(response)))]


class SpeaksLocalTime(Fault):
    def answer(self, response):
        return [json.loads(re.sub(r'(\dT[\d:.]+)Z"', r'\1+00:00"', json.dumps(response)))]


class SplitsBatches(Fault):
    splits_batches = True


class WritesAStrayLine(Fault):
    def frame(self, text, framing):
        return b"debug: answering\n" + super().frame(text, framing)


class AnnouncesAWrongLength(Fault):
    def frame(self, text, framing):
        body = text.encode()
        if framing != "headers":
            return super().frame(text, framing)
        return b"Content-Length: %d\r\n\r\n%b" % (len(body) - 1, body)


class BreaksLines(Fault):
    def frame(self, text, framing):
        return super().frame(json.dumps(json.loads(text), indent=1), framing)


class EndsWithAnotherStatus(Fault):
    def status(self, status):
        return 1 - status


FAULTS = {re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower(): kind for kind in Fault.__subclasses__()}


class Wrapper:
    """Stands between the client and the real server."""

    MESSAGE_END = re.compile(rb"\n|Content-Length: \d+\r\n\r\n")

    def __init__(self, fault, command):
        self.fault = fault
        self.framing = None
        self.lock = threading.Lock()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self):
        threading.Thread(target=self.pass_on, daemon=True).start()
        while (text := self.next()) is not None:
            message = json.loads(text)
            if isinstance(message, dict):
                self.write(self.fault.answer(message), text)
                continue
            answers = [answer for one in message for answer in self.fault.answer(one)]
            self.write(answers if self.fault.splits_batches else [answers] if answers else [])
        self.write(self.fault.end())
        return self.fault.status(self.process.wait())

    def pass_on(self):
        """Hands the client's bytes to the server, and shows its messages to the fault."""
        arrived = b""
        with contextlib.suppress(BrokenPipeError):
            while piece := os.read(sys.stdin.fileno(), 1 << 16):
                self.process.stdin.write(piece)
                self.process.stdin.flush()
                *messages, arrived = self.MESSAGE_END.split((arrived + piece)[-(1 << 20):])
                for message in messages:
                    with contextlib.suppress(ValueError):
                        self.fault.overhear(json.loads(message), lambda answer: self.write([answer]))
            self.process.stdin.close()

    def next(self):
        """The text of the server's next message; None at the end."""
        stream = self.process.stdout
        if self.framing is None:
            self.framing = "headers" if stream.peek(1)[:1] == b"C" else "lines"
        line = stream.readline()
        if not line or self.framing == "lines":
            return line.decode().rstrip("\n") or None
        stream.readline()
        return stream.read(int(line.split(b":")[1])).decode()

    def write(self, messages, original=None):
        """Writes messages; one that the fault has left alone is written as the server wrote it."""
        with self.lock, contextlib.suppress(BrokenPipeError):
            for message in messages:
                is_same = original is not None and json.loads(original) == message
                text = original if is_same else json.dumps(message)
                sys.stdout.buffer.write(self.fault.frame(text, self.framing))
            sys.stdout.buffer.flush()


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(FAULTS))
        return 0
    return Wrapper(FAULTS[sys.argv[1]](), sys.argv[2:]).run()


if __name__ == "__main__":
    sys.exit(main())
