#!/usr/bin/env python3
"""Stands between a client and a language server, forwards every byte unchanged, and records every message.

    recorder.py RECORD COMMAND...

RECORD gets one JSON object a line: {"from": "client"|"server", "message": …} in an order in which each message stands
before all that it caused, {"from": …, "fault": "…"} for bytes that are no message, and {"exit": …} at the end.
"""
import json
import os
import subprocess
import sys
import threading

# A header section longer than this is none.
LONGEST_HEADER = 4096


class Record:
    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8")
        self.lock = threading.Lock()

    def add(self, **entry):
        with self.lock:
            self.file.write(json.dumps(entry) + "\n")
            self.file.flush()


class Messages:
    """Cuts a stream of bytes into messages."""

    def __init__(self):
        self.bytes = b""
        self.is_lost = False

    def feed(self, piece):
        """The messages that end in a piece, and at most one fault, behind which nothing more is told apart."""
        self.bytes += piece
        while not self.is_lost:
            header, end, rest = self.bytes.partition(b"\r\n\r\n")
            if not end:
                if len(header) > LONGEST_HEADER:
                    yield self.fault("no end of the header section")
                return
            length = self.length(header)
            if length is None:
                yield self.fault("not a header section: %r" % header[:80])
                return
            if len(rest) < length:
                return
            self.bytes = rest[length:]
            try:
                yield {"message": json.loads(rest[:length].decode("utf-8"))}
            except ValueError as error:
                yield {"fault": "not JSON in UTF-8: %s" % error}

    def fault(self, text):
        self.is_lost = True
        return {"fault": text}

    @staticmethod
    def length(header):
        length = None
        for line in header.split(b"\r\n"):
            name, colon, value = line.partition(b":")
            if not colon:
                return None
            if name.lower() == b"content-length" and value.strip().isdigit():
                length = int(value)
        return length


def forward(source, destination, who, record):
    messages = Messages()
    while piece := os.read(source, 65536):
        for entry in messages.feed(piece):
            record.add(**{"from": who}, **entry)
        try:
            write_all(destination, piece)
        except BrokenPipeError:
            break
    if messages.bytes and not messages.is_lost:
        record.add(**{"from": who}, fault="the stream ends within a message")
    os.close(destination)


def write_all(destination, piece):
    while piece:
        piece = piece[os.write(destination, piece):]


def main():
    record = Record(sys.argv[1])
    server = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    to_server = os.dup(server.stdin.fileno())
    server.stdin.close()
    threading.Thread(target=forward, args=(0, to_server, "client", record), daemon=True).start()
    forward(server.stdout.fileno(), 1, "server", record)
    record.add(exit=server.wait())
    # Without waiting for the thread that reads: the server may be gone before its client is.
    os._exit(server.returncode if server.returncode >= 0 else 1)


if __name__ == "__main__":
    main()
