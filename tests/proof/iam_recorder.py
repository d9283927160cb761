"""What each function asked of AWS while it was made to work, as calls that IAM would judge.

A transaction counts as its actions, each with its own leading key; who puts a schedule also hands a role over; a
signed URL counts as what it lets its bearer do.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from moto.core.models import botocore_stubber

from tools.template.wiring import queue_resource

from . import local_judge
from .iam import Call

ACCOUNT = "123456789012"
TABLE = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/Table"
BUCKET = "arn:aws:s3:::Attachments"
SECRET = f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:banli-prod-master-key-"
MACHINE = f"arn:aws:states:us-east-1:{ACCOUNT}:stateMachine:banli-prod-run"
EXECUTIONS = MACHINE.replace(":stateMachine:", ":execution:") + ":"
BUS = f"arn:aws:events:us-east-1:{ACCOUNT}:event-bus/Bus"
SCHEDULES = f"arn:aws:scheduler:us-east-1:{ACCOUNT}:schedule/banli-prod/"
SCHEDULE_ROLE = f"arn:aws:iam::{ACCOUNT}:role/ScheduleRole"
TRANSACTED = {"Put": "PutItem", "Delete": "DeleteItem", "ConditionCheck": "ConditionCheckItem", "Update": "UpdateItem"}


@dataclass
class IamRecorder:
    """`function` is who works at the moment. `locally` is the same as the judge of the local cloud sees it."""

    function: str = "api_handler"
    calls: dict[str, set[Call]] = field(default_factory=dict)
    locally: dict[str, set[local_judge.Judged]] = field(default_factory=dict)

    @contextmanager
    def listening(self) -> Iterator["IamRecorder"]:
        execute = botocore_stubber.process_request

        def heard(request: Any) -> Any:
            self.calls.setdefault(self.function, set()).update(calls_of(request))
            self.locally.setdefault(self.function, set()).update(local_judge.judged(request))
            return execute(request)

        botocore_stubber.process_request = heard
        try:
            yield self
        finally:
            botocore_stubber.process_request = execute

    @contextmanager
    def as_function(self, name: str) -> Iterator[None]:
        before, self.function = self.function, name
        self.calls.setdefault(name, set())
        yield
        self.function = before

    def signed(self, body: Any) -> None:
        """What the URLs in an answer allow."""
        for url in re.findall(r"https://s3[^\"\s]+", json.dumps(body)):
            key = urlsplit(url).path.partition("/banli-test-files/")[2]
            if key:
                self.calls[self.function].add(Call("s3:GetObjectVersion", f"{BUCKET}/{key}"))
        # A file's key has folders; what else is called a key (of a form, a field) has none.
        for name in re.findall(r'"key": "([^"]+/[^"]+)"', json.dumps(body)):
            self.calls[self.function].add(Call("s3:PutObject", f"{BUCKET}/{name}"))


def rows(action: str, *keys: str, table: str = TABLE) -> Call:
    return Call(f"dynamodb:{action}", table, (("dynamodb:LeadingKeys", keys),))


def calls_of(request: Any) -> Iterator[Call]:
    target = _text(request.headers.get("X-Amz-Target", ""))
    service, _, operation = target.partition(".")
    body = _text(request.body or "")
    if service.startswith("DynamoDB"):
        yield from _of_table(operation, json.loads(body))
    elif target:
        yield from _of_target(operation, json.loads(body))
    else:
        yield from _of_url(request.method, urlsplit(request.url), body, tagged="x-amz-tagging" in request.headers)


def _of_table(operation: str, asked: dict[str, Any]) -> Iterator[Call]:
    if operation == "TransactWriteItems":
        for action in asked["TransactItems"]:
            ((kind, body),) = action.items()
            yield rows(TRANSACTED[kind], body.get("Item", body.get("Key"))["pk"]["S"])
    elif operation == "BatchGetItem":
        (wanted,) = asked["RequestItems"].values()
        yield rows(operation, *sorted({key["pk"]["S"] for key in wanted["Keys"]}))
    elif operation == "Query":
        keys = [value["S"] for value in asked["ExpressionAttributeValues"].values() if value["S"].startswith("T#")]
        yield rows(operation, *keys)
    else:
        yield rows(operation, asked["Key"]["pk"]["S"])


def _of_target(operation: str, asked: dict[str, Any]) -> Iterator[Call]:
    if operation == "GetSecretValue":
        yield Call(f"secretsmanager:{operation}", SECRET + "AbCdEf")
    elif operation == "SendMessage":
        queue = asked["QueueUrl"].rpartition("banli-test-")[2]
        yield Call(f"sqs:{operation}", f"arn:aws:sqs:us-east-1:{ACCOUNT}:{queue_resource(queue)}")
    elif operation == "StartExecution":
        yield Call(f"states:{operation}", MACHINE)
    elif operation == "DescribeExecution":
        name = asked["executionArn"].rpartition(":")[2]
        yield Call(f"states:{operation}", f"{EXECUTIONS}{name}")
    elif operation == "PutEvents":
        yield Call(f"events:{operation}", BUS)
    else:
        raise NotImplementedError(operation)


def _of_url(method: str, url: Any, body: str, *, tagged: bool) -> Iterator[Call]:
    service = url.netloc.partition(".")[0]
    if service == "scheduler":
        action = {"POST": "CreateSchedule", "PUT": "UpdateSchedule"}[method]
        yield Call(f"scheduler:{action}", SCHEDULES + url.path.rpartition("/")[2])
        passed = (("iam:PassedToService", ("scheduler.amazonaws.com",)),)
        yield Call("iam:PassRole", SCHEDULE_ROLE, passed)
    elif service == "s3":
        action = {"HEAD": "GetObject", "GET": "GetObject", "DELETE": "DeleteObject", "PUT": "PutObject"}[method]
        if action == "GetObject" and "versionId=" in url.query:
            action = "GetObjectVersion"
        resource = f"{BUCKET}/{url.path.partition('/banli-test-files/')[2]}"
        yield Call(f"s3:{action}", resource)
        if tagged:
            yield Call("s3:PutObjectTagging", resource)
    elif service == "email":
        form = parse_qs(body)
        sender = form["Source"][0]
        yield Call(
            f"ses:{form['Action'][0]}",
            f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/{sender.partition('@')[2]}",
            (("ses:FromAddress", (sender,)),),
        )
    else:
        raise NotImplementedError(url.geturl())


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
