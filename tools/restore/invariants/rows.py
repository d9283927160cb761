"""Rows of the table as the rules see them, and what a rule says."""

import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel.unit_of_work import Key


@dataclass(frozen=True, slots=True)
class Stored:
    tenant: str
    key: Key
    kind: str
    doc: dict[str, Any]
    version: int


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` is broken at this key of this tenant; `what` says how."""

    rule: str
    tenant: str
    key: Key
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.tenant} {self.key.partition} / {self.key.sort}: {self.what}"


@dataclass(slots=True)
class Rows:
    by_key: dict[tuple[str, Key], Stored] = field(default_factory=dict)
    by_kind: dict[str, list[Stored]] = field(default_factory=lambda: defaultdict(list))
    by_partition: dict[tuple[str, str], list[Stored]] = field(default_factory=lambda: defaultdict(list))
    unreadable: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, items: Iterable[dict[str, Any]]) -> "Rows":
        rows, now = cls(), time.time()
        for item in items:
            if "ttl" in item and float(item["ttl"]["N"]) <= now:
                continue
            stored = _stored(item)
            if stored is None:
                rows.unreadable.append(str(item.get("pk")) + str(item.get("sk")))
                continue
            rows.by_key[stored.tenant, stored.key] = stored
            rows.by_kind[stored.kind].append(stored)
            rows.by_partition[stored.tenant, stored.key.partition].append(stored)
        return rows

    def get(self, tenant: str, key: Key) -> Stored | None:
        return self.by_key.get((tenant, key))

    def kind(self, kind: str) -> list[Stored]:
        return list(self.by_kind.get(kind, ()))


def _stored(item: dict[str, Any]) -> Stored | None:
    try:
        mark, tenant, partition = item["pk"]["S"].split("#", 2)
        doc, version = json.loads(item["doc"]["S"]), int(item["v"]["N"])
        whole = mark == "T" and len(tenant) == 26 and item["op"]["S"] and version > 0 and isinstance(doc, dict)
        stored = Stored(tenant, Key(partition, item["sk"]["S"]), item["kind"]["S"], doc, version)
    except (KeyError, ValueError, TypeError):
        return None
    return stored if whole else None
