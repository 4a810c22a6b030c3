#!/usr/bin/env python3
"""Checks an OpenRPC document by the rules of OpenRPC 1.3 that matter to whoever generates a client from it.

    check_openrpc.py FILE
"""
import json
import re
import sys

import jsonschema

MEMBERS = {
    "document": {"openrpc", "info", "servers", "methods", "components", "externalDocs"},
    "info": {"title", "description", "termsOfService", "contact", "license", "version"},
    "method": {
        "name", "tags", "summary", "description", "externalDocs", "params", "result", "deprecated", "servers", "errors",
        "links", "paramStructure", "examples"},
    "descriptor": {"name", "summary", "description", "required", "schema", "deprecated"},
    "error": {"code", "message", "data"},
    "components": {
        "contentDescriptors", "schemas", "examples", "links", "errors", "examplePairingObjects", "tags"},
}
REQUIRED = {
    "document": {"openrpc", "info", "methods"},
    "info": {"title", "version"},
    "method": {"name", "params", "result"},
    "descriptor": {"name", "schema"},
    "error": {"code", "message"},
    "components": set(),
}


class Check:
    def __init__(self, document):
        self.document = document
        self.faults = []

    def run(self):
        document = self.document
        self.members("document", document, "the document")
        if not re.fullmatch(r"1\.3\.\d+", str(document.get("openrpc"))):
            self.fault("openrpc is %r: expected 1.3.x" % document.get("openrpc"))
        self.members("info", document.get("info", {}), "info")
        components = document.get("components", {})
        self.members("components", components, "components")
        for name, schema in components.get("schemas", {}).items():
            self.schema(schema, "schema %s" % name)
        codes = [error.get("code") for error in components.get("errors", {}).values()]
        self.unique(codes, "error codes")
        for name, error in components.get("errors", {}).items():
            self.error(error, "error %s" % name)
        self.unique([method.get("name") for method in document["methods"]], "method names")
        for method in document["methods"]:
            self.method(method)
        self.references(document, "#")
        self.unused(components)
        return self.faults

    def fault(self, text):
        self.faults.append(text)

    def members(self, kind, value, place):
        for name in sorted(REQUIRED[kind] - set(value)):
            self.fault("%s lacks '%s'" % (place, name))
        for name in sorted(set(value) - MEMBERS[kind]):
            if not name.startswith("x-"):
                self.fault("%s has the unknown member '%s'" % (place, name))

    def unique(self, values, what):
        for value in {value for value in values if values.count(value) > 1}:
            self.fault("%s: %r is there more than once" % (what, value))

    def method(self, method):
        name = method.get("name", "?")
        self.members("method", method, name)
        if name.startswith("rpc.") and name != "rpc.discover":
            self.fault("%s: names that start with 'rpc.' are reserved" % name)
        if method.get("paramStructure", "either") not in ("either", "by-name", "by-position"):
            self.fault("%s: paramStructure is %r" % (name, method["paramStructure"]))
        self.unique([one.get("name") for one in method["params"]], "%s: parameters" % name)
        optional = None
        for one in method["params"]:
            place = "%s, parameter %s" % (name, one.get("name"))
            self.descriptor(one, place)
            if not one.get("required", False):
                optional = one.get("name")
            elif optional:
                self.fault("%s is required and stands after '%s', which is not" % (place, optional))
        self.descriptor(method.get("result", {}), "%s, result" % name)
        for error in method.get("errors", []):
            target = self.resolved(error)
            if target is not None:
                self.error(target, "%s, an error" % name)

    def descriptor(self, descriptor, place):
        self.members("descriptor", descriptor, place)
        self.schema(descriptor.get("schema", {}), place)

    def schema(self, schema, place):
        try:
            jsonschema.Draft7Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            self.fault("%s: %s" % (place, error.message))

    def error(self, error, place):
        self.members("error", error, place)
        if type(error.get("code")) is not int:
            self.fault("%s: the code is no whole number" % place)
        elif -32768 <= error["code"] <= -32000:
            self.fault("%s: the code %d is reserved by JSON-RPC" % (place, error["code"]))
        if not isinstance(error.get("message"), str):
            self.fault("%s: the message is no text" % place)

    def resolved(self, value):
        """What a reference leads to; the value itself if it is none; None if it leads nowhere."""
        while isinstance(value, dict) and "$ref" in value:
            target = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target.get(part) if isinstance(target, dict) else None
            value = target
        return value

    def references(self, value, place):
        if isinstance(value, dict):
            if "$ref" in value and isinstance(value["$ref"], str):
                if not value["$ref"].startswith("#/") or self.resolved(value) is None:
                    self.fault("%s: the reference %s leads nowhere" % (place, value["$ref"]))
                if len(value) > 1:
                    self.fault("%s: what stands beside a reference is ignored" % place)
            for name, member in value.items():
                self.references(member, "%s/%s" % (place, name))
        elif isinstance(value, list):
            for index, element in enumerate(value):
                self.references(element, "%s/%d" % (place, index))

    def unused(self, components):
        text = json.dumps(self.document)
        for name in components.get("schemas", {}):
            if '"#/components/schemas/%s"' % name not in text:
                self.fault("the schema %s is not used" % name)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    faults = Check(document).run()
    for fault in faults:
        print(fault)
    print("%d methods, %d faults" % (len(document["methods"]), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
