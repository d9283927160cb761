"""A roll-up as it is declared, readable without the form that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..definition import Definition
from ..fields import Field
from ..form_state import Head
from ..records import CREATED


@dataclass(frozen=True)
class Rollup:
    """`field_id` of `form_id`, over the records of `child` whose field at `link` names the record. `of` is a field or a
    column (`lines.amount`) of the child; `by` what first and last go by.
    """

    form_id: str
    field_id: str
    child: str
    link: str
    function: str
    of: str = ""
    by: str = CREATED
    where: Any = None
    since: int = 0

    @property
    def lines(self) -> str:
        """Of a roll-up of a column, the lines that it is in."""
        return self.of.partition(".")[0] if "." in self.of else ""

    @property
    def ordered(self) -> bool:
        """Whether its contributions are kept in an order, because one that leaves uncovers another."""
        return self.function not in ("count", "sum", "avg")

    @property
    def place(self) -> str:
        """Its name among all roll-ups: ids hold no `#`."""
        return f"{self.form_id}#{self.field_id}"


class Slot(NamedTuple):
    """Where a child's contribution to one roll-up of one parent stands."""

    rollup: Rollup
    parent_id: str
    child_id: str


@dataclass(frozen=True)
class Declared:
    """What one form rolls up of another: a row beside the other form, found by whoever changes one of its records."""

    form_id: str
    rollups: tuple[Rollup, ...] = ()


def rollup_of(form_id: str, field: Field) -> Rollup:
    options = field.options
    return Rollup(
        form_id=form_id,
        field_id=field.id,
        child=options["form"],
        link=options["link"],
        function=options["function"],
        of=options.get("of", "") if options["function"] != "count" else "",
        by=options.get("by") or CREATED,
        where=options.get("where"),
        since=int(options.get("since", 0)),
    )


def rollups_of(form_id: str, definition: Definition) -> Iterator[Rollup]:
    return (rollup_of(form_id, field) for field in definition.rollups)


def same_reckoning(before: Field, after: Field) -> bool:
    """Whether what is kept for the one holds for the other."""
    made = ("since", "source")

    def told(field: Field) -> dict[str, Any]:
        return {name: value for name, value in field.options.items() if name not in made}

    return before.type == after.type and told(before) == told(after)


def recounting(head: Head, definition: Definition) -> tuple[str, ...]:
    """The fields of the version after `head` of which records have no figures yet, those that still wait included;
    there are no records before the first.
    """
    new = {each.id for each in definition.rollups if each.options.get("since") == head.version + 1 and head.version}
    waiting = {each.id for each in definition.rollups} & {*head.recounting}
    return tuple(sorted(new | waiting))
