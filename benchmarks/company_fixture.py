"""A company in an in-process cloud: what the benchmarks call, through the real entry point of the API function."""

import io
import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import boto3
import pytest
from chalice.local import LambdaEventConverter, RouteMatcher

from tests.cloud import TABLE, doubled


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
    with pytest.MonkeyPatch.context() as patch, doubled(patch), redirect_stdout(Sink()):
        patch.setenv("POWERTOOLS_METRICS_DISABLED", "false")
        from app import app

        yield app


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
