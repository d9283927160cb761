"""Which fields of a form pull values through from linked records, and what they pull."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .definition import Definition
from .fields import Field, type_of
from .link_options import RECORD
from .lookup_options import LIVE
from .stored import Values


@dataclass(frozen=True, slots=True)
class Pull:
    """One pulled-through field. `path` is `region`, or `lines.price` of a column; `lines` the field with the rows, ""
    of a field; `link_path` is that of the link that it goes through, which of a column may be a field of the record.
    """

    path: str
    field: Field
    lines: str
    link: Field
    link_path: str

    @property
    def source(self) -> str:
        """The field of the linked record."""
        return str(self.field.options["from"])

    @property
    def live(self) -> bool:
        return bool(self.field.options["mode"] == LIVE)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that the link leads to."""
        return tuple(self.link.options.get("forms", ()))

    @property
    def by_row(self) -> bool:
        """Whether each row has a link of its own."""
        return "." in self.link_path


@dataclass(frozen=True, slots=True)
class Place:
    """One value to pull. `holder` is the record's values or a row of them, which will hold it; `held` is what it was in
    the store, `{}` of a new one; `target` is the id of the linked record, `before` that of the one linked before.
    """

    pull: Pull
    path: str
    holder: Values
    held: Mapping[str, Any]
    target: str
    before: str

    @property
    def same_link(self) -> bool:
        return bool(self.held) and self.before == self.target


@lru_cache(maxsize=256)
def pulls_of(definition: Definition) -> tuple[Pull, ...]:
    """In the order of the form; what has no link to go through, or pulls nothing, is none."""
    return tuple(_pulls(definition))


def _pulls(definition: Definition) -> Iterator[Pull]:
    for field in definition.fields:
        yield from _pull(field, "", {}, definition.by_id)
        columns = {column.id: column for column in field.columns}
        for column in field.columns:
            yield from _pull(column, field.id, columns, definition.by_id)


def _pull(field: Field, lines: str, columns: Mapping[str, Field], fields: Mapping[str, Field]) -> Iterator[Pull]:
    if not type_of(field).pulls:
        return
    name = str(field.options["link"])
    link = columns.get(name) or fields.get(name)
    if link is not None and type_of(link).refers_to == RECORD:
        link_path = f"{lines}.{name}" if name in columns else name
        yield Pull(f"{lines}.{field.id}" if lines else field.id, field, lines, link, link_path)


def places_of(
    pulls: Sequence[Pull], values: Values, beside: Mapping[str, Any], before: Mapping[str, Any]
) -> Iterator[Place]:
    """Where values are to be pulled to. `beside` has for each row of `values` the stored row that it is, or `{}`;
    `before` are the stored values of the record.
    """
    for pull in pulls:
        name = pull.link.id
        if not pull.lines:
            yield Place(pull, pull.path, values, before, _id(values, name), _id(before, name))
            continue
        rows = values.get(pull.lines, ())
        held = beside.get(pull.lines) or [{}] * len(rows)
        for number, (row, stored) in enumerate(zip(rows, held, strict=True)):
            ours, theirs = (row, stored) if pull.by_row else (values, before)
            path = f"{pull.lines}/{number}/{pull.field.id}"
            yield Place(pull, path, row, stored, _id(ours, name), _id(theirs, name))


def _id(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def set_value(place: Place, value: Any) -> None:
    if value is None:
        place.holder.pop(place.pull.field.id, None)
    else:
        place.holder[place.pull.field.id] = value


def live_sources(definition: Definition) -> dict[str, dict[str, list[str]]]:
    """Of each form whose records are followed, the paths of the links by the field that is pulled through them."""
    found: dict[str, dict[str, list[str]]] = {}
    for pull in pulls_of(definition):
        for form_id in pull.forms if pull.live else ():
            paths = found.setdefault(form_id, {}).setdefault(pull.source, [])
            if pull.link_path not in paths:
                paths.append(pull.link_path)
    return found


def live_needs(definition: Definition) -> dict[str, frozenset[tuple[str, str]]]:
    """Of each computed field, by its path, what it follows: `(form id, path)`, the form "" for one of its own."""
    found: dict[str, frozenset[tuple[str, str]]] = {
        step.path: frozenset(("", each) for each in step.needs) for step in definition.plan.steps
    }
    for pull in pulls_of(definition):
        found[pull.path] = frozenset((form_id, pull.source) for form_id in pull.forms) if pull.live else frozenset()
    return found


def live_cycle(form_id: str, path: str, needs_of: Callable[[str], Mapping[str, frozenset[tuple[str, str]]]]) -> bool:
    """Whether a field follows itself, through whatever forms. `needs_of` answers a form's `live_needs`."""
    start, seen = (form_id, path), set[tuple[str, str]]()
    ahead = [start]
    while ahead:
        here, name = ahead.pop()
        for other, needed in needs_of(here).get(name, ()):
            place = (other or here, needed)
            if place == start:
                return True
            if place not in seen:
                seen.add(place)
                ahead.append(place)
    return False
