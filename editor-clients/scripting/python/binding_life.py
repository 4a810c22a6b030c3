#!/usr/bin/env python3
"""A role binding's whole life, against a server of its own.

    binding_life.py SERVER [STORE]

SERVER is the program; STORE is the folder that keeps clusters and bindings, a temporary one if left out.
"""
from __future__ import annotations

import sys
import tempfile
from typing import Any

from trusted_access import Client, ServerError

SUBSCRIPTION = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
CLUSTER = SUBSCRIPTION + "/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/aks-edge"
VAULT = SUBSCRIPTION + "/resourceGroups/rg-bkp/providers/Microsoft.DataProtection/backupVaults/bv-edge"
ROLE = "Microsoft.DataProtection/backupVaults/backup-operator"


def must_fail(client: Client, method: str, **params: Any) -> None:
    try:
        client.call(method, **params)
    except ServerError as error:
        print("refused (%d): %s" % (error.code, error.message))
    else:
        sys.exit("%s succeeded, and should not have" % method)


def live(client: Client) -> None:
    info = client.call("trustedAccess/server/info")
    print("talking to %s, specification %s" % (info["name"], info["specification"]))

    cluster = client.call("trustedAccess/clusters/register", id=CLUSTER, location="East US")["cluster"]
    print("registered %s in %s" % (cluster["name"], cluster["location"]))

    name = {"cluster": CLUSTER, "name": "nightly-backup"}
    grant = {"sourceResourceId": VAULT, "roles": [ROLE]}
    must_fail(client, "trustedAccess/roleBindings/create", cluster=CLUSTER, name="nightly_backup", **grant)
    binding = client.call("trustedAccess/roleBindings/create", **name, **grant)["binding"]
    effective = binding["effective"]
    print("created %s: %s, %s" % (binding["name"], binding["properties"]["provisioningState"], effective["state"]))

    review = client.call(
        "trustedAccess/access/review", **name, verb="update", resource="configmaps", time=effective["effectiveAt"])
    if not review["allowed"]:
        sys.exit("expected to be allowed: %s" % review)
    print("once it is in effect, it may %s" % review["request"])

    updated = client.call("trustedAccess/roleBindings/update", **name, roles=[ROLE], ifMatch=binding["etag"])
    print("updated %s" % updated["binding"]["name"])
    must_fail(client, "trustedAccess/roleBindings/update", **name, roles=[], ifMatch="1-1")
    must_fail(client, "trustedAccess/roleBindings/delete", **name)
    deleted = client.call("trustedAccess/roleBindings/delete", **name, confirm=True)
    print("deleted %s" % deleted["binding"]["name"])
    must_fail(client, "trustedAccess/roleBindings/show", **name)
    removed = client.call("trustedAccess/clusters/unregister", id=CLUSTER)
    print("unregistered %s" % removed["cluster"]["name"])


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print("usage: binding_life.py SERVER [STORE]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        with Client([sys.argv[1], "--store", sys.argv[2] if len(sys.argv) == 3 else temporary]) as client:
            live(client)
    return 0


if __name__ == "__main__":
    sys.exit(main())
