"""Names that people type: one spelling for one name."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from ...kernel.errors import FieldError
from .errors import DirectoryInvalid


def clean(text: str, path: str = "/name") -> str:
    """NFC, outer spaces gone, inner ones single. Raises DirectoryInvalid if blank or with control characters."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or any(unicodedata.category(char) in ("Cc", "Cs") for char in name):
        raise DirectoryInvalid(fields=[FieldError.of(path, "name_invalid")])
    return name


def with_clean_name(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """`wanted` with its `name`, if it has one, cleaned. Raises DirectoryInvalid."""
    return {**wanted, "name": clean(wanted["name"])} if "name" in wanted else dict(wanted)
