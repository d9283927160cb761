"""The published event types, read from the contexts' `schemas/events/<Fact>.v<version>.json`.

The file of a type is the schema of its `data`; adding the file publishes the type, with `title` and `x-title-zh-CN` as
its names. `"x-internal": true` keeps a fact of plumbing out. Only contexts that declare so
(`publishes_events`) are published.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..edge import schemas
from ..kernel.contexts import declared

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
    """Every published type in its newest version, sorted by name."""
    newest: dict[str, EventType] = {}
    for context in (each.name for each in declared() if each.publishes_events):
        for path in (_ROOT / context / "schemas" / "events").glob("*.json"):
            schema = schemas.load(f"{context}/events/{path.stem}")
            fact, _, version = path.stem.partition(".v")
            found = EventType(f"{context}.{fact}", int(version), _titles(schema), _shown(schema))
            known = newest.get(found.name)
            if not schema.get("x-internal", False) and (known is None or known.version < found.version):
                newest[found.name] = found
    return tuple(newest[name] for name in sorted(newest))


@cache
def known_types() -> frozenset[str]:
    return frozenset(event_type.name for event_type in event_types())


def _titles(schema: dict[str, Any]) -> dict[str, str]:
    return {"en": schema["title"], "zh-CN": schema["x-title-zh-CN"]}


def _shown(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if not key.startswith("x-")}
