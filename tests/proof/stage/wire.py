"""The requests of our own clients, answered in process by `rows.py` and `outside.py`.

It sits where the double of the other tests sits, below botocore, so that signing, retries and parsing are the real
ones, and `tests/faults.py` can strike any call. What it does not know goes on to that double (S3).
"""

import base64
import email
import email.policy
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from moto.core.models import botocore_stubber

from .outside import Outside, Reply
from .rows import Rows, Unknown

JSON = {"Content-Type": "application/x-amz-json-1.0"}
SENT = (
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m</MessageId>'
    "</SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>"
)


@dataclass
class Wire:
    """`watch`, if given, sees every request to the table before it is answered, and may answer in its place."""

    rows: Rows = field(default_factory=Rows)
    outside: Outside = field(default_factory=Outside)
    watch: Callable[[str, dict[str, Any]], Reply | None] | None = None

    def answer(self, request: Any) -> Any:
        service, _, operation = _text(request.headers.get("X-Amz-Target")).rpartition(".")
        if service.startswith("DynamoDB"):
            body = json.loads(_text(request.body))
            reply = self.watch(operation, body) if self.watch else None
            return _json(reply or self.rows.answer(operation, body))
        if service in ("AWSStepFunctions", "AWSEvents", "AmazonSQS"):
            return _json(self._json_service(operation, json.loads(_text(request.body))))
        if service == "secretsmanager" and operation == "GetSecretValue":
            return _json((200, {"Name": "banli/test", "SecretString": json.dumps({"key": "k" * 64})}))
        if "scheduler." in request.url:
            return _json(self._schedule(request))
        if "email." in request.url or "ses." in request.url:
            return self._mail(request)
        return None

    def _json_service(self, operation: str, body: dict[str, Any]) -> Reply:
        outside = self.outside
        if operation == "PutEvents":
            return outside.put_events(body["Entries"])
        if operation == "SendMessage":
            queue = body["QueueUrl"].rpartition("banli-test-")[2]
            return outside.send_message(queue, body["MessageBody"], body.get("DelaySeconds", 0))
        if operation == "StartExecution":
            return outside.start_execution(body["name"], body["input"])
        raise Unknown(operation)

    def _schedule(self, request: Any) -> Reply:
        name = request.url.rpartition("/")[2].partition("?")[0]
        put = self.outside.create_schedule if request.method == "POST" else self.outside.update_schedule
        wanted = json.loads(_text(request.body))
        return put(name, json.dumps({key: wanted[key] for key in ("ScheduleExpression", "Target")}))

    def _mail(self, request: Any) -> tuple[int, dict[str, str], bytes]:
        sent = parse_qs(_text(request.body))
        raw = base64.b64decode(sent["RawMessage.Data"][0])
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        self.outside.send_mail(str(mail["Message-ID"]), str(mail["To"]))
        return 200, {"Content-Type": "text/xml"}, SENT.encode()


@contextmanager
def connected(wire: Wire) -> Iterator[Wire]:
    """Inside, the wire answers; beneath it the double of the other tests."""
    beneath = botocore_stubber.process_request
    botocore_stubber.process_request = lambda request: wire.answer(request) or beneath(request)
    try:
        yield wire
    finally:
        botocore_stubber.process_request = beneath


def _json(reply: Reply) -> tuple[int, dict[str, str], bytes]:
    status, body = reply
    headers = {**JSON, "x-amzn-errortype": str(body["__type"])} if status >= 400 else JSON
    return status, headers, json.dumps(body).encode()


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes | bytearray) else str(value or "")
