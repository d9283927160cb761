"""A company in an in-process cloud: what the benchmarks call, through the real entry point of the API function."""

import io
import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import boto3
from chalice.local import LambdaEventConverter, RouteMatcher
from moto import mock_aws

from tools.template.source import read_wiring

TABLE = "banli-bench"
REGION = "us-east-1"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "benchmark",
    "AWS_SECRET_ACCESS_KEY": "benchmark",
    "AWS_DEFAULT_REGION": REGION,
    "BANLI_STAGE": "bench",
    "BANLI_TABLE": TABLE,
    "BANLI_SECRET": "banli/bench",
    "BANLI_BUCKET": "banli-bench",
    "BANLI_WEB_ORIGIN": "https://banli.bench",
    "BANLI_EDGE_KEY": "benchmark",
    "BANLI_BUS": "banli-bench",
    "BANLI_STATE_MACHINE": f"arn:aws:states:{REGION}:123456789012:stateMachine:run",
    "BANLI_SCHEDULE_GROUP": "bench",
    "BANLI_SCHEDULE_ROLE": "arn:aws:iam::123456789012:role/bench",
    "BANLI_SCHEDULE_DEAD_LETTERS": f"arn:aws:sqs:{REGION}:123456789012:undelivered",
    "BANLI_MAIL": "ses",
    "BANLI_MAIL_FROM": "banli@banli.bench",
    "BANLI_CONTACT": "help@banli.bench",
    "BANLI_TERMS_URL": "https://banli.bench/terms",
    "BANLI_PRIVACY_URL": "https://banli.bench/privacy",
}


def _names() -> dict[str, str]:
    """Queues and jobs, as the template names them to every function."""
    wiring = read_wiring()
    queues = {
        f"BANLI_QUEUE_{each.name.upper()}": f"https://sqs.{REGION}.amazonaws.com/123456789012/{each.name}"
        for each in wiring.queues
    }
    arn = f"arn:aws:lambda:{REGION}:123456789012:function:"
    return queues | {f"BANLI_JOB_{name.upper()}": arn + name for name, by in wiring.callers.items() if by == "schedule"}


@dataclass(slots=True)
class Person:
    """One signed-in member: makes the Lambda events that API Gateway would send for him."""

    app: Any
    cookies: dict[str, str] = field(default_factory=dict)

    def event(self, method: str, path: str, body: Any = None, version: int | None = None) -> dict[str, Any]:
        headers = {"content-type": "application/json", "accept-language": "zh-CN"}
        if self.cookies:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method == "POST":
            headers["idempotency-key"] = uuid.uuid4().hex
        if version is not None:
            headers["if-match"] = f'"{version}"'
        converter = LambdaEventConverter(RouteMatcher(list(self.app.routes)))
        payload = json.dumps(body).encode() if body is not None else b""
        return dict(converter.create_lambda_event(method, path, headers, payload))

    def call(self, method: str, path: str, body: Any = None, version: int | None = None) -> Any:
        """The answer's body; a failure ends the benchmark with what was said."""
        answer = self.app(self.event(method, path, body, version), None)
        if answer["statusCode"] >= 300:
            raise SystemExit(f"{method} {path}: {answer['statusCode']} {answer['body']}")
        for line in answer.get("multiValueHeaders", {}).get("Set-Cookie", ()):
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
        return json.loads(answer["body"]) if answer["body"] else None


class Sink(io.StringIO):
    """Where log lines go: they are made and written, as they are in Lambda, and not kept."""

    def write(self, text: str) -> int:
        return len(text)


@contextmanager
def cloud() -> Iterator[Any]:
    """The application on a doubled cloud, its log lines and metrics unseen; all is as before afterwards."""
    before = dict(os.environ)
    os.environ.update(ENVIRONMENT | _names())
    try:
        with mock_aws():
            boto3.client("dynamodb").create_table(
                TableName=TABLE,
                KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                AttributeDefinitions=[
                    {"AttributeName": "pk", "AttributeType": "S"},
                    {"AttributeName": "sk", "AttributeType": "S"},
                ],
                BillingMode="PAY_PER_REQUEST",
            )
            boto3.client("secretsmanager").create_secret(Name="banli/bench", SecretString=json.dumps({"key": "b" * 64}))
            boto3.client("s3").create_bucket(Bucket="banli-bench")
            with redirect_stdout(Sink()):
                from app import app

                yield app
    finally:
        os.environ.clear()
        os.environ.update(before)


PASSWORD = "correct horse battery staple"


def sign_up(app: Any) -> Person:
    """A company and its signed-in administrator; the mailed link is derived as the mail sender does."""
    admin = Person(app)
    body = {
        "company": "基准工业品有限公司",
        "name": "基准",
        "email": "bench@bench.example",
        "password": PASSWORD,
        "language": "zh-CN",
    }
    admin.call("POST", "/v1/sign-up", body)
    admin.call("POST", "/v1/sign-up/verify", {"token": _mailed("sign_up")})
    return admin


def join(admin: Person, name: str) -> tuple[Person, str]:
    """A new member, by invitation, and his id."""
    admin.call("POST", "/v1/invitations", {"email": f"{name}@bench.example", "name": name})
    member = Person(admin.app)
    answer = member.call("POST", "/v1/invitations/accept", {"token": _mailed("invite"), "password": PASSWORD})
    return member, str(answer["member_id"])


def _mailed(purpose: str) -> str:
    """The token of the newest mail that was asked for."""
    from chalicelib.identity import wiring as identity

    asked = [doc["data"] for doc in _outbox() if doc["type"] == "identity.MailRequested"]
    newest = [data for data in asked if data["purpose"] == purpose][-1]
    return identity.links().token(newest["link_id"], purpose)


def _outbox() -> list[dict[str, Any]]:
    """Oldest first."""
    rows = boto3.client("dynamodb").scan(TableName=TABLE)["Items"]
    docs = [json.loads(row["doc"]["S"]) for row in rows if row["kind"]["S"] == "outbox"]
    return sorted(docs, key=lambda doc: str(doc["id"]))
