"""The operations whose budgets are written down, each as one warm request: calls, request units, CPU, ratio."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from chalicelib.aws.table import table

from .replay import Exchange, Tape, cpu_ms, floor_ms
from .rows import multiply
from .units import units
from .world import Person, cloud, sign_up

TIMES = 500
HASHED = 50
"""Of what hashes a password: longer than anything else, and steadier."""
SIZES = (1_000, 100_000)

CREDENTIALS = {"email": "bench@bench.example", "password": "correct horse battery staple"}

FORM: dict[str, Any] = {
    "name": "Benchmark",
    "list": ["number", "customer", "kind", "total", "day"],
    "fields": [
        {"id": "number", "type": "serial", "name": "Number", "options": {"template": "B-{0000}"}},
        {"id": "customer", "type": "text", "name": "Customer", "required": True, "indexed": True},
        {"id": "note", "type": "long_text", "name": "Note"},
        {"id": "quantity", "type": "number", "name": "Quantity"},
        {"id": "price", "type": "money", "name": "Price", "options": {"currency": "CNY"}},
        {
            "id": "total",
            "type": "formula",
            "name": "Total",
            "options": {"expression": "quantity * price", "result": "money", "currency": "CNY"},
        },
        {"id": "discount", "type": "percent", "name": "Discount"},
        {"id": "day", "type": "date", "name": "Day", "indexed": True},
        {"id": "at", "type": "datetime", "name": "At"},
        {"id": "kind", "type": "choice", "name": "Kind", "options": {"choices": [{"value": "A", "name": "A"}]}},
        {"id": "owner", "type": "member", "name": "Owner"},
    ],
}

FLOW_STEPS = [
    {
        "id": "first",
        "type": "approve",
        "name": "First",
        "mode": "any",
        "approvers": [{"type": "initiator"}],
    },
    {
        "id": "second",
        "type": "approve",
        "name": "Second",
        "mode": "any",
        "approvers": [{"type": "initiator"}],
    },
]


@dataclass(frozen=True, slots=True)
class Measured:
    """`calls` to DynamoDB in all (here always one after another); CPU in ms of one request and of its bare calls."""

    name: str
    records: int
    calls: int
    sequential_calls: int
    read_units: float
    write_units: float
    cpu_ms: float
    floor_cpu_ms: float
    ratio: float

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def measure(app: Any, tape: Tape, name: str, event: dict[str, Any], records: int, *, times: int = TIMES) -> Measured:
    """Record `event` once and play it back `times` times. It must be warm: ask once for the caches, then record."""
    with tape.recording() as tape_of_one:
        answer = app(event, None)
    if answer["statusCode"] >= 300:
        raise SystemExit(f"{name}: {answer['statusCode']} {answer['body']}")
    exchanges: list[Exchange] = list(tape_of_one)
    with tape.playing(exchanges):
        ours = cpu_ms(lambda: app(event, None), times)
    floor = floor_ms(exchanges, TIMES)
    read, write = units(exchanges)
    calls = len(exchanges)
    return Measured(name, records, calls, calls, read, write, round(ours, 3), round(floor, 3), round(ours / floor, 2))


def all_operations() -> Iterator[Measured]:
    """Sign-in, create, get, list pages, submit and decide, on a form of eleven typed fields."""
    with cloud() as app:
        admin = sign_up(app)
        tape = Tape()
        tape.attach(table()._connection.client)
        form_id = _publish_form(admin)
        values = _values(admin)
        record = admin.call("POST", f"/v1/forms/{form_id}/records", {"values": values})
        admin.call("GET", f"/v1/forms/{form_id}/records")
        yield measure(app, tape, "sign_in", _sign_in(app), 1, times=HASHED)
        yield measure(app, tape, "create", admin.event("POST", f"/v1/forms/{form_id}/records", {"values": values}), 1)
        yield measure(app, tape, "get", admin.event("GET", f"/v1/records/{record['id']}"), 2)
        _publish_flow(admin, form_id)
        run = admin.call("POST", "/v1/runs", {"form_id": form_id, "values": values})
        admin.call("POST", f"/v1/runs/{run['id']}/tasks/t1/decide", {"decision": "approve"})
        other = admin.call("POST", "/v1/runs", {"form_id": form_id, "values": values})
        submit = admin.event("POST", "/v1/runs", {"form_id": form_id, "values": values})
        yield measure(app, tape, "submit", submit, 1)
        decide = admin.event("POST", f"/v1/runs/{other['id']}/tasks/t1/decide", {"decision": "approve"})
        yield measure(app, tape, "decide", decide, 1)
        yield from _lists(app, tape, admin, form_id)


def _lists(app: Any, tape: Tape, admin: Person, form_id: str) -> Iterator[Measured]:
    have = 1
    for size in SIZES:
        multiply(form_id, "day", size - have)
        have = size
        path = f"/v1/forms/{form_id}/records?sort=-day&limit=20"
        admin.call("POST", "/v1/session", CREDENTIALS)  # so many entries may outlast a session
        yield measure(app, tape, "list page of 20", admin.event("GET", path), size)


def _publish_form(admin: Person) -> str:
    form = admin.call("POST", "/v1/forms", FORM)
    admin.call("POST", f"/v1/forms/{form['id']}/publish", {}, form["version"])
    return str(form["id"])


def _publish_flow(admin: Person, form_id: str) -> None:
    flow = admin.call("POST", "/v1/flows", {"form_id": form_id, "name": "Benchmark", "steps": FLOW_STEPS})
    admin.call("POST", f"/v1/flows/{flow['id']}/publish", {}, flow["version"])


def _values(admin: Person) -> dict[str, Any]:
    me = admin.call("GET", "/v1/me")
    return {
        "customer": "苏州精工轴承有限公司",
        "note": "三个月内分批交货，含税含运费。" * 5,
        "quantity": "120",
        "price": "85.50",
        "discount": "0.08",
        "day": "2026-11-22",
        "at": "2026-11-22T08:00:00Z",
        "kind": "A",
        "owner": me["id"],
    }


def _sign_in(app: Any) -> dict[str, Any]:
    return Person(app).event("POST", "/v1/session", CREDENTIALS)
