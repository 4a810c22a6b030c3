#!/usr/bin/env python3
"""Checks that what is generated in protocol-spec is what the server says of itself, or brings it up to date.

    generate.py SERVER             shows what differs, and fails if anything does
    generate.py SERVER --update    writes it

Generated are protocol-spec/openrpc.json, the answer to 'rpc.discover', and the table between the marks in
protocol-spec/errors.md.
"""
import argparse
import difflib
import json
import pathlib
import re
import subprocess
import sys

SPECIFICATION = pathlib.Path(__file__).resolve().parents[2] / "protocol-spec"
MARKS = re.compile(r"(?<=<!-- generated: from here -->\n).*?(?=<!-- generated: to here -->)", re.DOTALL)


def discover(server):
    """The OpenRPC document that the server answers."""
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "rpc.discover"})
    output = subprocess.run([server], input=request, capture_output=True, text=True, timeout=30, check=True).stdout
    return json.loads(output)["result"]


def error_table(document):
    """The faults of the domain, and the methods that declare each."""
    lines = ["| code | name | meaning | methods |", "|---|---|---|---|"]
    for name, error in document["components"]["errors"].items():
        reference = {"$ref": "#/components/errors/" + name}
        methods = [
            "`%s`" % method["name"].removeprefix("trustedAccess/")
            for method in document["methods"] if reference in method.get("errors", [])]
        lines.append("| %d | `%s` | %s | %s |" % (
            error["code"], name, error["message"], ", ".join(methods) or "none yet"))
    return "\n".join(lines) + "\n"


def generated(document):
    """Each generated file with what it should hold."""
    yield SPECIFICATION / "openrpc.json", json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    errors = SPECIFICATION / "errors.md"
    text, count = MARKS.subn(lambda _: error_table(document), errors.read_text(encoding="utf-8"))
    if count != 1:
        sys.exit("%s: expected the marks of the generated table once, found %d" % (errors, count))
    yield errors, text


def main():
    parser = argparse.ArgumentParser(description="Checks what is generated in protocol-spec, or brings it up to date.")
    parser.add_argument("server")
    parser.add_argument("--update", action="store_true", help="write what differs")
    options = parser.parse_args()
    differs = False
    for path, wanted in generated(discover(options.server)):
        actual = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual == wanted:
            continue
        if options.update:
            path.write_text(wanted, encoding="utf-8")
            print("wrote %s" % path.relative_to(SPECIFICATION.parent))
            continue
        differs = True
        name = str(path.relative_to(SPECIFICATION.parent))
        sys.stdout.writelines(difflib.unified_diff(
            actual.splitlines(True), wanted.splitlines(True), name, name + " by the server", n=2))
    if differs:
        print("Out of date; this command mends it: Tests/SpecificationTests/generate.py %s --update" % options.server)
    return differs


if __name__ == "__main__":
    sys.exit(main())
