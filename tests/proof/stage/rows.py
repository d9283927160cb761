"""DynamoDB as the product uses it: five operations, three conditions, all reads consistent; a scan for our own checks.

Held to the double of the other tests by `test_stage.py`. A repeated ClientRequestToken is not recognised, as there:
the harder case, because our own success then looks like a lost race.
"""

import re
import threading
from collections.abc import Iterator
from typing import Any

Item = dict[str, Any]
Kept = dict[str, dict[str, Item]]
Reply = tuple[int, dict[str, Any]]

_BETWEEN = re.compile(r"\(#\d+ = :(\d+) AND #\d+ BETWEEN :(\d+) AND :(\d+)\)\Z")
_BEGINS = re.compile(r"\(#\d+ = :(\d+) AND begins_with \(#\d+, :(\d+)\)\)\Z")
_BOUND = re.compile(r"\(#\d+ = :(\d+) AND #\d+ (<=|>=) :(\d+)\)\Z")
_EQUALS = re.compile(r"#\d+ = :(\d+)\Z")
LAST = "\U0010ffff"


class Unknown(BaseException):
    """The product asks for what this double does not know. No `except Exception` may hide it."""


class Rows:
    """`items` by partition and sort key. `reads` keeps what each read asked for beside its keys."""

    def __init__(self) -> None:
        self.items: Kept = {}
        self.lock = threading.Lock()
        self.writes = 0

    # -- for the tests

    def keep(self) -> Kept:
        return {partition: dict(items) for partition, items in self.items.items()}

    def put_back(self, kept: Kept) -> None:
        self.items = {partition: dict(items) for partition, items in kept.items()}

    def every(self, prefix: str = "") -> Iterator[Item]:
        for partition in sorted(each for each in self.items if each.startswith(prefix)):
            yield from (self.items[partition][sort] for sort in sorted(self.items[partition]))

    def expire(self, now_seconds: float) -> None:
        """What the time-to-live does in its own time: rows whose `ttl` has passed are gone."""
        for partition, items in list(self.items.items()):
            left = {
                sort: item for sort, item in items.items() if float(item.get("ttl", {"N": "inf"})["N"]) > now_seconds
            }
            if left:
                self.items[partition] = left
            else:
                del self.items[partition]

    def drop(self, key: Item) -> None:
        """The row of this key, or of this item."""
        items = self.items.get(key["pk"]["S"], {})
        items.pop(key["sk"]["S"], None)
        if not items:
            self.items.pop(key["pk"]["S"], None)

    # -- the operations

    def answer(self, operation: str, body: dict[str, Any]) -> Reply:
        doing = {
            "BatchGetItem": self._batch_get,
            "GetItem": self._get_item,
            "Query": self._query,
            "DeleteItem": self._delete,
            "TransactWriteItems": self._transact,
        }
        with self.lock:
            return doing[operation](body)

    def _get(self, key: Item) -> Item | None:
        return self.items.get(key["pk"]["S"], {}).get(key["sk"]["S"])

    def _batch_get(self, body: dict[str, Any]) -> Reply:
        ((name, asked),) = body["RequestItems"].items()
        found = [item for key in asked["Keys"] if (item := self._get(key)) is not None]
        return 200, {"Responses": {name: found}, "UnprocessedKeys": {}}

    def _get_item(self, body: dict[str, Any]) -> Reply:
        item = self._get(body["Key"])
        return 200, {"Item": item} if item is not None else {}

    def _query(self, body: dict[str, Any]) -> Reply:
        partition, low, high = _range(body["KeyConditionExpression"], body["ExpressionAttributeValues"])
        items = self.items.get(partition, {})
        forward = body.get("ScanIndexForward", True)
        sorts = sorted((sort for sort in items if low <= sort <= high), reverse=not forward)
        if "ExclusiveStartKey" in body:
            after = body["ExclusiveStartKey"]["sk"]["S"]
            sorts = [sort for sort in sorts if (sort > after if forward else sort < after)]
        page = sorts[: body.get("Limit", len(sorts))]
        reply: dict[str, Any] = {"Items": [items[sort] for sort in page], "Count": len(page)}
        if "Limit" in body and len(page) == body["Limit"]:
            reply["LastEvaluatedKey"] = {"pk": {"S": partition}, "sk": {"S": page[-1]}}
        return 200, reply

    def _delete(self, body: dict[str, Any]) -> Reply:
        self.drop(body["Key"])
        return 200, {}

    def _transact(self, body: dict[str, Any]) -> Reply:
        actions = [next(iter(item.items())) for item in body["TransactItems"]]
        fits = [self._fits(action) for _, action in actions]
        if not all(fits):
            reasons = [{"Code": "None"} if fit else {"Code": "ConditionalCheckFailed"} for fit in fits]
            return cancelled(reasons)
        for name, action in actions:
            if name == "Put":
                item = action["Item"]
                self.items.setdefault(item["pk"]["S"], {})[item["sk"]["S"]] = item
            elif name == "Delete":
                self.drop(action["Key"])
        self.writes += 1
        return 200, {}

    def _fits(self, action: dict[str, Any]) -> bool:
        condition = action.get("ConditionExpression")
        if condition is None:
            return True
        item = self._get(action.get("Key") or action["Item"])
        if condition == "attribute_not_exists(pk)":
            return item is None
        if condition == "attribute_exists(pk)":
            return item is not None
        if condition == "v = :v":
            return item is not None and item["v"] == action["ExpressionAttributeValues"][":v"]
        raise Unknown(condition)


def cancelled(reasons: list[dict[str, Any]]) -> Reply:
    kind = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException"
    return 400, {"__type": kind, "Message": "Transaction cancelled", "CancellationReasons": reasons}


def _range(condition: str, values: dict[str, Any]) -> tuple[str, str, str]:
    """Partition, and the inclusive range of the sort key."""

    def value(number: str) -> str:
        return str(values[f":{number}"]["S"])

    if found := _EQUALS.match(condition):
        return value(found[1]), "", LAST
    if found := _BEGINS.match(condition):
        return value(found[1]), value(found[2]), value(found[2]) + LAST
    if found := _BETWEEN.match(condition):
        return value(found[1]), value(found[2]), value(found[3])
    if found := _BOUND.match(condition):
        bound = value(found[3])
        return (value(found[1]), "", bound) if found[2] == "<=" else (value(found[1]), bound, LAST)
    raise Unknown(condition)
