"""The ids in the values of links, changed one by one: to show them, to read what was shown, to take one out."""

from collections.abc import Callable, Mapping
from typing import Any

from .definition import Definition
from .linking import Link, links_of
from .stored import Values

Change = Callable[[Link, str], str | None]
"""What becomes of the id of a link; None takes it out."""
HIDDEN = "hidden:"
"""How that begins which stands for the id of a record that may not be seen."""
MAX_LINKED = 400
"""Different records that one record may be linked to: one row each (`row_keys.child`)."""


def with_ids(definition: Definition, values: Mapping[str, Any], change: Change) -> Values:
    """A copy of values in any shape that a client may send; what is no id of a link stays as it is."""
    changed = dict(values)
    for link in links_of(definition):
        if link.lines:
            rows = changed.get(link.lines)
            if isinstance(rows, list):
                changed[link.lines] = [_changed(link, row, change) if isinstance(row, Mapping) else row for row in rows]
        else:
            changed = _changed(link, changed, change)
    return changed


def merged_ids(definition: Definition, values: Mapping[str, Any], moved: Mapping[str, str]) -> Values:
    """Each id as the record that it stands for now, in a list once."""
    made = with_ids(definition, values, lambda _, value: moved.get(value, value))
    for link in links_of(definition):
        for holder in made.get(link.lines) or () if link.lines else (made,):
            value = holder.get(link.field.id) if isinstance(holder, dict) else None
            if isinstance(value, list) and all(isinstance(each, str) for each in value):
                holder[link.field.id] = list(dict.fromkeys(value))
    return made


def _changed(link: Link, holder: Mapping[str, Any], change: Change) -> Values:
    value = holder.get(link.field.id)
    if value is None:
        return dict(holder)
    if isinstance(value, list):
        made: Any = [found for each in value if (found := _one(link, each, change)) is not None] or None
    else:
        made = _one(link, value, change)
    rest = {name: each for name, each in holder.items() if name != link.field.id}
    return rest if made is None else {**holder, link.field.id: made}


def _one(link: Link, value: Any, change: Change) -> Any:
    return change(link, value) if isinstance(value, str) else value
