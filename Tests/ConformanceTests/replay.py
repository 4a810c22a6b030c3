#!/usr/bin/env python3
"""Replays transcripts against a real server process.

    replay.py SERVER TRANSCRIPT...

A transcript is one JSON object a line: {"about": ...} first, then {"send": message} and {"expect": message}. A message is
JSON, or for what is no JSON a string under "sendText". In an expected message the string "*" stands for any value, and an
object may hold members that are not named. Each transcript has a process of its own and speaks plain framing, or LSP's if
its first line says {"framing": "headers"}. After the last line the client closes its end; {"status": N} in the first line
tells how the process must end (0 if it does not).
"""
import json
import subprocess
import sys


def matches(expected, actual):
    if expected == "*":
        return True
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            name in actual and matches(value, actual[name]) for name, value in expected.items())
    if isinstance(expected, list):
        return (isinstance(actual, list) and len(expected) == len(actual)
                and all(map(matches, expected, actual)))
    return type(expected) is type(actual) and expected == actual


def encode(text, framing):
    body = text.encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body) if framing == "headers" else body + b"\n"


def decode(stream, framing):
    if framing != "headers":
        return [json.loads(line) for line in stream.splitlines()]
    messages = []
    while stream:
        head, _, stream = stream.partition(b"\r\n\r\n")
        length = int(head.split(b":")[1])
        messages.append(json.loads(stream[:length]))
        stream = stream[length:]
    return messages


def replay(server, path):
    with open(path, encoding="utf-8") as file:
        head, *lines = [json.loads(line) for line in file if line.strip()]
    framing = head.get("framing")
    sent = b"".join(
        line["sendText"].encode() if "sendText" in line else encode(json.dumps(line["send"]), framing)
        for line in lines if "send" in line or "sendText" in line)
    process = subprocess.run([server], input=sent, capture_output=True, timeout=30)
    actual = decode(process.stdout, framing)
    expected = [line["expect"] for line in lines if "expect" in line]
    faults = []
    for index in range(max(len(expected), len(actual))):
        want = expected[index] if index < len(expected) else "nothing"
        got = actual[index] if index < len(actual) else "nothing"
        if not matches(want, got) or got == "nothing":
            faults.append("message %d: expected %s, got %s" % (index + 1, json.dumps(want), json.dumps(got)))
    if process.returncode != head.get("status", 0):
        faults.append("status %d, expected %d" % (process.returncode, head.get("status", 0)))
    return faults


def main():
    server, *paths = sys.argv[1:]
    failed = 0
    for path in paths:
        faults = replay(server, path)
        failed += bool(faults)
        for fault in faults:
            print("%s: %s" % (path, fault))
    print("%d passed, %d failed" % (len(paths) - failed, failed))
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
