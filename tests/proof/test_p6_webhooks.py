"""P6: outbound webhooks arrive, or are tried as promised, and no receiver harms another company's."""

import socket
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from chalicelib.aws import outbound
from chalicelib.aws.outbound import SafeHttpClient
from chalicelib.integrations.domain.deliveries import DELAYS, JITTER, SLOTS, SPAN, Fault, State
from chalicelib.integrations.domain.webhooks import Off

from ..integration.conftest import Api
from ..integration.integrations import conftest as seeded
from ..unit.aws.listeners import Handler, read_request, serving
from ..unit.integrations.company_fixture import WEBHOOK, CompanyFixture, Slots
from .other_tenants import HANGS, HEALTHY, WORKERS, Lane
from .sizes import dice, size

client, member, road = seeded.client, seeded.member, seeded.road
Proved = Callable[..., None]
Answer = int | tuple[int, str]

FAILURES: tuple[Answer, ...] = (0, 301, 302, 307, 308, 404, (429, "60"), (429, "7200"), 500, (503, "120"))
"""0 is a reset, a hang, a drip or gibberish: whatever is no answer."""


def test_every_delivery_arrives_or_is_tried_ten_times_over_three_days(proved: Proved) -> None:
    rolls, ends, attempts, spans = dice("P6 schedule"), Counter[str](), 0, []
    deliveries = size(short=60, long=3_000)
    for _ in range(deliveries):
        failing = rolls.choice((0, 1, 2, 5, 9, 10, 99))
        answers: list[Answer] = [rolls.choice(FAILURES) for _ in range(failing)]
        gone = rolls.random() < 0.1
        fixture = CompanyFixture(answers=[*answers, 410] if gone else [*answers])
        fixture.tell(event_id="".join(rolls.choices("abcdefghjkmnpqrstv", k=26)))
        fixture.run()
        (delivery,) = fixture.rows.deliveries.values()
        times = [at for at, _, _ in fixture.received]
        expected = min(failing + 1, len(DELAYS) + 1)
        assert len(times) == expected
        is_gone = gone and failing < len(DELAYS) + 1
        assert (fixture.rows.webhooks[WEBHOOK].off is Off.GONE) == is_gone
        assert (delivery.state is State.DELIVERED) == (not gone and failing < len(DELAYS) + 1)
        assert delivery.state is not State.WAITING
        assert len({body for _, _, body in fixture.received}) == 1
        _check_pauses(times, answers)
        if expected == len(DELAYS) + 1:
            spans.append(times[-1] - times[0])
        attempts += len(times)
        ends["gone" if is_gone else delivery.state.value] += 1
    assert set(ends) == {"gone", "delivered", "failed"}
    assert min(spans) >= SPAN == timedelta(hours=75.6)
    shortest = round(min(spans).total_seconds() / 3600, 1)
    proved(
        "P6",
        "receivers that answer 2xx, 3xx, 410, 429 and 503 with Retry-After, 5xx or not at all, by a fake clock",
        deliveries=deliveries,
        attempts=attempts,
        most_attempts=len(DELAYS) + 1,
        shortest_hours_of_ten_attempts=shortest,
        **ends,
    )


def _check_pauses(times: Sequence[datetime], answers: Sequence[Answer]) -> None:
    """Each pause within its jitter, or what the receiver asked for; the last one is stretched to keep the span."""
    pauses = [(after - before).total_seconds() for before, after in pairwise(times)]
    for number, pause in enumerate(pauses):
        planned = DELAYS[number].total_seconds()
        answer = answers[number]
        asked = float(answer[1]) if isinstance(answer, tuple) else 0.0
        least = max(planned * (1 - JITTER), asked)
        assert pause >= least - 1, (number, pause)
        if number < len(DELAYS) - 1:
            assert pause <= max(planned * (1 + JITTER), asked) + 2, (number, pause)


# -- servers that mean harm, over real sockets and through the whole path


def _saying(raw: bytes) -> Handler:
    def handle(wire: socket.socket) -> None:
        read_request(wire)
        wire.sendall(raw)

    return handle


def _drip(wire: socket.socket) -> None:
    read_request(wire)
    while True:
        wire.sendall(b"H")
        time.sleep(0.02)


def _huge(wire: socket.socket) -> None:
    read_request(wire)
    wire.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 10000000000\r\n\r\n")
    while True:
        wire.sendall(b"x" * 65536)


SERVERS: dict[str, tuple[Handler, Fault]] = {
    "reset": (lambda wire: wire.close(), Fault.NO_ANSWER),
    "slow drip": (_drip, Fault.NO_ANSWER),
    "gibberish": (_saying(b"no http\r\n\r\n"), Fault.NO_ANSWER),
    "10 GB body": (_huge, Fault.REFUSED),
    "redirect": (
        _saying(b"HTTP/1.1 302 F\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        Fault.REDIRECT,
    ),
    "gone": (_saying(b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"), Fault.GONE),
    "too many": (_saying(b"HTTP/1.1 429 N\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n"), Fault.REFUSED),
}


@pytest.mark.enable_socket
def test_hostile_servers_end_as_what_they_are_and_in_time(
    member: Api, road: seeded.Road, monkeypatch: pytest.MonkeyPatch, proved: Proved
) -> None:
    seconds, slowest = 0.5, 0.0
    monkeypatch.setattr(
        outbound, "safe_http_client", cache(lambda: SafeHttpClient(allow_loopback=True, total_seconds=seconds))
    )
    for name, (handler, fault) in SERVERS.items():
        with serving(handler) as port:
            hook = {"url": f"http://127.0.0.1:{port}/", "event_types": ["flows.*"]}
            made = member.post("/v1/webhooks", hook)
            assert made.status == 201, made.body
            path = f"/v1/webhooks/{made.body['id']}"
            member.post(f"{path}/test")
            road.publish()
            began = time.monotonic()
            road.deliver()
            slowest = max(slowest, time.monotonic() - began)
        (delivery,) = member.get(f"{path}/deliveries").body["items"]
        assert [each["error"] for each in delivery["attempts"]] == [fault.value], name
        assert member.get(path).body["enabled"] == (fault is not Fault.GONE), name
        member.delete(path, member.get(path).body["version"])
        road.waiting()
    assert slowest < seconds + 10
    proved("P6", "servers over real sockets, by the whole path from save to log", servers=len(SERVERS), wrong=0)


# -- a bad neighbour


def _delays(hanging: int, events: int, slots: int = SLOTS) -> tuple[list[float], Lane]:
    """Seconds from the event to its delivery at twenty healthy companies, beside one company with so many hanging."""
    rolls = dice("P6 neighbours")
    companies = 21
    lane = Lane(dict.fromkeys(range(companies), HEALTHY) | {0: HANGS}, [CompanyFixture() for _ in range(companies)])
    lane.worlds[0].slots.most = slots
    for number in range(hanging):
        lane.tell(0.001 * number, 0, f"h{number:025}")
    for company in range(1, companies):
        for number in range(events):
            lane.tell(rolls.uniform(0, 60), company, f"e{number:025}")
    lane.run(until=3_600)
    return [lane.heard[key] - told for key, told in lane.told.items() if key[0]], lane


def test_two_hundred_hanging_receivers_delay_no_other_company(proved: Proved) -> None:
    events = size(short=20, long=300)
    alone, _ = _delays(0, events)
    beside, lane = _delays(200, events)
    unbounded, _ = _delays(200, events, slots=WORKERS)
    p99 = [statistics.quantiles(each, n=100)[98] for each in (alone, beside, unbounded)]
    assert len(beside) == 20 * events
    assert p99[1] <= 1.10 * p99[0]
    assert p99[2] > 2 * p99[0]  # without the slots this would be seen
    hung = [moment for (company, _), moment in lane.heard.items() if company == 0]
    assert len(hung) == 200
    proved(
        "P6",
        f"20 healthy companies beside one whose 200 deliveries hang, {WORKERS} workers, {SLOTS} slots a company",
        deliveries=len(beside),
        p99_alone_ms=round(1000 * p99[0]),
        p99_beside_ms=round(1000 * p99[1]),
        p99_without_slots_ms=round(1000 * p99[2]),
    )


def test_the_slots_of_the_simulation_are_those_of_the_product() -> None:
    assert Slots(SLOTS).most == CompanyFixture().slots.most == SLOTS < WORKERS / 5
