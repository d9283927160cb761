"""The fields that a written condition tests."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...conditions.reader import leaves


def tested(condition: Any) -> Iterator[Mapping[str, Any]]:
    """Its tests, of any JSON value: a draft may be unfinished, and earlier releases wrote a list of tests."""
    return leaves({"all": condition} if isinstance(condition, list) else condition)


def tested_fields(condition: Any) -> Iterator[str]:
    return (str(test["field"]) for test in tested(condition))
