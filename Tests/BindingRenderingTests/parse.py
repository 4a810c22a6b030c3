"""Reads the output of `rendering-samples` with each dialect's own parser and compares every value.

Usage: rendering-samples | python3 parse.py        Needs PyYAML and python-hcl2 (PyPI) and bash.
"""

import json
import re
import subprocess
import sys

import hcl2
import yaml

# `show` answers with the status in MISSING; any other command prints its words, each with a NUL behind it.
FAKE_AZ = r"""
az() { if [ "$4" = show ]; then return "$MISSING"; fi; printf '%s\0' "$@"; }
"""


def run_az(text, missing):
    subprocess.run(["bash", "-n"], input=text.encode(), check=True)
    for shell in ("bash", "sh"):
        done = subprocess.run(
            [shell, "-c", FAKE_AZ + text],
            env={"MISSING": str(missing), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            check=True,
        )
        words = done.stdout.decode().split("\0")[:-1]
        assert words[:3] == ["aks", "trustedaccess", "rolebinding"], words
        yield words[3:]


def options(words):
    """What argparse makes of the words: a value must not start with a hyphen unless joined by `=`."""
    found, rest = {}, list(words)
    while rest:
        word = rest.pop(0)
        assert word.startswith("--"), word
        name, equals, value = word.partition("=")
        if not equals and name != "--yes":
            value = rest.pop(0)
            assert not value.startswith("-"), value
        found[name] = value
    return found


def check_az(sample):
    operation = sample["operation"]
    target = {
        "--subscription": sample["subscription"],
        "--resource-group": sample["group"],
        "--cluster-name": sample["cluster"],
        "--name": sample["name"],
    }
    roles = {"--roles": ",".join(sample["roles"])}
    create = {**target, "--source-resource-id": sample["source"], **roles}
    wanted = {"create": create, "update": {**target, **roles}, "delete": {**target, "--yes": ""}}
    cases = [(operation, 0)] if operation in wanted else [("update", 0), ("create", 3)]
    for verb, missing in cases:
        for words in run_az(sample["text"], missing):
            assert words[0] == verb, words
            assert options(words[1:]) == wanted[verb], (options(words[1:]), wanted[verb])


def unescape_bicep(text):
    simple = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", "$": "$"}

    assert "${" not in re.sub(r"\\.", " ", text), text
    return re.sub(r"\\(?:u\{([0-9a-f]+)\}|(.))", lambda m: chr(int(m[1], 16)) if m[1] else simple[m[2]], text)


def check_bicep(sample):
    strings = [unescape_bicep(s) for s in re.findall(r"'((?:[^'\\\n]|\\.)*)'", sample["text"])]
    values = [sample["cluster"], strings[4],  # the binding's type
              sample["name"], sample["source"], *sample["roles"]]
    assert strings[3:] == values, (strings[3:], values)


def unescape_powershell(text):
    quotes = "'\u2018\u2019\u201a\u201b"
    found, place = [], 0
    while place < len(text):
        if text[place] in quotes:
            value, place = "", place + 1
            while True:
                if text[place] in quotes:
                    place += 1
                    if place >= len(text) or text[place] not in quotes:
                        break
                value += text[place]
                place += 1
            found.append(value)
        place += 1
    return found


def check_powershell(sample):
    target = [sample["subscription"], sample["group"], sample["cluster"], sample["name"]]
    more = {"update": sample["roles"], "delete": []}.get(sample["operation"], [sample["source"], *sample["roles"]])
    assert unescape_powershell(sample["text"]) == target + more


def check_arm(sample):
    def literal(value):
        if value[:1] == "[" and value[-1:] == "]":
            assert value.startswith("[["), value
            return value[1:]
        return value

    [resource] = json.loads(sample["text"])["resources"]
    assert literal(resource["name"]) == sample["cluster"] + "/" + sample["name"]
    assert literal(resource["properties"]["sourceResourceId"]) == sample["source"]
    assert [literal(role) for role in resource["properties"]["roles"]] == sample["roles"]


def unquote_hcl(text):
    assert text[0] == text[-1] == '"', text
    simple = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
    pattern = r'\$\$\{|%%\{|\\u([0-9a-f]{4})|\\(.)|[$%]\{'

    def value(match):
        if match[1]:
            return chr(int(match[1], 16))
        if match[2]:
            return simple[match[2]]
        assert len(match[0]) == 3, text
        return match[0][1:]

    return re.sub(pattern, value, text[1:-1])


def cluster_id(sample):
    return (
        f"/subscriptions/{sample['subscription']}/resourceGroups/{sample['group']}"
        f"/providers/Microsoft.ContainerService/managedClusters/{sample['cluster']}"
    )


def hcl_resource(sample):
    [kinds] = hcl2.loads(sample["text"])["resource"]
    [labels] = [value for key, value in kinds.items() if not key.startswith("__")]
    [(label, body)] = [(key, value) for key, value in labels.items() if not key.startswith("__")]
    assert re.fullmatch(r'"?[A-Za-z][A-Za-z0-9_]*"?', label), label
    return body


def check_azurerm(sample):
    body = hcl_resource(sample)
    assert unquote_hcl(body["kubernetes_cluster_id"]) == cluster_id(sample)
    assert unquote_hcl(body["name"]) == sample["name"]
    assert unquote_hcl(body["source_resource_id"]) == sample["source"]
    assert [unquote_hcl(role) for role in body["roles"]] == sample["roles"]


def check_azapi(sample):
    body = hcl_resource(sample)
    assert unquote_hcl(body["parent_id"]) == cluster_id(sample)
    assert unquote_hcl(body["name"]) == sample["name"]
    properties = body["body"]["properties"]
    assert unquote_hcl(properties["sourceResourceId"]) == sample["source"]
    assert [unquote_hcl(role) for role in properties["roles"]] == sample["roles"]


def check_aso(sample):
    resource = yaml.safe_load(sample["text"])
    label = resource["metadata"]["name"]
    assert re.fullmatch(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", label), label
    spec = resource["spec"]
    assert spec["azureName"] == sample["name"]
    assert spec["owner"]["armId"] == cluster_id(sample)
    assert spec["roles"] == sample["roles"]
    assert spec["sourceResourceReference"]["armId"] == sample["source"]


def check_pulumi(sample):
    def literal(value):
        assert "$" not in value.replace("$$", ""), value
        return value.replace("$$", "$")

    program = yaml.safe_load(sample["text"])
    assert program["name"] == sample["name"]
    assert literal(program["resources"]["azure_subscription"]["properties"]["subscriptionId"]) == sample["subscription"]
    properties = program["resources"][sample["name"]]["properties"]
    assert literal(properties["resourceGroupName"]) == sample["group"]
    assert literal(properties["resourceName"]) == sample["cluster"]
    assert literal(properties["trustedAccessRoleBindingName"]) == sample["name"]
    assert literal(properties["sourceResourceId"]) == sample["source"]
    assert [literal(role) for role in properties["roles"]] == sample["roles"]


CHECKS = {
    "az": check_az,
    "powershell": check_powershell,
    "bicep": check_bicep,
    "arm-json": check_arm,
    "terraform-azurerm": check_azurerm,
    "terraform-azapi": check_azapi,
    "aso": check_aso,
    "pulumi-yaml": check_pulumi,
}


def main():
    passed = failed = 0
    seen = set()
    for line in sys.stdin.buffer:
        sample = json.loads(line)
        seen.add(sample["format"])
        try:
            CHECKS[sample["format"]](sample)
            passed += 1
        except Exception as error:  # every sample is judged, whatever the parser throws
            failed += 1
            print(f"{sample['format']} {sample['operation']}: {type(error).__name__}: {error}\n{sample['text']}")
    unseen = CHECKS.keys() - seen
    if unseen:
        failed += 1
        print("no sample of", ", ".join(sorted(unseen)))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
