"""What each of the users under `make load` does: what people do all day, in the proportion in which they do it."""

import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.client import Answer, Person

MIX = {"list": 30, "get": 20, "todos": 15, "decide": 12, "create": 8, "update": 8, "submit": 6, "sign_in": 2}
THINKS = (0.1, 0.5)
"""Seconds between two acts."""
FORM: dict[str, Any] = {
    "name": "Load",
    "list": ["customer", "amount"],
    "fields": [
        {"id": "customer", "type": "text", "name": "Customer", "required": True, "indexed": True},
        {"id": "amount", "type": "number", "name": "Amount", "indexed": True},
        {"id": "note", "type": "long_text", "name": "Note"},
        {"id": "first", "type": "choice", "name": "First", "options": {"choices": []}},
        {"id": "second", "type": "choice", "name": "Second", "options": {"choices": []}},
    ],
}


def form_for(keys: list[str]) -> dict[str, Any]:
    """Whoever submits says who approves, so that everybody has as much to decide as the others."""
    choices = {"choices": [{"value": key} for key in keys]}
    fields = [{**each, "options": choices} if each["type"] == "choice" else each for each in FORM["fields"]]
    return {**FORM, "fields": fields}


def flow_for(form_id: str, members: Mapping[str, str]) -> dict[str, Any]:
    def step(name: str) -> dict[str, Any]:
        chosen = {"type": "choice", "field": name, "map": {key: [id_] for key, id_ in members.items()}}
        return {"type": "approve", "id": name, "name": name, "mode": "any", "approvers": [chosen]}

    return {"form_id": form_id, "name": "Load", "steps": [step("first"), step("second")]}


@dataclass(slots=True)
class Ledger:
    """Every request: what it was, when it began and how long it took; and what went wrong. Shared by the users."""

    began: float
    entries: list[tuple[str, float, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, what: str, began: float, error: str = "") -> None:
        entry = (what, began - self.began, time.monotonic() - began)
        with self.lock:
            self.entries.append(entry)
            if error:
                self.errors.append(f"{what}: {error}")

    def since(self, moment: float) -> dict[str, list[float]]:
        """Seconds by what it was, of the requests that began later."""
        found: dict[str, list[float]] = defaultdict(list)
        for what, began, seconds in self.entries:
            if began >= moment:
                found[what].append(seconds)
        return found

    @property
    def requests(self) -> int:
        return len(self.entries)


@dataclass(slots=True)
class User:
    person: Person
    others: list[str]
    form_id: str
    ledger: Ledger
    dice: random.Random
    records: list[str] = field(default_factory=list)

    def work(self, until: float) -> None:
        while time.monotonic() < until:
            self.act(self.dice.choices(list(MIX), list(MIX.values()))[0])
            time.sleep(self.dice.uniform(*THINKS))

    def act(self, what: str) -> None:
        doing: dict[str, Callable[[], object]] = {
            "list": lambda: self._ask("list", "GET", f"/v1/forms/{self.form_id}/records?sort=-amount&limit=20"),
            "get": self._get,
            "todos": lambda: self._ask("todos", "GET", "/v1/todos"),
            "decide": self._decide,
            "create": self._create,
            "update": self._update,
            "submit": self._submit,
            "sign_in": self._sign_in,
        }
        doing[what]()

    def _ask(self, what: str, method: str, path: str, body: Any = None, **headers: str) -> Answer | None:
        """The answer if it was a success. Everything else is an error: nobody races here."""
        began = time.monotonic()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            answer = self.person.browser.ask(method, path, body, headers=named)
        except Exception as error:  # noqa: BLE001 - whatever a client may see is a finding, and the others go on
            self.ledger.note(what, began, repr(error))
            return None
        failed = "" if answer.status < 300 else f"{answer.status} {answer.body}"
        self.ledger.note(what, began, failed)
        return None if failed else answer

    def _values(self) -> dict[str, Any]:
        first, second = self.dice.sample(self.others, 2)
        amount = str(self.dice.randrange(1, 100_000))
        return {
            "customer": "苏州精工轴承",
            "amount": amount,
            "note": "含税含运费。" * 5,
            "first": first,
            "second": second,
        }

    def _create(self) -> None:
        answer = self._ask("create", "POST", f"/v1/forms/{self.form_id}/records", {"values": self._values()})
        if answer is not None:
            self.records = [*self.records[-50:], answer.body["id"]]

    def _get(self) -> None:
        if not self.records:
            return self._create()
        self._ask("get", "GET", f"/v1/records/{self.dice.choice(self.records)}")
        return None

    def _update(self) -> None:
        if not self.records:
            return self._create()
        path = f"/v1/records/{self.dice.choice(self.records)}"
        found = self._ask("get", "GET", path)
        if found is not None:
            self._ask("update", "PUT", path, {"values": self._values()}, If_Match=f'"{found.version}"')
        return None

    def _submit(self) -> None:
        self._ask("submit", "POST", "/v1/runs", {"form_id": self.form_id, "values": self._values()})

    def _decide(self) -> None:
        found = self._ask("todos", "GET", "/v1/todos")
        cards = found.body["items"] if found is not None else []
        for card in cards[:2]:
            decision = "reject" if self.dice.random() < 0.1 else "approve"
            path = f"/v1/runs/{card['run_id']}/tasks/{card['task_id']}/decide"
            self._ask(
                "decide", "POST", path, {"decision": decision, "opinion": "同意" if decision == "approve" else "太贵"}
            )

    def _sign_in(self) -> None:
        body = {"email": self.person.email, "password": self.person.password}
        self._ask("sign_in", "POST", "/v1/session", body)
