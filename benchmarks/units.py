"""Request units of recorded calls, by DynamoDB's published rules: 4 KB a strong read unit, 1 KB a write unit, a
transactional write twice. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
"""

import json
import math
from typing import Any

from .replay import Exchange

Sizes = dict[tuple[str, str], int]
"""Bytes of the rows that were written, by key: deleting or replacing a row costs by its size."""


def item_bytes(item: dict[str, Any]) -> int:
    """Size of an item on the wire's attribute format: names and values, UTF-8."""
    total = 0
    for name, value in item.items():
        kind, content = next(iter(value.items()))
        total += len(name.encode()) + (len(str(content).encode()) if kind != "N" else len(str(content)) // 2 + 1)
    return total


def units(exchanges: list[Exchange], sizes: Sizes | None = None) -> tuple[float, float]:
    """(read units, write units) of the calls. `sizes` is what earlier calls wrote, and learns what these write."""
    known = {} if sizes is None else sizes
    read = write = 0.0
    for exchange in exchanges:
        body = json.loads(exchange.body or b"{}")
        if exchange.operation == "BatchGetItem":
            asked = sum(len(table["Keys"]) for table in exchange.params["RequestItems"].values())
            found = [item for items in body["Responses"].values() for item in items]
            read += sum(_blocks(item_bytes(item), 4096) for item in found) + asked - len(found)
        elif exchange.operation == "Query":
            read += _blocks(sum(item_bytes(item) for item in body["Items"]), 4096)
        elif exchange.operation == "GetItem":
            read += _blocks(item_bytes(body.get("Item", {})), 4096)
        elif exchange.operation == "TransactWriteItems":
            write += sum(2 * _action(action, known) for action in exchange.params["TransactItems"])
        elif exchange.operation == "DeleteItem":
            write += _action({"Delete": exchange.params}, known)
        else:
            raise ValueError(f"no rule for {exchange.operation}")
    return read, write


def _action(action: dict[str, Any], known: Sizes) -> int:
    (body,) = action.values()
    item = body.get("Item", {})
    key = body.get("Key", item)
    size = item_bytes(item)
    where = (key["pk"]["S"], key["sk"]["S"])
    before = known.pop(where, 0) if "Delete" in action else known.get(where, 0)
    if "Put" in action:
        known[where] = size
    return _blocks(max(size, before), 1024)


def _blocks(size: int, block: int) -> int:
    return max(1, math.ceil(size / block))
