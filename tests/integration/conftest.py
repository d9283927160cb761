"""An in-process AWS for integration tests, and a client that speaks to the API as a browser does."""

import json
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore import loaders, session
from chalice.test import Client
from moto import mock_aws
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table

import chalicelib
from chalicelib.aws import blobs, clients, outbound, secrets, table
from chalicelib.edge.schemas import load, validate
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

REGION = "us-east-1"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
    "BANLI_STAGE": "test",
    "BANLI_TABLE": "banli-test",
    "BANLI_SECRET": "banli/test",
    "BANLI_BUS": "banli-test",
    "BANLI_BUCKET": "banli-test-files",
    "BANLI_SCHEDULE_GROUP": "default",
    "BANLI_SCHEDULE_ROLE": "arn:aws:iam::123456789012:role/scheduler",
    "BANLI_SCHEDULE_DEAD_LETTERS": "arn:aws:sqs:us-east-1:123456789012:undelivered",
    "BANLI_WEB_ORIGIN": "https://banli.test",
    "BANLI_EDGE_KEY": "edge-key-of-the-tests",
    "BANLI_MAIL": "ses",
    "BANLI_MAIL_FROM": "banli@banli.test",
    "BANLI_CONTACT": "help@banli.test",
    "BANLI_TERMS_URL": "https://banli.test/terms",
    "BANLI_PRIVACY_URL": "https://banli.test/privacy",
    "POWERTOOLS_METRICS_DISABLED": "true",
}
QUEUES = (
    "wake_runs",
    "fan_out",
    "deliveries",
    "mail",
    "schedule_jobs",
    "forms_upkeep",
    "reindex",
    "jobs",
    "notify",
    "notices",
)


@cache
def _double(service: str, region: str) -> Any:
    """One a process: the double stands behind it from its first test to its last."""
    return boto3.client(service, region_name=region)


@dataclass
class Cloud:
    """The doubled cloud: `boto` makes raw clients for looking behind the API in a test's own checks."""

    region: str = REGION

    def boto(self, service: str) -> Any:
        return _double(service, self.region)

    def rows(self, prefix: str = "") -> list[dict[str, Any]]:
        """Every item whose partition key begins with `prefix`, for hashing and for canaries. Taken from where the
        double keeps them: to scan them through its serializer was half the time of these tests.
        """
        kept = dynamodb_backends[DEFAULT_ACCOUNT_ID][self.region].get_table("banli-test").all_items()
        return [item.to_json()["Attributes"] for item in kept if item.hash_key.value.startswith(prefix)]

    def events(self) -> list[dict[str, Any]]:
        """Envelopes in the outbox, oldest first."""
        docs = [json.loads(item["doc"]["S"]) for item in self.rows() if item["kind"]["S"] == "outbox"]
        return sorted(docs, key=lambda doc: str(doc["id"]))


def check_events(made: Cloud) -> None:
    """Whatever a test made the product tell, it told by its published contract (of our own contexts' types)."""
    for doc in made.events():
        context, _, fact = str(doc["type"]).partition(".")
        if (Path(chalicelib.__path__[0]) / context).is_dir():
            contract = f"{context}/events/{fact}.v{doc['version']}"
            validate(contract, doc["data"])
            assert set(doc["data"]) <= set(load(contract)["properties"]), doc["type"]


def forget_process() -> None:
    """Drop what a Lambda process caches, as a cold start does."""
    for cached in (
        table.table,
        clients.client,
        secrets.signing_key,
        secrets._master,
        blobs._s3,
        outbound.safe_http_client,
    ):
        cached.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def descriptions_of_services() -> Iterator[None]:
    """botocore reads megabytes about AWS anew for each session, and each test has new ones: once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "create_loader", cache(loaders.create_loader))
        yield


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Table, "__deepcopy__", _way_back, raising=False)
    with mock_aws():
        made = Cloud()
        _make_resources(made, monkeypatch)
        forget_process()
        yield made
        check_events(made)
        forget_process()


def _way_back(table: Table, memo: dict[int, Any]) -> Table:
    """What moto goes back to when a transaction fails. It copies the table once an item, which is most of the time of
    these tests; items are replaced, never changed in place, so the places where they stand are enough.
    """
    twin = copy(table)
    twin.items = defaultdict(dict, {partition: dict(items) for partition, items in table.items.items()})
    return twin


def _make_resources(made: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    made.boto("dynamodb").create_table(
        TableName="banli-test",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    made.boto("secretsmanager").create_secret(Name="banli/test", SecretString=json.dumps({"key": "k" * 64}))
    made.boto("s3").create_bucket(Bucket="banli-test-files")
    versioning = {"Status": "Enabled"}
    made.boto("s3").put_bucket_versioning(Bucket="banli-test-files", VersioningConfiguration=versioning)
    made.boto("events").create_event_bus(Name="banli-test")
    made.boto("ses").verify_email_identity(EmailAddress="banli@banli.test")
    for name in QUEUES:
        url = made.boto("sqs").create_queue(QueueName=f"banli-test-{name}")["QueueUrl"]
        monkeypatch.setenv(f"BANLI_QUEUE_{name.upper()}", url)
    for name in ("end_trial", "redeliver", "purge_record"):
        monkeypatch.setenv(f"BANLI_JOB_{name.upper()}", f"arn:aws:lambda:{REGION}:123456789012:function:{name}")
    role = "arn:aws:iam::123456789012:role/run"
    waiting = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": True}}}
    machine = made.boto("stepfunctions").create_state_machine(name="run", definition=json.dumps(waiting), roleArn=role)
    monkeypatch.setenv("BANLI_STATE_MACHINE", machine["stateMachineArn"])


@pytest.fixture
def work(cloud: Cloud) -> Callable[..., UnitOfWork]:
    """Makes a UnitOfWork for an actor (default: the system of a fixed tenant)."""

    def make(actor: Actor | None = None, now: datetime | None = None) -> UnitOfWork:
        return UnitOfWork(actor or system_actor("t" * 26), now or utc_now())

    return make


@dataclass
class Answer:
    status: int
    body: Any
    headers: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body.get("code", "")) if isinstance(self.body, dict) else ""


@dataclass
class Api:
    """One person's browser: keeps cookies, adds an Idempotency-Key to every POST unless given one."""

    client: Client
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        sent = {"Content-Type": "application/json", "Accept-Language": self.language}
        if method == "POST":
            sent["Idempotency-Key"] = uuid.uuid4().hex
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent |= headers or {}
        payload = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        reply = self.client.http.request(method, path, headers=sent, body=payload)
        self._keep(reply.headers.get("Set-Cookie") or [])
        text = reply.body.decode() if reply.body else ""
        return Answer(reply.status_code, json.loads(text) if text else None, dict(reply.headers))

    def get(self, path: str, **kwargs: Any) -> Answer:
        return self.call("GET", path, **kwargs)

    def post(self, path: str, body: Any = None, **kwargs: Any) -> Answer:
        return self.call("POST", path, {} if body is None else body, **kwargs)

    def put(self, path: str, body: Any, version: int | None = None, **kwargs: Any) -> Answer:
        headers = {"If-Match": f'"{version}"'} if version is not None else {}
        return self.call("PUT", path, body, headers=headers | kwargs.pop("headers", {}), **kwargs)

    def delete(self, path: str, version: int | None = None, **kwargs: Any) -> Answer:
        headers = {"If-Match": f'"{version}"'} if version is not None else {}
        return self.call("DELETE", path, headers=headers | kwargs.pop("headers", {}), **kwargs)

    def _keep(self, lines: str | list[str]) -> None:
        for line in [lines] if isinstance(lines, str) else lines:
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value


@pytest.fixture
def browser(cloud: Cloud) -> Iterator[Callable[[], Api]]:
    """Makes fresh browsers on the whole application of `app.py`."""
    from app import app

    with Client(app, stage_name="test") as client:
        yield lambda: Api(client)
