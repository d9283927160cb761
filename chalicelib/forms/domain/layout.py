"""What is wrong with the layout of a definition, how the page arranges the fields. What no part names stands first."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...kernel.errors import FieldError
from .labels import label_texts

TAB, TEXT = "tab", "text"


def layout_faults(doc: Mapping[str, Any]) -> Iterator[FieldError]:
    """Of a definition that satisfies its schema; paths `/layout/parts/0/fields/2`."""
    known = {field["id"] for field in doc["fields"]}
    shown: set[str] = set()
    ids: set[str] = set()
    for index, part in enumerate(doc.get("layout", {}).get("parts", ())):
        here = f"/layout/parts/{index}"
        if part["id"] in ids:
            yield FieldError.of(f"{here}/id", "duplicate_id", id=part["id"])
        ids.add(part["id"])
        if not part.get("name") and (part["kind"] == TAB or part.get("collapsed")):
            yield FieldError.of(f"{here}/name", "layout_name_missing")
        if part["kind"] == TEXT:
            if not any(text.strip() for text in label_texts(part.get("text", ""))):
                yield FieldError.of(f"{here}/text", "layout_text_missing")
            if part.get("fields"):
                yield FieldError.of(f"{here}/fields", "layout_text_fields")
        for place, name in enumerate(part.get("fields", ())):
            if name not in known:
                yield FieldError.of(f"{here}/fields/{place}", "layout_field_missing", id=name)
            elif name in shown:
                yield FieldError.of(f"{here}/fields/{place}", "layout_field_twice", id=name)
            shown.add(name)
