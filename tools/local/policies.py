"""What the local cloud can check of the functions' policies stays in them; the little that it cannot is taken out.

With it every function runs under its own role here, too: an action or a resource that a policy forgot is refused on
this machine, not first in AWS. tests/contracts holds the rest, as it is written.
"""

import json
from pathlib import Path
from typing import Any

from ..deploy.build import Package

UNKNOWN_CONDITIONS = ("dynamodb:", "ses:")
"""Condition keys that the local cloud never fills in, so that it would refuse everything."""
UNKNOWN_RESOURCES = ("scheduler:", "ses:")
"""Services whose requests it does not trace to a resource."""


def checkable(package: Package, target: Path) -> Package:
    """The package with a template, written to `target`, whose policies the local cloud can check."""
    template = json.loads(package.template.read_text("utf-8"))
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::IAM::Role":
            for policy in resource["Properties"].get("Policies", []):
                for statement in policy["PolicyDocument"]["Statement"]:
                    relax(statement)
    target.write_text(json.dumps(template, ensure_ascii=False), "utf-8")
    return Package(target, package.code)


def relax(statement: dict[str, Any]) -> None:
    """Take out of a statement what the local cloud cannot check."""
    actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
    if any(action.startswith(UNKNOWN_RESOURCES) for action in actions):
        statement["Resource"] = "*"
    keys = [key for operator in statement.get("Condition", {}).values() for key in operator]
    if any(key.startswith(UNKNOWN_CONDITIONS) for key in keys):
        del statement["Condition"]
