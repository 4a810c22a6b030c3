#!/usr/bin/env python3
"""Checks that the transcripts find out a broken server: for each fault of broken_server.py at least one must fail.

    find_faults.py OPENRPC SERVER TRANSCRIPT...

A server without a fault, behind the same wrapper, must pass them all.
"""
import json
import os
import shlex
import sys
from concurrent.futures import ThreadPoolExecutor

from broken_server import FAULTS
from replay import replay
from responses import Document

WRAPPER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "broken_server.py")
HEALTHY = "healthy"


def finder(fault, server, document, transcripts):
    """The first transcript that finds a fault out; None if none does."""
    command = shlex.join([sys.executable, WRAPPER, fault, server])
    patience = 30 if fault == HEALTHY else 1
    return next((path for path in transcripts if replay(path, command, document, patience)), None)


def main():
    openrpc, server, *transcripts = sys.argv[1:]
    with open(openrpc, encoding="utf-8") as file:
        document = Document(json.load(file))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda fault: finder(fault, server, document, transcripts), FAULTS))
    failed = 0
    for fault, path in zip(FAULTS, found):
        failed += (path is None) != (fault == HEALTHY)
        print("%-26s %s" % (fault, "found by " + os.path.basename(path) if path else "not found"))
    print("%d faults, %d judged wrongly" % (len(FAULTS) - 1, failed))
    return 1 if failed or not transcripts else 0


if __name__ == "__main__":
    sys.exit(main())
