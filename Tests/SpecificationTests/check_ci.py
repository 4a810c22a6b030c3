#!/usr/bin/env python3
"""Checks the examples for CI services: they are YAML, and the program understands every call of it in them.

    check_ci.py SERVER
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def scripts(value):
    """Every script and command line in a pipeline or a hook."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key in ("run", "script", "entry") and isinstance(member, str):
                yield member
            yield from scripts(member)
    elif isinstance(value, list):
        for element in value:
            yield from scripts(element)


def main():
    server = pathlib.Path(sys.argv[1]).resolve()
    faults, count = [], 0
    for path in [*sorted((ROOT / "protocol-spec/examples/ci").glob("*.yaml")), ROOT / ".pre-commit-hooks.yaml"]:
        for script in scripts(yaml.safe_load(path.read_text(encoding="utf-8"))):
            if "trusted-access-server check" not in script:
                continue
            count += 1
            with tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / "bin").mkdir()
                (pathlib.Path(folder) / "bin/trusted-access-server").symlink_to(server)
                work = pathlib.Path(folder) / "repository"
                work.mkdir()
                (work / ".trusted-access-baseline.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
                environment = {**os.environ, "PATH": "%s/bin:%s" % (folder, os.environ["PATH"])}
                outcome = subprocess.run(
                    ["bash", "-ec", script], cwd=work, env=environment, capture_output=True, text=True, check=False)
                if outcome.returncode or outcome.stderr:
                    faults.append("%s: %s: %d %s" % (path.name, script.strip(), outcome.returncode, outcome.stderr))
    for fault in faults:
        print(fault)
    print("%d calls, %d faults" % (count, len(faults)))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
