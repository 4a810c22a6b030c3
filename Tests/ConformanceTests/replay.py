#!/usr/bin/env python3
"""Replays transcripts against a real server process.

    replay.py [--openrpc FILE] [--patience SECONDS] [--stop] SERVER TRANSCRIPT...

With --openrpc every result is held to the schema that the document gives for its method, and every error to the codes
that the method declares (this needs the package jsonschema). --patience is for how long a reply is waited for, 30 by
default. --stop ends with the first transcript that fails. SERVER is a command line.

A transcript is one JSON object a line. The first line describes it:

    about          what it shows, in a sentence
    requirements   the requirements of protocol-spec/specification.md that it shows to hold
    framing        "lines" (so if absent) or "headers"
    arguments      further arguments for the server
    files          files to be there before the server starts: {path: content}; "store/…" is the server's store
    pipelined      true: everything is sent at once, and the replies come in the order in which they are expected
    status         how the process ends, 0 if absent
    stderr         what the process writes to standard error; nothing if absent

Each following line has one of these members:

    send           a message, or a batch
    sendText       text that is sent as it is, for what is no message; "times" repeats it
    sendHex        bytes that are sent as they are, in hexadecimal digits
    closeInput     true: the client closes its end
    expect         a message
    expectText     the next message as it stands on the stream
    differ         two or more values that must not be equal

Each transcript has a process and a store of its own. A message is sent, and the replies that are expected before the
next "send" are waited for. An expected message with an id is compared with the reply that has this id, whatever comes
in between, since replies of slow and of immediate requests may overtake each other; one without is compared with the
next reply. After the last line the client closes its end, if it has not. A reply that is not expected is a fault.

In an expected message
    "*" in a text stands for any characters; alone, for any value
    "<absent>" as a member's value says that the member is not there
    "..." as an array's last element stands for any further ones
    "$name" (a small letter first) is bound to the value that it meets, and stands for that value from then on
and objects may hold members that are not named.
"""
import argparse
import json
import os
import sys
import tempfile

from responses import Document, shape_fault
from server_process import ServerFault, ServerProcess
from transcript import Transcript, Variables, fits, shown, wrong


class Replay:
    """One transcript against one process."""

    def __init__(self, transcript, server, document):
        self.transcript = transcript
        self.server = server
        self.document = document
        self.variables = Variables()
        self.requests = {}
        self.waiting = []
        self.faults = []

    def run(self):
        steps = self.transcript.steps
        if self.transcript.head.get("pipelined"):
            steps = sorted(steps, key=lambda step: "expect" in step or "differ" in step)
        try:
            for step in steps:
                self.take(step)
            self.server.close_input()
            while (message := self.server.receive()) is not None:
                self.waiting.append(self.checked(message))
            status = self.server.status()
        except ServerFault as fault:
            return self.faults + [str(fault)]
        self.faults += ["not expected: %s" % shown(message) for message in self.waiting]
        expected = self.transcript.head.get("status", 0)
        if status != expected:
            self.faults.append("status %d, expected %d" % (status, expected))
        if not fits(self.transcript.head.get("stderr", ""), self.server.errors().strip()):
            self.faults.append("standard error: %s" % shown(self.server.errors()))
        return self.faults

    def take(self, step):
        if "send" in step:
            message = self.variables.fill(step["send"])
            self.remember(message)
            self.server.send(message)
        elif "sendText" in step:
            self.server.send_bytes(step["sendText"].encode() * step.get("times", 1))
        elif "sendHex" in step:
            self.server.send_bytes(bytes.fromhex(step["sendHex"]))
        elif "expect" in step:
            self.expect(step["expect"])
        elif "expectText" in step:
            self.next()
            if not fits(step["expectText"], self.server.text):
                self.faults.append(wrong("text", step["expectText"], self.server.text))
        elif "closeInput" in step:
            self.server.close_input()
        else:
            values = [json.dumps(self.variables.fill(value)) for value in step["differ"]]
            if len(set(values)) < len(values):
                self.faults.append("%s: expected to differ, are %s" % (shown(step["differ"]), ", ".join(values)))

    def remember(self, message):
        for request in message if isinstance(message, list) else [message]:
            if isinstance(request, dict) and isinstance(request.get("method"), str) and "id" in request:
                self.requests[key(request["id"])] = request

    def expect(self, expected):
        is_in_order = self.transcript.head.get("pipelined") or not (isinstance(expected, dict) and "id" in expected)
        message = self.next() if is_in_order else self.reply(expected["id"])
        if message is None:
            raise ServerFault("the output ends, expected %s" % shown(expected))
        fault = self.variables.mismatch(expected, message)
        if fault:
            self.faults.append(fault)

    def next(self):
        if self.waiting:
            return self.waiting.pop(0)
        return self.checked(self.server.receive())

    def reply(self, wanted):
        for index, message in enumerate(self.waiting):
            if isinstance(message, dict) and key(message.get("id")) == key(wanted):
                return self.waiting.pop(index)
        while (message := self.checked(self.server.receive())) is not None:
            if isinstance(message, dict) and key(message.get("id")) == key(wanted):
                return message
            self.waiting.append(message)
        return None

    def checked(self, message):
        """The message, after what holds for every response has been checked."""
        for response in message if isinstance(message, list) else [] if message is None else [message]:
            if isinstance(response, dict) and "method" in response:
                # A call of the server's: what it says is for its transcript to expect.
                continue
            fault = shape_fault(response)
            if not fault and self.document and key(response["id"]) in self.requests:
                fault = self.document.fault(self.requests[key(response["id"])], response)
            if fault:
                identifier = response.get("id") if isinstance(response, dict) else None
                self.faults.append("reply %s: %s" % (shown(identifier), fault))
        return message


def key(identifier):
    return json.dumps(identifier)


def replay(path, server, document, patience):
    """Replays one transcript; gives what was wrong."""
    transcript = Transcript(path)
    with tempfile.TemporaryDirectory(prefix="replay-") as folder:
        for name, content in transcript.head.get("files", {}).items():
            file = os.path.join(folder, name)
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "w", encoding="utf-8") as stream:
                stream.write(content)
        with ServerProcess(
                server, folder, transcript.framing, transcript.head.get("arguments", ()), patience) as process:
            return Replay(transcript, process, document).run()


def main():
    parser = argparse.ArgumentParser(description="Replays transcripts against a real server process.")
    parser.add_argument("--openrpc", metavar="FILE", help="hold results and errors to this document")
    parser.add_argument("--patience", type=float, default=30, metavar="SECONDS", help="how long to wait for a reply")
    parser.add_argument("--stop", action="store_true", help="end with the first transcript that fails")
    parser.add_argument("server", help="a command line")
    parser.add_argument("transcripts", nargs="+", metavar="transcript")
    options = parser.parse_args()
    document = None
    if options.openrpc:
        with open(options.openrpc, encoding="utf-8") as file:
            document = Document(json.load(file))
    passed = failed = 0
    for path in options.transcripts:
        faults = replay(path, options.server, document, options.patience)
        for fault in faults:
            print("%s: %s" % (path, fault))
        passed += not faults
        failed += bool(faults)
        if failed and options.stop:
            break
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
