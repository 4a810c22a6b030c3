#!/usr/bin/env python3
"""A client of trusted-access-server: JSON-RPC 2.0, one message a line, over the server's pipes.

As a command it makes one call and prints the result as JSON:

    trusted_access.py [--server COMMAND] METHOD [NAME=VALUE | NAME:=JSON]...
"""
from __future__ import annotations

import argparse
import json
import os
import select
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

NOT_FOUND = 1001
"""The code of the error that a cluster, a binding or a role is not there."""


class ServerError(Exception):
    """The server's answer to a request that failed."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data

    @property
    def remedy(self) -> str | None:
        """What can be done about it, if the server says so."""
        return self.data.get("remedy") if isinstance(self.data, dict) else None


class ServerGone(Exception):
    """The server has ended, or what it writes is no message."""


class Client:
    """A server process and the conversation with it; to be used in a `with` statement.

    `command` is the program and its arguments, such as ["trusted-access-server", "--store", folder].
    """

    def __init__(self, command: Sequence[str] = ("trusted-access-server",)) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self._process.stdin and self._process.stdout
        self._input = self._process.stdin.fileno()
        self._output = self._process.stdout.fileno()
        # So that a write takes what fits and the replies are read meanwhile: without that, client and server might each
        # wait for the other to read.
        os.set_blocking(self._input, False)
        self._arrived = bytearray()
        self._last_id = 0

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> int:
        """Ends the server and returns its status."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        return self._process.wait()

    def call(self, method: str, /, **params: Any) -> Any:
        """Makes a call and returns its result; raises ServerError if it failed."""
        outcome = self.pipeline([(method, params)])[0]
        if isinstance(outcome, ServerError):
            raise outcome
        return outcome

    def pipeline(self, calls: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Any]:
        """Makes all calls without waiting in between; returns for each, in their order, its result or a ServerError."""
        first = self._last_id + 1
        lines = []
        for method, params in calls:
            self._last_id += 1
            request = {"jsonrpc": "2.0", "id": self._last_id, "method": method, "params": dict(params)}
            lines.append(json.dumps(request).encode() + b"\n")
        outcomes: list[Any] = [None] * len(lines)
        waited_for = set(range(first, self._last_id + 1))
        for reply in self._exchange(b"".join(lines), len(lines)):
            if reply.get("id") not in waited_for:
                raise ServerGone("a reply to no request: %s" % reply)
            waited_for.remove(reply["id"])
            error = reply.get("error")
            outcomes[reply["id"] - first] = (
                ServerError(error["code"], error["message"], error.get("data")) if error else reply["result"])
        return outcomes

    def _exchange(self, data: bytes, count: int) -> Iterable[dict[str, Any]]:
        """Writes `data` while it reads `count` replies."""
        rest = memoryview(data)
        while count:
            readable, writable, _ = select.select([self._output], [self._input] if rest else [], [])
            if writable:
                try:
                    rest = rest[os.write(self._input, rest):]
                except BrokenPipeError:
                    rest = rest[len(rest):]  # What it wrote before it went can still be read.
            if readable:
                for reply in self._read():
                    count -= 1
                    yield reply

    def _read(self) -> list[dict[str, Any]]:
        piece = os.read(self._output, 1 << 16)
        if not piece:
            raise ServerGone("the server has ended")
        if b"\n" not in piece:
            self._arrived += piece
            return []
        *lines, self._arrived = (self._arrived + piece).split(b"\n")
        try:
            return [json.loads(line) for line in lines]
        except ValueError as error:
            raise ServerGone("what the server writes is no JSON: %s" % error) from error


def _parameter(text: str) -> tuple[str, Any]:
    name, separator, value = text.partition("=")
    if not separator or not name.rstrip(":"):
        raise argparse.ArgumentTypeError("'%s': expected NAME=VALUE, or NAME:=JSON" % text)
    if not name.endswith(":"):
        return name, value
    try:
        return name[:-1], json.loads(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError("'%s' is no JSON: %s" % (value, error)) from error


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes one call of trusted-access-server and prints the result as JSON.")
    parser.add_argument("--server", default="trusted-access-server", metavar="COMMAND", help="a command line")
    parser.add_argument("method", help="such as trustedAccess/roles/list; 'rpc.discover' lists them")
    parser.add_argument(
        "params", nargs="*", type=_parameter, metavar="NAME=VALUE", help="a text; NAME:=JSON for anything else")
    options = parser.parse_args()
    try:
        with Client(shlex.split(options.server)) as client:
            result = client.call(options.method, **dict(options.params))
    except ServerError as error:
        print("%d: %s" % (error.code, error.message), *filter(None, [error.remedy]), sep="\n", file=sys.stderr)
        return 3 if error.code == NOT_FOUND else 1
    except (ServerGone, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
