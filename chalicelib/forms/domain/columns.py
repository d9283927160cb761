"""The columns of a field in a definition as it is written."""

from collections.abc import Mapping
from typing import Any


def columns_of(field: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Those of a field that holds rows. Of a draft, too: what is no column is left out; another type may call something
    else its columns.
    """
    columns = field.get("options", {}).get("columns", ())
    return [each for each in columns if isinstance(each, Mapping)] if isinstance(columns, list) else []
