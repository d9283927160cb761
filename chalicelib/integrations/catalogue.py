"""The published event types, read from the contexts' `schemas/events/<Fact>.json`.

The file of a type is the schema of its `data`; adding the file publishes the type. `"x-internal": true` keeps a fact
of plumbing out. Contexts whose events name people who did not ask to be named (identity, directory) are not published.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..edge import schemas

PUBLISHED = ("flows", "forms", "tenancy", "integrations")

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class EventType:
    """`schema` is of the event's `data`; `titles` name the type to people, by language."""

    name: str
    version: int
    titles: dict[str, str]
    schema: dict[str, Any]


@cache
def event_types() -> tuple[EventType, ...]:
    """Every published type, sorted by name."""
    found = []
    for context in PUBLISHED:
        for path in sorted((_ROOT / context / "schemas" / "events").glob("*.json")):
            schema = schemas.load(f"{context}/events/{path.stem}")
            if not schema.get("x-internal", False):
                found.append(_event_type(f"{context}.{path.stem}", schema))
    return tuple(sorted(found, key=lambda event_type: event_type.name))


@cache
def known_types() -> frozenset[str]:
    return frozenset(event_type.name for event_type in event_types())


def _event_type(name: str, schema: dict[str, Any]) -> EventType:
    titles = {"en": schema["title"], "zh-CN": schema["x-title-zh-CN"]}
    shown = {key: value for key, value in schema.items() if not key.startswith("x-")}
    return EventType(name, int(schema.get("x-version", 1)), titles, shown)
