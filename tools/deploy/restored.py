"""A stack that lives on a restored table. A restore always makes a new table; so every mention of the table that the
template made leads to it instead: environment, policies, stream, alarms. The old table stays in the stack, unused.

The outputs remember it: a later deployment goes on with the restored table without being told.
"""

import json
from pathlib import Path
from typing import Any

from .build import Package

NAME, STREAM = "RestoredTable", "RestoredStream"
"""Outputs of a stack that lives on a restored table."""
MADE = "Table"
"""The logical name of the table that the template makes."""
ARN = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/"


def pointed(package: Package, target: Path, name: str, stream_arn: str) -> Package:
    """The package with a template, written to `target`, whose functions live on the table `name`."""
    template = json.loads(package.template.read_text("utf-8"))
    instead = {
        json.dumps({"Ref": MADE}): name,
        json.dumps({"Fn::GetAtt": [MADE, "Arn"]}): {"Fn::Sub": ARN + name},
        json.dumps({"Fn::GetAtt": [MADE, "StreamArn"]}): stream_arn,
    }
    moved = _moved(template, instead)
    moved["Outputs"] |= {NAME: {"Value": name}, STREAM: {"Value": stream_arn}}
    target.write_text(json.dumps(moved, ensure_ascii=False), "utf-8")
    return Package(target, package.code)


def _moved(part: Any, instead: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_moved(each, instead) for each in part]
    if not isinstance(part, dict):
        return part
    found = instead.get(json.dumps(part)) if len(part) == 1 else None
    return {name: _moved(each, instead) for name, each in part.items()} if found is None else found
