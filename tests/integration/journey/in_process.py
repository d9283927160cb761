"""The journey's installation inside the test process: the API by its test client, the bus and the queues by hand."""

import email
import email.policy
import json
import threading
from collections.abc import Mapping
from typing import Any

from chalice.test import Client
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from moto.sqs.models import sqs_backends

import app as banli
from chalicelib.aws import outbox
from tests.integration.conftest import Cloud
from tools.client import Browser, Mail
from tools.template.source import Queue, read_wiring

_ONE_AT_A_TIME = threading.Lock()
"""Chalice keeps the current request on the application, so two threads must take turns."""


class ClientWire:
    """One person's cookies in front of the shared test client."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._cookies: dict[str, str] = {}

    def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        with _ONE_AT_A_TIME:
            reply = self._client.http.request(method, path, headers={**headers, **cookies}, body=body)
        answered = dict(reply.headers)
        for line in answered.pop("Set-Cookie", []):
            name, _, rest = line.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        return reply.status_code, answered, reply.body


class InProcess:
    """`settle` does what stream, bus, rules and queues do in the cloud."""

    deaf = ""
    fixed = "nothing is started in process"
    unread = "a function that fails in process raises"

    def __init__(self, cloud: Cloud, client: Client) -> None:
        self._cloud = cloud
        self._client = client
        self._queues = read_wiring().queues

    def browse(self, language: str) -> Browser:
        return Browser(ClientWire(self._client), language)

    def mails(self) -> list[Mail]:
        self.settle()
        sent = ses_backends[DEFAULT_ACCOUNT_ID][self._cloud.region].sent_messages
        return [_mail(raw.raw_data) for raw in sent]

    def restart(self) -> None:
        raise NotImplementedError(self.fixed)

    def faults(self) -> list[str]:
        raise NotImplementedError(self.unread)

    def settle(self) -> None:
        self._relay()
        for queue in self._queues:
            for body in self._take(queue):
                self._hand(queue.function, body)
        self._relay()

    def drop(self) -> None:
        """Forget what waits in the queues."""
        for queue in self._queues:
            self._take(queue)

    def _relay(self) -> None:
        """Outbox rows, and those that working on them makes → the consumers whose queue hears their type."""
        while envelopes := self._cloud.events():
            outbox.publish(envelopes, self)

    def put_events(self, *, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803 - boto3's spelling
        for entry in Entries:
            detail = json.loads(entry["Detail"])
            message = json.dumps({"detail-type": entry["DetailType"], "detail": detail})
            for queue in self._queues:
                if queue.hears_of(entry["DetailType"], detail):
                    self._hand(queue.function, message)
        return {"Entries": [{} for _ in Entries]}

    def _take(self, queue: Queue) -> list[str]:
        waiting = sqs_backends[DEFAULT_ACCOUNT_ID][self._cloud.region].queues[f"banli-test-{queue.name}"]
        bodies = [message.body for message in waiting._messages]
        waiting._messages.clear()
        return bodies

    def _hand(self, function: str, body: str) -> None:
        reply = getattr(banli, function)({"Records": [{"messageId": "1", "body": body}]}, None)
        assert reply == {"batchItemFailures": []}, f"{function} failed on {body}"


def _mail(raw: str) -> Mail:
    message = email.message_from_string(raw, policy=email.policy.default)
    text = message.get_body(("plain",))
    return Mail(str(message["To"]), str(message["Subject"]), text.get_content() if text else "")
