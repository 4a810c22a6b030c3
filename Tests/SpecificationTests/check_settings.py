#!/usr/bin/env python3
"""Checks protocol-spec/schemas/settings.json: the example of settings.md is by the schema, the program has nothing to say of it,
the schema names every rule, and what the program complains of the schema does too.

    check_settings.py SERVER
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
MISTAKES = [
    {"rule": {}}, {"rules": {"unknown-role": "warn"}}, {"rules": []}, {"exclude": "vendor/"}, {"location": ["eastus"]},
    {"include": {"*.x": 1}}, {"rules": {"unknwon-role": "off"}},
]


def main():
    server = pathlib.Path(sys.argv[1]).resolve()
    schema = json.loads((ROOT / "protocol-spec/schemas/settings.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    page = (ROOT / "protocol-spec/settings.md").read_text(encoding="utf-8")
    example = re.search(r"```jsonc\n(.*?)```", page, re.DOTALL).group(1)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        def run(settings):
            (pathlib.Path(folder) / ".trusted-access.json").write_text(settings, encoding="utf-8")
            return subprocess.run([server, "check", "--format", "sarif", folder], capture_output=True, text=True, check=False)

        outcome = run(example)
        if outcome.stderr:
            faults.append("the example: %s" % outcome.stderr)
        rules = json.loads(outcome.stdout)["runs"][0]["tool"]["driver"]["rules"]
        codes = sorted(rule["id"] for rule in rules)
        if codes != sorted(schema["properties"]["rules"]["properties"]):
            faults.append("the schema names other rules than there are: write it anew by --update")
            if "--update" in sys.argv[2:]:
                update(schema, rules)
        if not jsonschema.Draft7Validator(schema).is_valid(json.loads(re.sub(r"//.*", "", example))):
            faults.append("the example is not by the schema")
        for mistake in MISTAKES:
            if jsonschema.Draft7Validator(schema).is_valid(mistake):
                faults.append("%s is by the schema" % mistake)
            if not run(json.dumps(mistake)).stderr:
                faults.append("the program has nothing to say of %s" % mistake)
    for fault in faults:
        print(fault)
    print("%d rules, %d faults" % (len(codes), len(faults)))
    return 1 if faults else 0


def update(schema, rules):
    """Writes the rules into the schema."""
    schema["properties"]["rules"]["properties"] = {
        rule["id"]: {"description": rule["shortDescription"]["text"], "$ref": "#/definitions/level"}
        for rule in sorted(rules, key=lambda rule: rule["id"])}
    text = json.dumps(schema, indent=2, ensure_ascii=False)
    (ROOT / "protocol-spec/schemas/settings.json").write_text(text + "\n", encoding="utf-8")


# spec: CK-2
if __name__ == "__main__":
    sys.exit(main())
