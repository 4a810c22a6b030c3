#!/usr/bin/env python3
"""Checks that every requirement of protocol-spec/specification.md is shown to hold by a transcript or a test, and that
transcripts show every method with a result or a fault of its own.

    check_requirements.py            fails if one is not, or if a transcript or test names one that does not exist
    check_requirements.py --list     tells for each where it is shown

A transcript names requirements in its first line, a test in a comment: `// spec: RB-3, RB-4`, or with `#`.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFINITION = re.compile(r"^- \*\*([A-Z]{2}-\d+)\*\* ", re.MULTILINE)
COMMENT = re.compile(r"^\s*(?://|#) spec: ([A-Z0-9, -]+)$", re.MULTILINE)


def shown():
    """Each requirement that is named, with the file that names it."""
    for path in sorted(ROOT.glob("protocol-spec/transcripts/*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for name in json.loads(file.readline()).get("requirements", []):
                yield name, path
    for pattern in ["*.swift", "*.py"]:
        for path in sorted((ROOT / "Tests").rglob(pattern)):
            for names in COMMENT.findall(path.read_text(encoding="utf-8")):
                for name in names.split(","):
                    yield name.strip(), path


def answered():
    """The methods that answer with a result or a fault of the domain in some transcript."""
    for path in ROOT.glob("protocol-spec/transcripts/*.jsonl"):
        methods, replies = {}, {}
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            step = json.loads(line)
            for member, table in (("send", methods), ("expect", replies)):
                messages = step.get(member, [])
                for message in messages if isinstance(messages, list) else [messages]:
                    if isinstance(message, dict) and "id" in message:
                        table[json.dumps(message["id"])] = message
        for identifier, reply in replies.items():
            if identifier in methods and ("result" in reply or reply.get("error", {}).get("code", 0) > 0):
                yield methods[identifier]["method"]


def main():
    text = (ROOT / "protocol-spec/specification.md").read_text(encoding="utf-8")
    requirements = DEFINITION.findall(text)
    faults = ["%s is there twice" % name for name in sorted(set(requirements)) if requirements.count(name) > 1]
    groups = {}
    for name in requirements:
        groups.setdefault(name[:2], []).append(int(name[3:]))
    for group, numbers in groups.items():
        if numbers != list(range(1, len(numbers) + 1)):
            faults.append("%s: the numbers do not follow one another: %s" % (group, numbers))
    places = {}
    for name, path in shown():
        places.setdefault(name, []).append(str(path.relative_to(ROOT)))
    faults += ["%s is unknown, and named in %s" % (name, ", ".join(places[name]))
               for name in sorted(set(places) - set(requirements))]
    faults += ["%s is shown by no transcript and no test" % name for name in requirements if name not in places]
    with (ROOT / "protocol-spec/openrpc.json").open(encoding="utf-8") as file:
        methods = {method["name"] for method in json.load(file)["methods"]}
    faults += ["%s is shown by no transcript" % name for name in sorted(methods - set(answered()))]
    if "--list" in sys.argv[1:]:
        for name in requirements:
            print("%s\t%s" % (name, ", ".join(dict.fromkeys(places.get(name, [])))))
    for fault in faults:
        print(fault)
    print("%d requirements, %d faults" % (len(requirements), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
