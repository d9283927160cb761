"""Names that people read, as forms hold them: one text, or one for each language."""

from typing import Any

from ...kernel.languages import Label, label_text

__all__ = ["LABEL_SCHEMA", "Label", "label_text"]

LABEL_SCHEMA: dict[str, Any] = {"$ref": "banli:forms/label"}


def label_texts(label: Label) -> tuple[str, ...]:
    """In every language that there is."""
    return (label,) if isinstance(label, str) else tuple(label.values())
