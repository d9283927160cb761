"""A table with too much to do: it throttles a fifth of all calls, and a tenth of all transactions meet a conflict."""

import random
from typing import Any

from .outside import Reply
from .rows import cancelled

THROTTLED, IN_CONFLICT = 0.2, 0.1
READS = ("GetItem", "BatchGetItem", "Query", "TransactGetItems", "Scan")


class Inconsistent(BaseException):
    """A read that may be stale. No `except Exception` may hide it."""


class Busy:
    """Put before a table as `wire.watch`. Counts what it sees, and refuses every read that is not consistent."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.calls = self.reads = self.transactions = self.throttled = self.conflicts = 0

    def watch(self, operation: str, body: dict[str, Any]) -> Reply | None:
        self.calls += 1
        if operation in READS:
            self._check(operation, body)
        if self._chance.random() < THROTTLED:
            self.throttled += 1
            code = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
            return 400, {"__type": code, "message": "slow down"}
        if operation == "TransactWriteItems":
            self.transactions += 1
            if self._chance.random() < IN_CONFLICT:
                self.conflicts += 1
                return self._conflict(body["TransactItems"])
        return None

    def _check(self, operation: str, body: dict[str, Any]) -> None:
        self.reads += 1
        asked = next(iter(body["RequestItems"].values())) if operation == "BatchGetItem" else body
        if operation in ("Scan", "TransactGetItems") or "IndexName" in asked or asked.get("ConsistentRead") is not True:
            raise Inconsistent(operation, body)

    def _conflict(self, items: list[Any]) -> Reply:
        """One of its rows is being written by another transaction."""
        reasons: list[dict[str, Any]] = [{"Code": "None"} for _ in items]
        reasons[self._chance.randrange(len(items))] = {"Code": "TransactionConflict"}
        return cancelled(reasons)
