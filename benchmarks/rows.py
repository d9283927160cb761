"""Very many list entries without paying for their requests: copies of a real one, put into the double's memory."""

from copy import deepcopy
from typing import Any

import boto3
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb import dynamodb_backends

from chalicelib.kernel.ids import new_id
from tests.cloud import REGION, TABLE


def multiply(form_id: str, field: str, count: int) -> None:
    """`count` more entries in the index of `field`, each like the first one but for its record."""
    rows = boto3.client("dynamodb").scan(TableName=TABLE)["Items"] if count else []
    model = next(row for row in rows if row["pk"]["S"].endswith(f"#ix#{form_id}#{field}"))
    store: Any = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[TABLE]
    value = model["sk"]["S"].rsplit("#", 1)[0]
    for _ in range(count):
        copy = deepcopy(model)
        copy["sk"] = {"S": f"{value}#{new_id()}"}
        store.put_item(copy)
