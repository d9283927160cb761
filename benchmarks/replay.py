"""Recording the DynamoDB traffic of one request and playing it back, so that only our own CPU is left to measure.

While recording, moto answers; while playing, the recorded bytes do. The floor of a request is the same calls made by a
bare botocore client over the same bytes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import process_time
from typing import Any

import boto3
from botocore.awsrequest import AWSResponse
from moto.core.botocore_stubber import MockRawResponse
from moto.core.models import botocore_stubber


@dataclass(frozen=True, slots=True)
class Exchange:
    """One call: what was asked of botocore, and the bytes that came back."""

    operation: str
    params: dict[str, Any]
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Tape:
    """Stands before the transport of a botocore client; `mode` says whether it records, plays or lets pass."""

    mode: str = "pass"
    exchanges: list[Exchange] = field(default_factory=list)
    position: int = 0
    _asked: tuple[str, dict[str, Any]] = ("", {})

    def attach(self, client: Any) -> None:
        client.meta.events.register_first("provide-client-params.dynamodb", self._note)
        client.meta.events.register_first("before-send.dynamodb", self._send)

    def _note(self, params: dict[str, Any], model: Any, **_: Any) -> None:
        self._asked = (model.name, params)

    def _send(self, event_name: str, request: Any, **_: Any) -> AWSResponse | None:
        if self.mode == "pass":
            return None
        if self.mode == "record":
            answer = botocore_stubber(event_name, request)
            body = answer.content
            operation, params = self._asked
            self.exchanges.append(Exchange(operation, params, answer.status_code, dict(answer.headers), body))
            return _response(self.exchanges[-1], request.url)
        exchange = self.exchanges[self.position % len(self.exchanges)]
        if exchange.operation != self._asked[0]:
            raise AssertionError(f"recorded {exchange.operation}, asked {self._asked[0]}: record a warm request")
        self.position += 1
        return _response(exchange, request.url)

    @contextmanager
    def recording(self) -> Iterator[list[Exchange]]:
        self.mode, self.exchanges, self.position = "record", [], 0
        try:
            yield self.exchanges
        finally:
            self.mode = "pass"

    @contextmanager
    def playing(self, exchanges: list[Exchange]) -> Iterator[None]:
        self.mode, self.exchanges, self.position = "play", exchanges, 0
        botocore_stubber.enabled = False  # every handler of an event runs, so moto would still compute its answer
        try:
            yield
        finally:
            self.mode, botocore_stubber.enabled = "pass", True


PAIRS = 40


@dataclass(frozen=True, slots=True)
class Pairs:
    """Medians of CPU milliseconds of both, and the quartiles of their ratio."""

    ours_ms: float
    floor_ms: float
    ratio: tuple[float, float, float]


def in_pairs(ours: Callable[[], Any], floor: Callable[[], Any], times: int) -> Pairs:
    """Both take turns, `times` of each in `PAIRS` pairs. What disturbs a moment disturbs both halves of a pair, and
    quartiles say how much was disturbed; the least of each would be of two different moments.
    """
    for action in (ours, floor):
        action()
    each = max(1, times // PAIRS)
    pairs = [(_round(ours, each), _round(floor, each)) for _ in range(PAIRS)]
    first, middle, third = quantiles((mine / bare_ms for mine, bare_ms in pairs), n=4)
    mine, bare_ms = (median(column) for column in zip(*pairs, strict=True))
    return Pairs(mine, bare_ms, (first, middle, third))


def _round(action: Callable[[], Any], times: int) -> float:
    began = process_time()
    for _ in range(times):
        action()
    return (process_time() - began) / times * 1000


@contextmanager
def bare(exchanges: list[Exchange]) -> Iterator[Callable[[], None]]:
    """The same calls by a bare botocore client."""
    client = boto3.client("dynamodb")
    tape = Tape()
    tape.attach(client)

    def calls() -> None:
        for exchange in exchanges:
            client._make_api_call(exchange.operation, exchange.params)

    with tape.playing(exchanges):
        yield calls


def _response(exchange: Exchange, url: str) -> AWSResponse:
    return AWSResponse(url, exchange.status, exchange.headers, MockRawResponse(exchange.body))
