#!/usr/bin/env python3
"""Checks what 'check --format sarif' writes: against the part of SARIF's schema that it needs, against the files that it speaks
of, and against what '--format json' and '--format junit' tell of the same.

    check_sarif.py SERVER
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import jsonschema

SCHEMA = pathlib.Path(__file__).with_name("sarif-2.1.0-subset.json")
WORKSPACE = ("/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/"
             "Microsoft.MachineLearningServices/workspaces/ws1")
BINDING = """resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "ml" {
  kubernetes_cluster_id = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
  name                  = "ml"
  source_resource_id    = "%s"
  roles                 = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]
}
""" % WORKSPACE
FILES = {
    "a b/pa%ge.md": "# é\n\n```azurecli\naz aks trusted access rolebinding list\n```\n".encode(),
    "x.sh": ("az aks trustedaccess rolebinding create -g rg --cluster-name aks -n ml --source-resource-id %s \\\n"
             "  --roles Microsoft.MachineLearningServices/workspaces/mlworklod\n" % WORKSPACE).encode(),
    "one/main.tf": BINDING.encode(),
    "two/main.tf": BINDING.encode(),
    "latin.sh": b"# caf\xe9\naz aks trusted access rolebinding list\n",
    "nul.sh": b"az aks trusted access\0\n",
    "x\x01.sh": b"# ]]>\naz aks trusted access rolebinding list -n '<&>'\n",
}


def text_of(region, lines):
    """What a region of one line holds, by columns of Unicode scalars."""
    line = lines[region["startLine"] - 1]
    return line[region["startColumn"] - 1:region["endColumn"] - 1]


def main():
    server = pathlib.Path(sys.argv[1]).resolve()
    faults = []

    def expect(condition, message):
        if not condition:
            faults.append(message)

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, text in FILES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text)

        def run(kind, *paths):
            return subprocess.run([server, "check", "--format", kind, *paths], cwd=folder, capture_output=True, check=False)

        outcome = run("sarif")
        expect(outcome.returncode == 3, "the status is %d, not 3" % outcome.returncode)
        log = json.loads(outcome.stdout)
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        for error in jsonschema.Draft7Validator(schema).iter_errors(log):
            faults.append("%s: %s" % (error.json_path, error.message))
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        results = log["runs"][0]["results"]
        for result in results:
            expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex of %s" % result["ruleId"])
            place = result["locations"][0]["physicalLocation"]
            path = folder / urllib.parse.unquote(place["artifactLocation"]["uri"])
            expect(path.is_file(), "%s is no file" % path)
            if result["ruleId"] == "unknown-command" and path.is_file():
                found = text_of(place["region"], path.read_bytes().decode("utf-8", "replace").split("\n"))
                expect(found == "az aks trusted access rolebinding list", "the region holds %r" % found)
        notes = log["runs"][0]["invocations"][0]
        expect(notes["executionSuccessful"] is False, "executionSuccessful, though a file could not be read")
        expect(len(notes["toolExecutionNotifications"]) == 2, "notifications: %s" % notes)
        expect(any("relatedLocations" in result for result in results), "no result has related locations")
        expect(any("fixes" in result for result in results), "no result has fixes")

        findings = json.loads(run("json").stdout)["findings"]
        expect([finding["code"] for finding in findings] == [result["ruleId"] for result in results],
               "JSON and SARIF differ")
        suite = xml.etree.ElementTree.fromstring(run("junit").stdout)
        expect(len(suite.findall(".//failure")) == sum(f["severity"] in ("error", "warning") for f in findings),
               "JUnit and JSON differ")
        expect(suite.get("failures") == str(len(suite.findall(".//failure"))), "JUnit counts wrong")
        expect(suite.get("tests") == str(len(suite.findall(".//testcase"))), "JUnit counts wrong")

        (folder / "empty").mkdir()
        clean = run("sarif", "empty")
        jsonschema.validate(json.loads(clean.stdout), schema)
        expect(clean.returncode == 0, "nothing found, and the status is %d" % clean.returncode)
        expect(len(xml.etree.ElementTree.fromstring(run("junit", "empty").stdout).findall(".//testcase")) == 1,
               "JUnit without a test")
    for fault in faults:
        print(fault)
    print("%d results, %d faults" % (len(results), len(faults)))
    return 1 if faults else 0


# spec: CK-8
if __name__ == "__main__":
    sys.exit(main())
