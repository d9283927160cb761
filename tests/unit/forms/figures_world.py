"""Customers with roll-ups and their orders over a table in memory: the real stores, domain and services of roll-ups,
with events that the test delivers as it likes, and a figure of its own to hold theirs against.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from chalicelib.forms import row_keys
from chalicelib.forms.domain.definition import Definition, Form, read_definition
from chalicelib.forms.domain.fields import Locale, Moment
from chalicelib.forms.domain.records import Record, title_of
from chalicelib.forms.domain.rollups.figures import counted, of_new_record
from chalicelib.forms.domain.values import canonical_values
from chalicelib.forms.service.ports import Company, FormStore
from chalicelib.forms.service.recounting import Recounting
from chalicelib.forms.service.rollups import Rollups
from chalicelib.forms.store.records import RecordRepository
from chalicelib.forms.store.rollups import RollupRepository
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import Change, Expect, Key, Row, UnitOfWork

from .made import CNY, doc, formula

TENANT, CUSTOMERS, ORDERS = "t" * 26, "c" * 26, "d" * 26
BEGAN = datetime(2026, 12, 1, 8, tzinfo=UTC)
STAGES = ("open", "done")


class Died(Exception):
    """The function ended here."""


@dataclass
class MemoryTable:
    """A table that keeps what DynamoDB would: conditional transactions, partitions in the order of their sort keys."""

    rows: dict[Key, Row] = field(default_factory=dict)

    def get(self, work: UnitOfWork, key: Key) -> Row | None:
        return self.get_many(work, [key])[key]

    def get_many(self, work: UnitOfWork, keys: Any) -> dict[Key, Row | None]:
        found: dict[Key, Row | None] = {}
        for key in keys:
            own, row = work.written(TENANT, key)
            if not own:
                row = work.read.setdefault((TENANT, key), self.rows.get(key))
            found[key] = row
        return found

    def _of(self, partition: str) -> list[Row]:
        return sorted(
            (row for key, row in self.rows.items() if key.partition == partition), key=lambda row: row.key.sort
        )

    def query(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        newest_first: bool = False,
        limit: int = 20,
        **_: Any,
    ) -> Page[Row]:
        found = [row for row in self._of(partition) if row.key.sort.startswith(prefix)]
        return Page(tuple((found[::-1] if newest_first else found)[:limit]))

    def stretch(self, work: UnitOfWork, partition: str, *, after: str | None = None, limit: int = 100, **_: Any) -> Any:
        found = [row for row in self._of(partition) if after is None or row.key.sort > after][:limit]
        return SimpleNamespace(rows=tuple(found), last=found[-1].key.sort if len(found) == limit else None)

    def every(self, work: UnitOfWork, partition: str) -> list[Row]:
        return self._of(partition)

    def commit(self, work: UnitOfWork) -> None:
        """Raises Contended."""
        work.settle()
        if any(not self._holds(change) for change in work.changes):
            raise Contended()
        for change in work.changes:
            before = self.rows.get(change.key)
            if change.check_only:
                continue
            if change.doc is None:
                self.rows.pop(change.key, None)
            else:
                version = before.version + 1 if before else 1
                self.rows[change.key] = Row(change.key, change.kind, change.doc, version)

    def _holds(self, change: Change) -> bool:
        row = self.rows.get(change.key)
        if change.expect is Expect.ABSENT:
            return row is None
        return change.expect is Expect.ANY or (row is not None and row.version == change.version)


def definitions() -> dict[str, Definition]:
    def rolled(identity: str, function: str, of: str = "", **more: Any) -> dict[str, Any]:
        source = {"source": sources[of]} if of else {}
        made = {"form": ORDERS, "link": "customer", "function": function, "since": 1, **({"of": of} if of else {})}
        return doc(identity, "rollup", {**made, **source, **more})

    money, text = {"type": "money", "options": CNY}, {"type": "text", "options": {}}
    sources = {
        "amount": money, "product": text, "name": text, "lines.pieces": {"type": "number", "options": {}},
    }  # fmt: skip
    done = {"field": "stage", "op": "eq", "value": "done"}
    customers = [
        doc("name", "text"),
        doc("credit", "money", CNY),
        rolled("orders", "count", indexed=True) | {"indexed": True},
        rolled("sum", "sum", "amount") | {"indexed": True},
        rolled("done", "sum", "amount", where=done),
        rolled("mean", "avg", "amount"),
        rolled("least", "min", "amount"),
        rolled("most", "max", "amount"),
        rolled("kinds", "distinct", "product"),
        rolled("last", "last", "name", by="day"),
        rolled("pieces", "sum", "lines.pieces"),
        formula("free", "credit - sum", "money", **CNY) | {"indexed": True},
    ]
    orders = [
        doc("name", "text"),
        doc("customer", "link", {"forms": [CUSTOMERS]}),
        doc("amount", "money", CNY),
        doc("stage", "choice", {"choices": [{"value": each} for each in STAGES]}),
        doc("product", "text"),
        doc("day", "date"),
        doc("lines", "lines", {"columns": [doc("pieces", "number")]}),
    ]
    for each in customers:
        each["options"].pop("indexed", None)
    made = {CUSTOMERS: ("Customers", customers), ORDERS: ("Orders", orders)}
    return {form_id: read_definition({"name": name, "fields": fields}) for form_id, (name, fields) in made.items()}


DEFINITIONS = definitions()


class Forms:
    def form(self, work: UnitOfWork, form_id: str) -> Form:
        return Form(form_id, 1, DEFINITIONS[form_id])


class Somewhere:
    """The company: only its zone and language are asked."""

    def zone(self, work: UnitOfWork) -> Any:
        return UTC

    def language(self, work: UnitOfWork) -> str:
        return "en"


@dataclass
class World:
    """`between` is called between what a unit of work reads and its commit; it may change the table, or raise Died."""

    between: Callable[[], None] = lambda: None
    table: MemoryTable = field(default_factory=MemoryTable)
    told: list[tuple[str, str]] = field(default_factory=list)
    clock: int = 0

    def __post_init__(self) -> None:
        def table() -> Any:
            return self.table

        forms, company = cast(FormStore, Forms()), cast(Company, Somewhere())
        self.records = RecordRepository(table, lambda _, form_id: DEFINITIONS[form_id])
        self.rows = RollupRepository(table)
        self.rollups = Rollups(forms, self.records, self.rows, company)
        self.recounting = Recounting(forms, self.records, self.rows, self.rollups, self.apart)
        opening = self.work()
        self.rows.declare(opening, CUSTOMERS, [], list(_rollups()))
        self.table.commit(opening)

    def work(self) -> UnitOfWork:
        self.clock += 1
        return UnitOfWork(system_actor(TENANT), BEGAN + timedelta(milliseconds=self.clock))

    def apart(self, work: UnitOfWork, body: Callable[[UnitOfWork], bool]) -> bool:
        """As `edge.apart`, with `between` before each commit."""
        while True:
            own = self.work()
            result = body(own)
            self.between()
            try:
                self.table.commit(own)
            except Contended:
                continue
            self.told += [(each.data["record_id"], each.data["form_id"]) for each in own.events]
            return result

    def settle(self, record_id: str, form_id: str) -> None:
        self.recounting.settle(self.work(), record_id, form_id)

    # -- what people do, each in one transaction

    def save(self, form_id: str, raw: Mapping[str, Any], record: Record | None = None) -> Record:
        """A new record, or all values of one anew; tells of it."""
        work, definition = self.work(), DEFINITIONS[form_id]
        new = record is None
        if record is None:
            now = work.at
            record = Record(new_ordered_id(work.now), form_id, 1, {}, "active", "", now, "", now, state_at=now)
            kept = counted(definition, form_id, of_new_record(definition, form_id))[0]
        else:
            record = self.records.get(work, record.id)
            kept = {name: record.values[name] for name in record.beside if name in record.values}

        def fill(values: dict[str, Any]) -> tuple[()]:
            values.update({each.id: kept[each.id] for each in definition.rollups if each.id in kept})
            return ()

        values = canonical_values(definition, raw, Moment(work.now, UTC), fill=fill)
        title = title_of(definition, values, Locale("en", UTC))
        after = replace(record, values=values, title=title, updated_at=work.at)
        self.records.save(work, after, definition, None if new else record)
        self._commit(work, record)
        return after

    def delete(self, record: Record) -> None:
        work = self.work()
        self.records.delete(work, self.records.get(work, record.id))
        self._commit(work, record)

    def restore(self, record: Record) -> None:
        work = self.work()
        before = self.records.get(work, record.id)
        self.records.save(work, replace(before, deleted=None), DEFINITIONS[record.form_id], before)
        self._commit(work, record)

    def _commit(self, work: UnitOfWork, record: Record) -> None:
        self.table.commit(work)
        self.told.append((record.id, record.form_id))

    # -- what there is to see

    def values(self, record_id: str) -> dict[str, Any]:
        return dict(self.records.get(self.work(), record_id).values)

    def entries(self, record_id: str) -> list[tuple[str, dict[str, Any]]]:
        """(order, values) of each list entry of the form's lists."""
        found = []
        for key, row in self.table.rows.items():
            if row.kind == "record_entry" and row.doc["id"] == record_id:
                found.append((f"{key.partition} {key.sort}", row.doc["values"]))
        return found

    def orders_of(self, customer_id: str) -> Iterator[Record]:
        for key in list(self.table.rows):
            if key.sort == "state" and key.partition.startswith("record#"):
                record = self.records.get(self.work(), key.partition.partition("#")[2])
                if record.form_id == ORDERS and not record.deleted and record.values.get("customer") == customer_id:
                    yield record

    def reckoned(self, customer_id: str, credit: str) -> dict[str, Any]:
        """What the customer must show: added up by the test, from the orders as they are."""
        orders = sorted(self.orders_of(customer_id), key=lambda each: each.id)
        amounts = [Decimal(each.values["amount"]) for each in orders if "amount" in each.values]
        ended = [each for each in orders if each.values.get("stage") == "done"]
        done = [Decimal(each.values["amount"]) for each in ended if "amount" in each.values]
        dated = [(each.values["day"], each.id, each.values["name"]) for each in orders if "day" in each.values]
        pieces = [Decimal(row["pieces"]) for each in orders for row in each.values.get("lines", ()) if "pieces" in row]
        found = {
            "credit": credit,
            "orders": str(len(orders)),
            "sum": cents(sum(amounts, Decimal(0))),
            "done": cents(sum(done, Decimal(0))),
            "mean": cents(sum(amounts, Decimal(0)) / len(amounts)) if amounts else None,
            "least": cents(min(amounts)) if amounts else None,
            "most": cents(max(amounts)) if amounts else None,
            "kinds": str(len({each.values["product"].lower() for each in orders if "product" in each.values})),
            "last": max(dated)[2] if dated else None,
            "pieces": str(sum(pieces, Decimal(0))),
            "free": cents(Decimal(credit) - sum(amounts, Decimal(0))),
        }
        return {name: value for name, value in found.items() if value is not None}


def cents(number: Decimal) -> str:
    return str(number.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP"))


def _rollups() -> Iterator[Any]:
    from chalicelib.forms.domain.rollups.declared import rollups_of

    return rollups_of(CUSTOMERS, DEFINITIONS[CUSTOMERS])


__all__ = ["CUSTOMERS", "ORDERS", "STAGES", "Died", "World", "row_keys"]
