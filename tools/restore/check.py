"""`python -m tools.restore.check <table>`: every rule over every row of a table, with the credentials of the shell.

It reads the whole table, strongly consistent, and writes nothing.
"""

import sys
from collections.abc import Iterator
from typing import Any

import boto3

from .invariants import Fault, Rows, faults_of

SHOWN = 50


def items(dynamodb: Any, table: str) -> Iterator[dict[str, Any]]:
    for page in dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True):
        yield from page["Items"]


def faults(dynamodb: Any, table: str) -> list[Fault]:
    return faults_of(items(dynamodb, table))


def rows(dynamodb: Any, table: str) -> Rows:
    return Rows.read(items(dynamodb, table))


def main() -> int:
    found = faults(boto3.client("dynamodb"), sys.argv[1])
    for fault in found[:SHOWN]:
        print(fault)
    print(f"{len(found)} faults in {sys.argv[1]}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
