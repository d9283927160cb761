"""Names that people type: one spelling for one name."""

from collections.abc import Mapping
from typing import Any

from ...kernel.errors import FieldError
from ...kernel.names import clean_name
from .errors import DirectoryInvalid


def clean(text: str, path: str = "/name") -> str:
    """Raises DirectoryInvalid if it is no name."""
    name = clean_name(text)
    if not name:
        raise DirectoryInvalid(fields=[FieldError.of(path, "name_invalid")])
    return name


def with_clean_name(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """`wanted` with its `name`, if it has one, cleaned. Raises DirectoryInvalid."""
    return {**wanted, "name": clean(wanted["name"])} if "name" in wanted else dict(wanted)
