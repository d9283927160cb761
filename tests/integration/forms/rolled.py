"""A customer and what is rolled up of its orders and follow-ups; the bus and the jobs, by hand."""

import json
from dataclasses import dataclass, field
from typing import Any

from app import roll_up, tend_forms

from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .linked import form, link, rows
from .quote import CNY, Desk, formula
from .quote import field as plain

COUNTED = ("forms.Record", "forms.FiguresChanged")
BIG = {"field": "@state", "op": "eq", "value": "active"}


def rollup(identity: str, child: Desk, function: str, of: str = "", *, via: str = "customer", **more: Any) -> Any:
    made: dict[str, Any] = {name: more.pop(name) for name in ("where", "by") if name in more}
    made |= {"form": child.form_id, "link": via, "function": function, **({"of": of} if of else {})}
    return plain(identity, "rollup", more.pop("name", identity), options=made, **more)


@dataclass
class Bus:
    """Delivers what waits in the outbox, each event once, in the order told or another."""

    company: Company
    seen: set[str] = field(default_factory=set)

    def waiting(self) -> list[dict[str, Any]]:
        found = [each for each in self.company.cloud.events() if each["type"].startswith(COUNTED)]
        return [each for each in found if each["id"] not in self.seen]

    def deliver(self, envelopes: list[dict[str, Any]]) -> None:
        for envelope in envelopes:
            body = {"Records": [{"messageId": "1", "body": json.dumps({"detail": envelope})}]}
            assert roll_up(body, None) == {"batchItemFailures": []}
            self.seen.add(envelope["id"])

    def settle(self) -> int:
        """Everything that is told, and what is told because of it; how many events there were."""
        before = len(self.seen)
        while found := self.waiting():
            self.deliver(found)
        return len(self.seen) - before

    def tend(self) -> None:
        """The upkeep of what was published last, with the jobs that it starts."""
        published = [each for each in self.company.cloud.events() if each["type"] == "forms.FormPublished"]
        body = {"Records": [{"messageId": "1", "body": json.dumps({"detail": published[-1]})}]}
        assert tend_forms(body, None) == {"batchItemFailures": []}
        work_off_jobs(self.company.cloud)


@dataclass
class Sales:
    """Customers with a limit of credit; orders with an amount, lines and a stage; the bus between them."""

    company: Company
    customers: Desk
    orders: Desk
    bus: Bus

    @classmethod
    def open(cls, company: Company) -> "Sales":
        customers = Desk.open(company, form("Customers", *customer_fields(), title="{name}"))
        orders = Desk.open(company, form("Orders", *order_fields(customers), title="{name}"))
        sales = cls(company, customers, orders, Bus(company))
        answer = customers.republish(sales.definition(*sales.figures()))
        assert answer.status == 200, answer.body
        return sales

    def definition(self, *figures: dict[str, Any], **more: Any) -> dict[str, Any]:
        listed = ["name", *(each["id"] for each in figures)]
        return form("Customers", *customer_fields(), *figures, **{"title": "{name}", "list": listed, **more})

    def figures(self) -> list[dict[str, Any]]:
        done = {"field": "stage", "op": "eq", "value": "done"}
        return [
            rollup("orders", self.orders, "count", indexed=True),
            rollup("sum", self.orders, "sum", "amount", indexed=True),
            rollup("done", self.orders, "sum", "amount", where=done),
            rollup("mean", self.orders, "avg", "amount"),
            rollup("least", self.orders, "min", "amount"),
            rollup("most", self.orders, "max", "amount"),
            rollup("kinds", self.orders, "distinct", "product"),
            rollup("last", self.orders, "last", "name", by="day"),
            rollup("first", self.orders, "first", "name", by="day"),
            rollup("pieces", self.orders, "sum", "lines.pieces"),
            formula("free", "free", "credit - sum", "money", indexed=True),
        ]

    def customer(self, name: str = "华东", credit: str = "1000") -> dict[str, Any]:
        return self.customers.filled({"name": name, "credit": credit})

    def order(self, customer: dict[str, Any], amount: str = "100", **more: Any) -> dict[str, Any]:
        values = {"name": amount, "customer": customer["id"], "amount": amount, "stage": "open", **more}
        return self.orders.filled(values)

    def record(self, customer: dict[str, Any]) -> dict[str, Any]:
        answer = self.company.boss.get(f"/v1/records/{customer['id']}")
        assert answer.status == 200, answer.body
        found: dict[str, Any] = answer.body
        return found

    def values(self, customer: dict[str, Any]) -> dict[str, Any]:
        """What the record shows, once everything that was told has arrived."""
        self.bus.settle()
        found: dict[str, Any] = self.record(customer)["values"]
        return found

    def entries(self, customer: dict[str, Any]) -> list[dict[str, Any]]:
        """Its list entries, in whatever list they stand."""
        return [doc for (_, _), doc in rows(self.company, "record_entry").items() if doc["id"] == customer["id"]]


def customer_fields() -> list[dict[str, Any]]:
    return [plain("name", "text", "name"), plain("credit", "money", "credit", options=CNY)]


def order_fields(customers: Desk) -> list[dict[str, Any]]:
    stages = [{"value": each, "name": each} for each in ("open", "done")]
    return [
        plain("name", "text", "name"),
        link("customer", customers.form_id),
        plain("amount", "money", "amount", options=CNY),
        plain("stage", "choice", "stage", options={"choices": stages}),
        plain("product", "text", "product"),
        plain("day", "date", "day"),
        plain("lines", "lines", "lines", options={"columns": [plain("pieces", "number", "pieces")]}),
    ]
