"""Least privilege: what each function may do is written out, and nothing is written with a star that need not be."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

Template = dict[str, Any]
OfType = Callable[[str], dict[str, Template]]

WITHOUT_RESOURCES = {
    "dynamodb:ListStreams",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}
"""Actions for which AWS knows no narrower resource than `*`."""


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.fixture
def statements(of_type: OfType) -> list[tuple[str, Template]]:
    return list(_statements(of_type("AWS::IAM::Role")))


def _statements(roles: dict[str, Template]) -> Iterator[tuple[str, Template]]:
    for name, role in roles.items():
        for policy in role.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                yield name, statement


def test_no_action_has_a_star(statements: list[tuple[str, Template]]) -> None:
    starred = [(role, a) for role, s in statements for a in _many(s["Action"]) if "*" in a]
    assert starred == []


def test_nobody_may_scan(statements: list[tuple[str, Template]]) -> None:
    """Scan ignores leading keys: it would see every tenant."""
    scanning = [role for role, s in statements for a in _many(s["Action"]) if a.lower() == "dynamodb:scan"]
    assert scanning == []


def test_a_star_resource_only_where_aws_knows_no_other(statements: list[tuple[str, Template]]) -> None:
    for role, statement in statements:
        if "*" in _many(statement["Resource"]):
            assert set(_many(statement["Action"])) <= WITHOUT_RESOURCES, role


def test_rows_are_reached_only_by_tenant_keys(statements: list[tuple[str, Template]]) -> None:
    table = {"Fn::GetAtt": ["Table", "Arn"]}
    reaching = [(role, s) for role, s in statements if table in _many(s["Resource"])]
    assert len(reaching) >= 10
    for role, statement in reaching:
        condition = statement["Condition"]
        (pattern,) = condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
        assert pattern.startswith("T#"), role
        # ForAllValues holds for an empty set of keys; this closes it.
        assert condition["Null"] == {"dynamodb:LeadingKeys": "false"}, role


def test_files_are_reached_only_under_a_tenant(statements: list[tuple[str, Template]]) -> None:
    resources = [
        r for _, s in statements for a in _many(s["Action"]) if a.startswith("s3:") for r in _many(s["Resource"])
    ]
    assert resources
    assert all(resource == {"Fn::Sub": "${Attachments.Arn}/t/*"} for resource in resources)


def test_every_function_has_a_role_of_its_own(of_type: OfType) -> None:
    roles = [function["Role"]["Fn::GetAtt"][0] for function in of_type("AWS::Lambda::Function").values()]
    assert len(set(roles)) == len(roles)


def test_a_function_that_reads_a_queue_may(of_type: OfType, statements: list[tuple[str, Template]]) -> None:
    functions = of_type("AWS::Lambda::Function")
    may = {
        (role, r["Fn::GetAtt"][0])
        for role, s in statements
        if "sqs:ReceiveMessage" in _many(s["Action"])
        for r in _many(s["Resource"])
    }
    for mapping in of_type("AWS::Lambda::EventSourceMapping").values():
        source = mapping["EventSourceArn"]["Fn::GetAtt"][0]
        role = functions[mapping["FunctionName"]["Fn::GetAtt"][0]]["Role"]["Fn::GetAtt"][0]
        assert source == "Table" or (role, source) in may


def test_a_function_that_is_not_waited_for_may_park_what_fails(
    of_type: OfType, statements: list[tuple[str, Template]]
) -> None:
    functions = of_type("AWS::Lambda::Function")
    may = {
        (role, json.dumps(resource))
        for role, statement in statements
        if "sqs:SendMessage" in _many(statement["Action"])
        for resource in _many(statement["Resource"])
    }
    for config in of_type("AWS::Lambda::EventInvokeConfig").values():
        role = functions[config["FunctionName"]["Ref"]]["Role"]["Fn::GetAtt"][0]
        assert (role, json.dumps(config["DestinationConfig"]["OnFailure"]["Destination"])) in may


def test_only_named_services_may_send_to_a_queue(of_type: OfType) -> None:
    for policy in of_type("AWS::SQS::QueuePolicy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Principal"] == {"Service": "events.amazonaws.com"}
            assert statement["Condition"]
