"""P2. What a function asks of AWS its policy allows, and what it has no business with is denied, by our own judge over
the synthesized policies: a query that is wrong in the code still meets a wall.

A function serves all companies with one role, so IAM cannot hold it to one of them: the first wall between companies
is the key that the table builds (P1); this one holds functions to keys of companies, and to no others' things.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tools.template.source import read_wiring
from tools.template.wiring import ASYNCHRONOUS, queue_resource, resource_name

from ..contracts.conftest import expanded, packaged
from ..security.company_fixture import CANARY, built
from . import local_judge
from .iam import Call, allowed, many
from .iam_recorder import ACCOUNT, BUCKET, BUS, MACHINE, SCHEDULE_ROLE, SCHEDULES, SECRET, TABLE, IamRecorder, rows
from .rarely import Rarely
from .three import near_receiver, write_everywhere
from .working import Working

__all__ = ["expanded", "packaged"]

Policies = dict[str, list[dict[str, Any]]]
TENANT = "T#" + "a" * 26 + "#"
SYSTEM = "T#" + "0" * 26 + "#"
KNOW_ACCOUNTS = {"api_handler", "send_mail", "sweep_outboxes", "relay"}
"""Kept by hand: accounts, links and limits are the platform's rows; who works for one company never reaches them."""
OWNERS = {
    "s3:GetObject": {"api_handler", "run_jobs"},
    "s3:GetObjectVersion": {"api_handler", "run_jobs"},
    "s3:PutObject": {"api_handler", "run_jobs"},
    "s3:PutObjectTagging": {"run_jobs"},
    "s3:DeleteObject": {"purge_record", "run_jobs"},
    "ses:SendRawEmail": {"send_mail", "send_notices"},
    "events:PutEvents": {"relay", "sweep_outboxes"},
    "states:StartExecution": {"signal_runs", "run_pending_work", "restart_execution", "check_runs"},
    "states:DescribeExecution": {"check_runs"},
    "scheduler:CreateSchedule": {"set_schedules", "deliver", "tend_forms"},
    "iam:PassRole": {"set_schedules", "deliver", "tend_forms"},
}
"""Kept by hand: who may do what reaches beyond rows, logs and the function's own queue."""
OF_THE_RUNTIME = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
    "secretsmanager:GetSecretValue",
}
"""What Lambda does under a function's role, and what is read once a process."""


@pytest.fixture(scope="module")
def policies(expanded: dict[str, Any]) -> Policies:
    """The statements of every function's role, with every name of the template spelt out."""
    resources = expanded["Resources"]
    found = {}
    for function in read_wiring().callers:
        role = resources[resource_name(function)]["Properties"]["Role"]["Fn::GetAtt"][0]
        statements = [
            _spelt(statement, resources)
            for policy in resources[role]["Properties"]["Policies"]
            for statement in policy["PolicyDocument"]["Statement"]
        ]
        assert "ManagedPolicyArns" not in resources[role]["Properties"]
        found[function] = statements
    return found


PSEUDO = {
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::AccountId": ACCOUNT,
    "Stage": "prod",
    "MailFrom": "banli@banli.test",
}
ARNS = {
    "AWS::DynamoDB::Table": f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/%s",
    "AWS::S3::Bucket": "arn:aws:s3:::%s",
    "AWS::SQS::Queue": f"arn:aws:sqs:us-east-1:{ACCOUNT}:%s",
    "AWS::Events::EventBus": f"arn:aws:events:us-east-1:{ACCOUNT}:event-bus/%s",
    "AWS::IAM::Role": f"arn:aws:iam::{ACCOUNT}:role/%s",
}


def _spelt(value: Any, resources: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_spelt(item, resources) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Ref"}:
        return PSEUDO[value["Ref"]]
    if set(value) == {"Fn::GetAtt"}:
        name, attribute = value["Fn::GetAtt"]
        return _attribute(name, attribute, resources)
    if set(value) == {"Fn::Sub"}:
        text = str(value["Fn::Sub"])
        for name, known in PSEUDO.items():
            text = text.replace("${" + name + "}", known)
        return text.replace("${Attachments.Arn}", BUCKET)
    return {key: _spelt(item, resources) for key, item in value.items()}


def _attribute(name: str, attribute: str, resources: dict[str, Any]) -> str:
    arn = ARNS[resources[name]["Type"]] % name
    return arn + "/stream/1" if attribute == "StreamArn" else arn


# -- what they ask


@pytest.fixture(scope="module")
def asked() -> Iterator[IamRecorder]:
    """Every function at work on every route's consequences."""
    with built() as fixture, near_receiver() as receiver:
        write_everywhere(fixture.victim, CANARY, receiver.url)
        fixture.store.forget_outbox()
        fixture.kept = fixture.store.keep()
        heard = IamRecorder()
        with heard.listening():
            working = Working(fixture, heard)
            working.everything()
            Rarely(working, fixture).everything()
        yield heard


def test_every_function_was_at_work_and_was_allowed_all_it_asked(
    policies: Policies, asked: IamRecorder, proved: Callable[..., None]
) -> None:
    assert set(asked.calls) == set(policies)
    assert [function for function, calls in asked.calls.items() if not calls] == []
    refused = [
        (function, str(call))
        for function, calls in asked.calls.items()
        for call in sorted(calls, key=str)
        if not allowed(policies[function], call)
    ]
    assert refused == []
    proved(
        "P2",
        "different calls that the functions made at work, judged by their own policies",
        functions=len(asked.calls),
        calls=sum(len(calls) for calls in asked.calls.values()),
        refused=0,
    )


def test_the_judge_of_the_local_cloud_allows_the_same(policies: Policies, asked: IamRecorder) -> None:
    assert set(asked.locally) == set(asked.calls)
    refused = [
        (function, call)
        for function, calls in asked.locally.items()
        for call in sorted(calls)
        if not local_judge.allows(policies[function], call)
    ]
    assert refused == []


def test_whatever_is_granted_beyond_rows_was_asked_for_and_judged(policies: Policies, asked: IamRecorder) -> None:
    """A right that nobody was seen to use is one too many, or one that fails when it is first needed."""
    unused = {
        function: sorted(
            {action for statement in statements for action in many(statement["Action"])}
            - {call.action for call in asked.calls[function]}
            - OF_THE_RUNTIME
        )
        for function, statements in policies.items()
    }
    unused = {
        function: [action for action in actions if not action.startswith("dynamodb:")]
        for function, actions in unused.items()
    }
    # What a call that keeps failing leaves behind is sent by Lambda, under the function's role.
    parked = {name for name, caller in read_wiring().callers.items() if caller in (*ASYNCHRONOUS, "stream")}
    assert {
        function: actions
        for function, actions in unused.items()
        if actions and not (function in parked and actions == ["sqs:SendMessage"])
    } == {}


def test_what_the_runtime_does_for_them_is_allowed(policies: Policies) -> None:
    queues = {queue.function: queue_resource(queue.name) for queue in read_wiring().queues}
    for function, statements in policies.items():
        log = f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:/aws/lambda/banli-prod-{function}:log-stream:1"
        assert allowed(statements, Call("logs:PutLogEvents", log))
        if function in queues:
            own = f"arn:aws:sqs:us-east-1:{ACCOUNT}:{queues[function]}"
            for action in ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes", "ChangeMessageVisibility"):
                assert allowed(statements, Call(f"sqs:{action}", own))


# -- what they must not


def forbidden(function: str) -> Iterator[Call]:
    """What no function, or not this one, has any business with."""
    yield from _of_tables()
    yield from _of_others(function)
    yield from _of_files_and_mail()
    yield from _of_the_platform()
    if function not in KNOW_ACCOUNTS:
        for action in ("GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem", "ConditionCheckItem"):
            yield rows(action, SYSTEM + "account#x")
            yield rows(action, TENANT + "org", SYSTEM + "link#x")
    for action, owners in OWNERS.items():
        if function not in owners:
            yield Call(action, _usual(action), (("iam:PassedToService", ("scheduler.amazonaws.com",)),))


def _of_files_and_mail() -> Iterator[Call]:
    for key in ("t", "x/t/a", "", "T/a/b"):
        yield Call("s3:GetObject", f"{BUCKET}/{key}")
    for action in ("ListBucket", "PutBucketPolicy", "DeleteBucket", "GetObjectAcl", "PutObjectAcl"):
        yield Call(f"s3:{action}", BUCKET)
        yield Call(f"s3:{action}", f"{BUCKET}/t/a")
    yield Call("s3:GetObject", "arn:aws:s3:::another/t/a/b")
    yield Call("ses:SendRawEmail", f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/x", (("ses:FromAddress", ("a@b.c",)),))
    yield Call("ses:SendRawEmail", f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/x")


def _of_the_platform() -> Iterator[Call]:
    for service in ("lambda.amazonaws.com", "states.amazonaws.com"):
        yield Call("iam:PassRole", SCHEDULE_ROLE, (("iam:PassedToService", (service,)),))
    yield Call("iam:PassRole", SCHEDULE_ROLE)
    for action in ("iam:CreateRole", "sts:AssumeRole", "lambda:InvokeFunction", "lambda:UpdateFunctionCode"):
        yield Call(action, f"arn:aws:iam::{ACCOUNT}:role/Any")
    for action in ("PutSecretValue", "DeleteSecret", "DescribeSecret"):
        yield Call(f"secretsmanager:{action}", SECRET + "AbCdEf")
    for secret in ("other-AbCdEf", "banli-dev-master-key-AbCdEf", "banli-prod-master-key-AbCdEf2"):
        yield Call("secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:{secret}")
    for action in ("StopExecution", "DeleteStateMachine", "SendTaskFailure", "GetExecutionHistory"):
        yield Call(f"states:{action}", MACHINE)
    yield Call("states:StartExecution", MACHINE.replace("prod", "dev"))
    yield Call("scheduler:DeleteSchedule", SCHEDULES + "x")
    yield Call("scheduler:CreateSchedule", SCHEDULES.replace("prod", "dev") + "x")
    yield Call("events:PutEvents", f"arn:aws:events:us-east-1:{ACCOUNT}:event-bus/default")
    yield Call("events:PutRule", BUS)
    yield Call("kms:Decrypt", f"arn:aws:kms:us-east-1:{ACCOUNT}:key/1")


def _of_tables() -> Iterator[Call]:
    own = ("Scan", "UpdateItem", "BatchWriteItem", "PartiQLSelect", "PartiQLInsert", "PartiQLUpdate", "PartiQLDelete")
    for action in own:
        yield rows(action, TENANT + "org")
        yield rows(action)
    for action in ("DeleteTable", "UpdateTable", "CreateBackup", "ExportTableToPointInTime", "UpdateTimeToLive"):
        yield Call(f"dynamodb:{action}", TABLE)
    for action in ("GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem", "ConditionCheckItem"):
        yield rows(action, TENANT + "org", table=TABLE + "2")
        yield rows(action, TENANT + "org", table=TABLE + "/index/any")
        # No key named: here `ForAllValues` alone would say yes.
        yield rows(action)
        yield Call(f"dynamodb:{action}", TABLE)
        for key in ("", "T", "t#a#org", "XT#a#org", "*", "org", "S#T#a"):
            yield rows(action, key)
            yield rows(action, TENANT + "org", key)


def _of_others(function: str) -> Iterator[Call]:
    """Queues and logs of other functions."""
    for queue in read_wiring().queues:
        if queue.function != function:
            for action in ("ReceiveMessage", "DeleteMessage", "PurgeQueue"):
                yield Call(f"sqs:{action}", f"arn:aws:sqs:us-east-1:{ACCOUNT}:{queue_resource(queue.name)}")
    for other in read_wiring().callers:
        if other != function:
            log = f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:/aws/lambda/banli-prod-{other}:log-stream:1"
            yield Call("logs:PutLogEvents", log)


def _usual(action: str) -> str:
    return {
        "s3": f"{BUCKET}/t/a/b",
        "ses": f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/banli.test",
        "events": BUS,
        "states": MACHINE,
        "scheduler": SCHEDULES + "x",
        "iam": SCHEDULE_ROLE,
    }[action.partition(":")[0]]


def test_what_is_none_of_their_business_is_denied(policies: Policies, proved: Callable[..., None]) -> None:
    judged = 0
    let_through = []
    for function, statements in policies.items():
        for call in forbidden(function):
            judged += 1
            if allowed(statements, call):
                let_through.append((function, str(call)))
    assert let_through == []
    proved("P2", "calls that are forbidden", functions=len(policies), calls=judged, allowed=0)


def test_no_wildcard_stands_where_a_name_could(policies: Policies) -> None:
    """`*` as a resource only for these: AWS knows no narrower one."""
    without = {
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
        "dynamodb:ListStreams",
    }
    for function, statements in policies.items():
        for statement in statements:
            actions = set(many(statement["Action"]))
            assert not any("*" in action for action in actions), function
            assert "*" not in many(statement["Resource"]) or actions <= without, function
            assert set(statement) >= {"Effect", "Action", "Resource"}, "no NotAction, no NotResource"


def test_every_right_on_rows_is_bound_to_keys_of_companies(policies: Policies) -> None:
    for function, statements in policies.items():
        for statement in statements:
            if TABLE not in many(statement["Resource"]):
                continue
            conditions = statement["Condition"]
            assert conditions["Null"] == {"dynamodb:LeadingKeys": "false"}, function
            for pattern in conditions["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]:
                # Closed by the delimiter: the id between cannot hold one.
                assert pattern.startswith("T#"), function


# -- the judge himself


@pytest.mark.parametrize(
    ("keys", "alone", "closed"),
    [((), True, False), (("T#a#x",), True, True), (("T#a#x", "X"), False, False), (("X",), False, False)],
)
def test_the_judge_knows_the_trap_of_the_empty_set(keys: tuple[str, ...], alone: bool, closed: bool) -> None:
    statement: dict[str, Any] = {
        "Effect": "Allow",
        "Action": "dynamodb:GetItem",
        "Resource": TABLE,
        "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["T#*"]}},
    }
    assert allowed([statement], rows("GetItem", *keys)) is alone
    statement["Condition"]["Null"] = {"dynamodb:LeadingKeys": "false"}
    assert allowed([statement], rows("GetItem", *keys)) is closed


def test_the_judge_denies_by_default_and_lets_a_denial_win() -> None:
    allow = {"Effect": "Allow", "Action": "s3:Get*", "Resource": f"{BUCKET}/t/?/*"}
    deny = {"Effect": "Deny", "Action": "*", "Resource": f"{BUCKET}/t/a/secret*"}
    inside, secret = (Call("S3:GetObject", f"{BUCKET}/t/a/{name}") for name in ("b", "secret1"))
    assert allowed([allow], inside)
    assert not allowed([], inside)
    assert allowed([allow, deny], inside)
    assert not allowed([allow, deny], secret)
    assert not allowed([allow], Call("s3:GetObject", f"{BUCKET}/t/aa/b"))
    with pytest.raises(NotImplementedError):
        allowed([{**allow, "NotAction": "x"}], inside)
    with pytest.raises(KeyError):
        allowed([{**allow, "Condition": {"Bool": {"aws:SecureTransport": "true"}}}], inside)
