"""What stream, bus, queues and the state machine do with a request, by hand and counted: the whole of what it causes.

DynamoDB and secrets are the double's; calls to the other services are answered here, and then done: an outbox row
calls the relay, an event goes to the queues that hear it, a started execution walks `run.asl.json`. Every message is
taken alone and at once, so that batches, which make it cheaper, are left out.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import process_time
from typing import Any
from urllib.parse import parse_qs

from moto.core.models import botocore_stubber

from tests.cloud.settings import queue_of
from tools.template.source import machine, read_wiring

from .replay import Exchange
from .units import Sizes, item_bytes, units
from .usage import Usage

Answer = tuple[int, dict[str, str], bytes]
ROW_OVERHEAD = 100
"""Bytes that DynamoDB adds to each row when it bills storage."""
MAIL_SENT = (
    b"<SendRawEmailResponse xmlns='http://ses.amazonaws.com/doc/2010-12-01/'><SendRawEmailResult>"
    b"<MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>"
)


@dataclass(slots=True)
class Behind:
    """`app` is the module of the functions. While `counting`, every call to AWS is counted and followed up."""

    app: Any
    usage: Usage = field(default_factory=Usage)
    cpu_s: float = 0.0
    """CPU seconds of the functions so far, without what the doubles and this counting take."""
    _function: str = ""
    _waiting: deque[Callable[[], None]] = field(default_factory=deque)
    _sizes: Sizes = field(default_factory=dict)
    _kept: Sizes = field(default_factory=dict)
    _states: dict[str, Any] = field(default_factory=lambda: machine("run")["States"])

    @contextmanager
    def counting(self) -> Iterator[None]:
        execute = botocore_stubber.process_request

        def called(request: Any) -> Answer:
            began = process_time()
            try:
                return self._called(request, execute)
            finally:
                self.cpu_s -= process_time() - began

        botocore_stubber.process_request = called
        try:
            yield
        finally:
            botocore_stubber.process_request = execute

    def answer(self, event: dict[str, Any], *, hashes: bool = False) -> Usage:
        """One request until it is answered; what it causes behind is left for `settle`."""
        self.usage = Usage(requests=1, hashes=int(hashes))
        answer = self.call("api_handler", event)
        if answer["statusCode"] >= 300:
            raise SystemExit(f"{answer['statusCode']} {answer['body']}")
        return self._taken()

    def settle(self) -> Usage:
        """Until nothing is left to do. Runs may still wait for people."""
        while self._waiting:
            self._waiting.popleft()()
        return self._taken()

    def _taken(self) -> Usage:
        used, self.usage = self.usage, Usage()
        return used

    def call(self, function: str, event: dict[str, Any]) -> Any:
        times, calls = self.usage.invoked.get(function, (0, 0))
        self.usage.invoked[function] = (times + 1, calls)
        self._function = function
        handler = self.app.app if function == "api_handler" else getattr(self.app, function)
        began = process_time()
        answer = handler(event, None)
        self.cpu_s += process_time() - began
        if isinstance(answer, dict) and answer.get("batchItemFailures"):
            raise SystemExit(f"{function} failed on {event}")
        return answer

    # -- calls of the functions

    def _called(self, request: Any, execute: Callable[[Any], Answer]) -> Answer:
        service, _, operation = _text(request.headers.get("X-Amz-Target", "")).rpartition(".")
        body = _text(request.body or b"")
        if service.startswith("secretsmanager") or operation == "Scan":
            return execute(request)  # once a process; and the benchmark's own looks
        times, calls = self.usage.invoked.get(self._function, (0, 0))
        self.usage.invoked[self._function] = (times, calls + 1)
        if service.startswith("DynamoDB"):
            return self._table(operation, json.loads(body), execute(request))
        if not service:
            return self._by_path(request, body)
        doing = {
            "PutEvents": self._put_events,
            "SendMessage": self._send_message,
            "StartExecution": self._start_execution,
        }
        answer = doing[operation](json.loads(body))
        return 200, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(answer).encode()

    def _table(self, operation: str, asked: dict[str, Any], answer: Answer) -> Answer:
        content = answer[2] if isinstance(answer[2], bytes) else str(answer[2]).encode()
        read, write = units([Exchange(operation, asked, answer[0], {}, content)], self._sizes)
        self.usage.read_units += read
        self.usage.write_units += write
        puts = [action["Put"]["Item"] for action in asked.get("TransactItems", ()) if "Put" in action]
        self._keep(asked, puts)
        rows = [item for item in puts if item["kind"]["S"] == "outbox"]
        if rows and answer[0] == 200:
            images = [{"NewImage": row, "SequenceNumber": str(number)} for number, row in enumerate(rows)]
            records = [{"eventName": "INSERT", "dynamodb": image} for image in images]
            self._waiting.append(lambda: self.call("relay", {"Records": records}))
        return answer

    def _keep(self, asked: dict[str, Any], puts: list[dict[str, Any]]) -> None:
        gone = [action["Delete"]["Key"] for action in asked.get("TransactItems", ()) if "Delete" in action]
        for key in gone:
            self.usage.stored_bytes -= self._kept.pop((key["pk"]["S"], key["sk"]["S"]), 0)
        for item in puts:
            if "ttl" not in item:
                where, size = (item["pk"]["S"], item["sk"]["S"]), item_bytes(item) + ROW_OVERHEAD
                self.usage.stored_bytes += size - self._kept.get(where, 0)
                self._kept[where] = size

    def _by_path(self, request: Any, body: str) -> Answer:
        """SES speaks forms, Scheduler paths."""
        if "/schedules/" in request.url:
            self.usage.schedules += 1
            return 200, {"Content-Type": "application/json"}, b'{"ScheduleArn": "arn:aws:scheduler:::schedule/1"}'
        if parse_qs(body).get("Action") == ["SendRawEmail"]:
            self.usage.mails += 1
            return 200, {"Content-Type": "text/xml"}, MAIL_SENT
        raise ValueError(f"no rule for {request.url}")

    def _put_events(self, asked: dict[str, Any]) -> dict[str, Any]:
        entries = asked["Entries"]
        self.usage.events += len(entries)
        for entry in entries:
            detail = json.loads(entry["Detail"])
            for queue in read_wiring().queues:
                if queue.hears_of(entry["DetailType"], detail):
                    event = {"detail-type": entry["DetailType"], "detail": detail}
                    self._queue(queue.function, json.dumps(event))
        return {"FailedEntryCount": 0, "Entries": [{"EventId": "1"} for _ in entries]}

    def _send_message(self, asked: dict[str, Any]) -> dict[str, Any]:
        name = queue_of(asked["QueueUrl"])
        function = next(queue.function for queue in read_wiring().queues if queue.name == name)
        self._queue(function, asked["MessageBody"])
        return {"MessageId": "1"}

    def _queue(self, function: str, body: str) -> None:
        self.usage.messages += 1
        records = {"Records": [{"messageId": "1", "body": body}]}
        self._waiting.append(lambda: self.call(function, records))

    # -- the state machine

    def _start_execution(self, asked: dict[str, Any]) -> dict[str, Any]:
        payload = json.loads(asked["input"])
        self._waiting.append(lambda: self._walk("Pause", payload))
        return {"executionArn": "arn:aws:states:::execution:run:1", "startDate": 0}

    def _walk(self, name: str, payload: dict[str, Any]) -> None:
        """Into state after state until it ends. A transition is every arrow, the last one to the end, too."""
        while name:
            state = self._states[name]
            self.usage.transitions += 1
            if state["Type"] == "Task":
                payload = self.call("run_pending_work", payload)
            if state["Type"] == "Choice":
                chosen = (each["Next"] for each in state["Choices"] if each["StringEquals"] == payload["next"])
                name = next(chosen, state["Default"])
            else:
                name = state.get("Next", "")
        self.usage.transitions += 1


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
