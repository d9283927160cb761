"""Numbers that stand beside a row's document and are added to, so that many may change one row without reading it last.

The table adds by itself and exactly: its numbers have 38 digits. A condition of DynamoDB compares an attribute with a
value and cannot reckon, so what an amount may come to is told as what it may have been before.
"""

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

from ..kernel.money import to_wire
from ..kernel.unit_of_work import Change

PREFIX = "n_"
"""Before the name of an amount, so that it is none of the attributes that every row has."""
_EXACT = Context(prec=80)


def stored(amounts: Mapping[str, Decimal]) -> dict[str, Any]:
    """The attributes of a new row."""
    return {PREFIX + name: {"N": to_wire(amount)} for name, amount in amounts.items()}


def read(item: Mapping[str, Any]) -> dict[str, Decimal]:
    return {name[len(PREFIX) :]: Decimal(value["N"]) for name, value in item.items() if name.startswith(PREFIX)}


def addition(change: Change, op: str) -> dict[str, Any]:
    """What an update of the row says, beside its table and key."""
    values = {":one": {"N": "1"}, ":op": {"S": op}}
    conditions, additions = ["attribute_exists(pk)"], ["v :one"]
    for at, (name, amount) in enumerate(change.amounts.items()):
        values[f":a{at}"] = {"N": to_wire(amount)}
        additions.append(f"{PREFIX}{name} :a{at}")
    for at, (name, most) in enumerate(change.most.items()):
        before = _EXACT.subtract(most, change.amounts.get(name, Decimal(0)))
        values[f":m{at}"] = {"N": to_wire(before)}
        conditions.append(f"{PREFIX}{name} <= :m{at}")
    return {
        "UpdateExpression": f"SET op = :op ADD {', '.join(additions)}",
        "ConditionExpression": " AND ".join(conditions),
        "ExpressionAttributeValues": values,
    }
