"""The one template that `chalice package --merge-template` takes: infra/, wiring and state machines together."""

import json
import re
from pathlib import Path
from typing import Any

from .source import MACHINES, Json, Wiring, fragments, machine, read_wiring
from .wiring import expand, resource_name

PLACEHOLDER = re.compile(r"\$\{([^}]+)\}")


def merged(region: str) -> Json:
    wiring = read_wiring()
    template: Json = {}
    for part in (*fragments(region), expand(wiring), _machines(wiring)):
        template = _deep(template, part)
    return template


def write(path: Path, region: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(merged(region), ensure_ascii=False, indent=1), "utf-8")


def _deep(under: Any, over: Any) -> Any:
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{key: _deep(under.get(key), value) for key, value in over.items()}}
    if under is not None and under != over:
        raise ValueError(f"two files of infra/ disagree: {under!r} and {over!r}")
    return over


def _machines(wiring: Wiring) -> Json:
    """`${name}` in a definition is the ARN of that function; `${Partition}` is aws or aws-cn."""
    resources: Json = {}
    for path in sorted(MACHINES.glob("*.asl.json")):
        name = path.name.removesuffix(".asl.json")
        definition = machine(name)
        called = sorted(set(PLACEHOLDER.findall(json.dumps(definition))) - {"Partition"})
        unknown = [function for function in called if function not in wiring.callers]
        if unknown:
            raise ValueError(f"{path.name} names functions that infra/wiring.yaml does not know: {unknown}")
        resources |= _machine(resource_name(name) + "Machine", definition, called)
    return {"Resources": resources}


def _machine(own: str, definition: Json, called: list[str]) -> Json:
    arns = {function: {"Fn::GetAtt": [resource_name(function), "Arn"]} for function in called}
    statements = [
        {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": list(arns.values())},
        # Delivery of vended logs and X-Ray know no resource-level permissions.
        {
            "Effect": "Allow",
            "Action": [
                "logs:CreateLogDelivery",
                "logs:GetLogDelivery",
                "logs:UpdateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups",
                "xray:PutTraceSegments",
                "xray:PutTelemetryRecords",
                "xray:GetSamplingRules",
                "xray:GetSamplingTargets",
            ],
            "Resource": "*",
        },
    ]
    policy = {"PolicyName": "work", "PolicyDocument": {"Version": "2012-10-17", "Statement": statements}}
    return {
        own: {
            "Properties": {
                "Definition": definition,
                "DefinitionSubstitutions": {**arns, "Partition": {"Ref": "AWS::Partition"}},
            }
        },
        f"{own}Role": {"Properties": {"Policies": [policy]}},
    }
