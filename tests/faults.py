"""Five faults at any call to AWS, for tests on the doubled cloud.

The nasty ones are those where the caller cannot know: a write that was executed and then "timed out", a process that
died after it. A *call* is one request of our code with all of the client's own retries; `at` counts calls from 0.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

import botocore.endpoint
from botocore.exceptions import ConnectTimeoutError, ReadTimeoutError
from moto.core.models import botocore_stubber


class Fault(StrEnum):
    TIMEOUT_BEFORE = "timeout_before"
    EXECUTE_AND_TIMEOUT = "execute_and_timeout"
    THROTTLE = "throttle"
    CRASH_BEFORE = "crash_before"
    CRASH_AFTER = "crash_after"


CRASHES = frozenset({Fault.CRASH_BEFORE, Fault.CRASH_AFTER})


class Crashed(BaseException):
    """The process is gone. No `except Exception` may catch it, as none would run."""


@dataclass
class Plan:
    """`kind` None only counts. `lasting` strikes the client's retries too, so that the call fails for our code;
    otherwise the first retry gets through.
    """

    kind: Fault | None = None
    at: int = -1
    lasting: bool = True
    calls: list[str] = field(default_factory=list)
    struck: bool = False

    def answer(self, request: Any, execute: Any) -> Any:
        retry = b"attempt=1" not in _bytes(request.headers.get("amz-sdk-request", b"attempt=1"))
        if not retry:
            self.calls.append(_operation(request))
        if len(self.calls) - 1 != self.at or self.kind is None or (retry and not self.lasting):
            return execute(request)
        self.struck = True
        return self._strike(request, execute)

    def _strike(self, request: Any, execute: Any) -> Any:
        if self.kind is Fault.THROTTLE:
            return _throttled(request)
        if self.kind in (Fault.EXECUTE_AND_TIMEOUT, Fault.CRASH_AFTER):
            execute(request)
        if self.kind in CRASHES:
            raise Crashed
        if self.kind is Fault.EXECUTE_AND_TIMEOUT:
            raise ReadTimeoutError(endpoint_url=request.url)
        raise ConnectTimeoutError(endpoint_url=request.url)


@contextmanager
def planned(plan: Plan) -> Iterator[Plan]:
    """Inside, every call to the doubled AWS passes the plan, and the client's pauses between retries take no time."""
    execute = botocore_stubber.process_request
    botocore_stubber.process_request = lambda request: plan.answer(request, execute)
    try:
        with without_pauses():
            yield plan
    finally:
        botocore_stubber.process_request = execute


@contextmanager
def without_pauses(sleep: Callable[[float], None] = lambda seconds: None) -> Iterator[None]:
    """The client does not wait between its retries; `sleep` is told how long it would have."""
    pause = botocore.endpoint.time
    botocore.endpoint.time = SimpleNamespace(sleep=sleep)
    try:
        yield
    finally:
        botocore.endpoint.time = pause


def _throttled(request: Any) -> tuple[int, dict[str, str], bytes]:
    service = _bytes(request.headers.get("X-Amz-Target", b"")).split(b"_")[0]
    code = "ProvisionedThroughputExceededException" if service == b"DynamoDB" else "ThrottlingException"
    body = {"__type": f"com.amazonaws#{code}", "message": "slow down", "Message": "slow down"}
    return 400, {"x-amzn-errortype": code, "Content-Type": "application/x-amz-json-1.0"}, json.dumps(body).encode()


def _operation(request: Any) -> str:
    target = _bytes(request.headers.get("X-Amz-Target", b"")).decode()
    return target.rpartition(".")[2] or f"{request.method} {request.url}"


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
