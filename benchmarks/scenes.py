"""The operations whose budgets are written down, each as the one warm request that is measured and counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .company_fixture import PASSWORD, Person, sign_up
from .rows import multiply

CREDENTIALS = {"email": "bench@bench.example", "password": PASSWORD}

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
class Scene:
    """`records` is how many the list or form holds; `hashes` says that a password is hashed."""

    name: str
    records: int
    event: dict[str, Any]
    hashes: bool = False


def scenes(app: Any, sizes: tuple[int, ...]) -> Iterator[Scene]:
    """Sign-in, create, get, submit, decide and list pages of `sizes` entries, on a form of eleven typed fields.

    Each is to be asked for before the next is taken: the world goes on in between.
    """
    admin = sign_up(app)
    form_id = publish_form(admin)
    values = form_values(admin)
    record = admin.call("POST", f"/v1/forms/{form_id}/records", {"values": values})
    admin.call("GET", f"/v1/forms/{form_id}/records")
    yield Scene("sign_in", 1, Person(app).event("POST", "/v1/session", CREDENTIALS), hashes=True)
    yield Scene("create", 1, admin.event("POST", f"/v1/forms/{form_id}/records", {"values": values}))
    yield Scene("get", 2, admin.event("GET", f"/v1/records/{record['id']}"))
    publish_flow(admin, form_id, FLOW_STEPS)
    run = admin.call("POST", "/v1/runs", {"form_id": form_id, "values": values})
    admin.call("POST", f"/v1/runs/{run['id']}/tasks/t1/decide", {"decision": "approve"})
    other = admin.call("POST", "/v1/runs", {"form_id": form_id, "values": values})
    yield Scene("submit", 1, admin.event("POST", "/v1/runs", {"form_id": form_id, "values": values}))
    decide = f"/v1/runs/{other['id']}/tasks/t1/decide"
    yield Scene("decide", 1, admin.event("POST", decide, {"decision": "approve"}))
    have = 1
    for size in sizes:
        multiply(form_id, "day", size - have)
        have = size
        path = f"/v1/forms/{form_id}/records?sort=-day&limit=20"
        admin.call("POST", "/v1/session", CREDENTIALS)  # so many entries may outlast a session
        yield Scene("list page of 20", size, admin.event("GET", path))


def publish_form(admin: Person) -> str:
    form = admin.call("POST", "/v1/forms", FORM)
    admin.call("POST", f"/v1/forms/{form['id']}/publish", {}, form["version"])
    return str(form["id"])


def publish_flow(admin: Person, form_id: str, steps: list[dict[str, Any]]) -> None:
    flow = admin.call("POST", "/v1/flows", {"form_id": form_id, "name": "Benchmark", "steps": steps})
    admin.call("POST", f"/v1/flows/{flow['id']}/publish", {}, flow["version"])


def form_values(admin: Person) -> dict[str, Any]:
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
