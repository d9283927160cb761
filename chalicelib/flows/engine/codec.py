"""A run as JSON and back. Empty values are left out, so that a sign-off of five hundred stays a small row."""

from collections.abc import Mapping
from typing import Any

from .run import Copy, Run, Task, Visit

_NESTED: Mapping[str, type[Task] | type[Copy] | type[Visit]] = {"tasks": Task, "copies": Copy, "visited": Visit}
_NAMES = Run._fields


def to_doc(run: Run) -> dict[str, Any]:
    doc = {name: getattr(run, name) for name in _NAMES}
    for name in _NESTED:
        doc[name] = [_part(each) for each in doc[name]]
    return doc


def from_doc(doc: Mapping[str, Any]) -> Run:
    """Unknown entries are left alone: an older function may read what a newer one wrote."""
    known = {name: doc[name] for name in _NAMES if name in doc}
    for name, kind in _NESTED.items():
        known[name] = tuple(kind(**{key: each[key] for key in kind._fields if key in each}) for each in known[name])
    known["changed"] = tuple(known.get("changed", ()))
    return Run(**known)


def _part(value: Task | Copy | Visit) -> dict[str, Any]:
    defaults = value._field_defaults
    pairs = zip(value._fields, value, strict=True)
    return {name: each for name, each in pairs if name not in defaults or each != defaults[name]}
