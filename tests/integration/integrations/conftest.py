"""A member with the right to manage webhooks, a receiver on loopback, and the road of an event from outbox to queue."""

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from chalice.test import Client
from moto.core import DEFAULT_ACCOUNT_ID
from moto.sqs.models import sqs_backends

from app import app
from chalicelib import edge
from chalicelib.aws.outbound.client import safe_http_client
from chalicelib.edge import Claim, SessionRef
from chalicelib.kernel import extensions
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Api, Cloud


class RightsInCookie:
    """Signed in is who has a cookie `who` = `<letter>.<right>`; the letter names tenant and member."""

    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        if "who" not in cookies:
            return None
        letter, _, right = cookies["who"].partition(".")
        return Claim(letter * 26, "m" * 26, right, 1)

    def prefetch(self, claim: Claim) -> Iterable[tuple[str, Key]]:
        return ()

    def actor(self, work: UnitOfWork, claim: Claim, *, ip: str, language: str, correlation_id: str) -> Actor:
        rights = frozenset(claim.session_id.split("+"))
        return Actor(claim.tenant_id, claim.member_id, "王敏", rights, language=language, correlation_id=correlation_id)

    def is_usable(self, work: UnitOfWork, session: SessionRef) -> bool:
        return True

    def cookies(self, session: SessionRef | None) -> list[str]:
        return []


@dataclass
class Receiver:
    """A tenant's server: remembers what it got and answers what it is told, 200 unless told otherwise."""

    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.got]


@dataclass
class Road:
    """What EventBridge, SQS and Lambda do between our functions."""

    cloud: Cloud
    client: Client

    def publish(self) -> None:
        """Every event in the outbox arrives at `fan_out`."""
        for doc in self.cloud.events():
            self.invoke("fan_out", {"detail": doc})

    def deliver(self, rounds: int = 1) -> None:
        """What lies in the queue, delayed or not, arrives at `deliver`."""
        for _ in range(rounds):
            for message in self.waiting():
                self.invoke("deliver", message)

    def waiting(self) -> list[dict[str, Any]]:
        """Take every message out of the queue; its delay is not waited for."""
        queue = sqs_backends[DEFAULT_ACCOUNT_ID][self.cloud.region].queues["banli-test-deliveries"]
        bodies = [json.loads(message.body) for message in queue._messages]
        queue._messages.clear()
        return bodies

    def invoke(self, function: str, body: dict[str, Any]) -> None:
        event = {"Records": [{"messageId": "1", "body": json.dumps(body)}]}
        failed = self.client.lambda_.invoke(function, event).payload["batchItemFailures"]
        assert failed == []


@pytest.fixture
def client(cloud: Cloud) -> Iterator[Client]:
    before = extensions.replace(edge.AUTHENTICATOR, RightsInCookie)
    with Client(app, stage_name="test") as client:
        yield client
    extensions.replace(edge.AUTHENTICATOR, *before)


@pytest.fixture
def member(client: Client) -> Api:
    return Api(client, {"who": "a.webhooks.manage+records.read_all"})


@pytest.fixture
def stranger(client: Client) -> Api:
    """The same rights in another company."""
    return Api(client, {"who": "b.webhooks.manage+records.read_all"})


@pytest.fixture
def colleague(client: Client) -> Api:
    """The same company without the right."""
    return Api(client, {"who": "a.forms.build"})


@pytest.fixture
def road(cloud: Cloud, client: Client) -> Road:
    return Road(cloud, client)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on loopback, and a door that lets us call it."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
            status, headers = receiver.answers.pop(0) if receiver.answers else (200, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook"
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("BANLI_STAGE", "local")
            patch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")
            safe_http_client.cache_clear()
            yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        safe_http_client.cache_clear()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made
