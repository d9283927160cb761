"""Counting anew: what a newly published roll-up comes to over the records that are there, one record's figures when a
builder asks for it, and the nightly look whether figures are what a recount finds.

The job `forms.recount` takes the items that `find` answers: first every record that counts, then every record that
shows a figure. One record alone: begin its figures anew, count in each of its children, complete them.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from ...jobs.kinds import Item
from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Definition
from ..domain.errors import FormNotFound, FormNotPublished, RecordNotFound
from ..domain.form_state import Head
from ..domain.records import Record
from ..domain.rollups import contributing
from ..domain.rollups.declared import Rollup, rollups_of
from ..domain.rollups.recount import came_to
from ..domain.rollups.tally import is_current
from .beside_ports import RollupStore
from .ports import FormStore, RecordStore
from .rollups import Rollups

MOST_VERIFIED = 300
"""Children of one record that are read at night; a record with more is left to those who ask for it."""

_CHILD, _PARENT, _BEGIN = "c", "p", "b"


class Apart(Protocol):
    """`edge.apart`."""

    def __call__(self, work: UnitOfWork, body: Callable[[UnitOfWork], bool]) -> bool: ...


class Verdict(NamedTuple):
    """`drifted`: fields whose figure is not what a recount finds. `latest`: when something that counts last changed."""

    drifted: tuple[str, ...] = ()
    latest: str = ""


class Recounting:
    def __init__(
        self, forms: FormStore, records: RecordStore, rows: RollupStore, rollups: Rollups, apart: Apart
    ) -> None:
        self._forms = forms
        self._records = records
        self._rows = rows
        self._rollups = rollups
        self._apart = apart

    # -- a form

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> Head | None:
        """The form, if the version is still the newest and left something to count."""
        head = self._forms.head(work, form_id)
        return head if head.version == version and head.recounting else None

    def find(self, work: UnitOfWork, form_id: str, version: int, cursor: str, limit: int) -> list[Item]:
        """`c:<number>:<id>` for the records of each form that counts, then `p::<id>` for those of the form itself."""
        if self.wanted(work, form_id, version) is None:
            return []
        sources = self._sources(work, form_id)
        phase, number, last = _place(cursor)
        if phase != _PARENT:
            for index in range(number, len(sources)):
                ids, _ = self._records.following(work, sources[index], last if index == number else "", limit)
                if ids:
                    return [Item(f"{_CHILD}:{index}:{each}") for each in ids]
        ids, _ = self._records.following(work, form_id, last if phase == _PARENT else "", limit)
        return [Item(f"{_PARENT}::{each}") for each in ids]

    def act(self, work: UnitOfWork, form_id: str, version: int, cursor: str) -> None:
        if self.wanted(work, form_id, version) is None:
            return
        phase, number, record_id = _place(cursor)
        if phase == _PARENT:
            self._rollups.complete(work, record_id)
        else:
            self.settle(work, record_id, self._sources(work, form_id)[number])

    def finish(self, work: UnitOfWork, form_id: str, version: int) -> None:
        head = self.wanted(work, form_id, version)
        if head is not None:
            self._forms.save(work, head.counted())

    # -- one record

    def find_of(self, work: UnitOfWork, record_id: str, cursor: str, limit: int) -> list[Item]:
        """`b::`, then `c:<number>:<id>` for the children through each link, then `p::`."""
        phase, number, last = _place(cursor)
        record = self._record(work, record_id)
        if record is None or phase == _PARENT:
            return []
        if not cursor:
            return [Item(f"{_BEGIN}::{record_id}")]
        links = self._links(work, record.form_id)
        for index in range(number, len(links)):
            after = last if phase == _CHILD and index == number else ""
            ids = self._rows.children(work, *links[index], record_id, after=after, limit=limit)
            if ids:
                return [Item(f"{_CHILD}:{index}:{each}") for each in ids]
        return [Item(f"{_PARENT}::{record_id}")]

    def act_of(self, work: UnitOfWork, record_id: str, cursor: str) -> None:
        phase, number, item = _place(cursor)
        record = self._record(work, record_id)
        if record is None:
            return
        if phase == _BEGIN:
            self._rollups.begin(work, record_id)
        elif phase == _PARENT:
            self._rollups.complete(work, record_id)
        else:
            self.settle(work, item, self._links(work, record.form_id)[number][0])

    def settle(self, work: UnitOfWork, record_id: str, form_id: str) -> int:
        """Count the record in wherever it links to, a transaction for each; how many counted it otherwise."""
        moved = 0
        while self._apart(work, lambda own: self._rollups.settle(own, record_id, form_id)):
            moved += 1
        return moved

    # -- looking

    def verify(self, work: UnitOfWork, record_id: str) -> Verdict:
        """What of a record's figures is not what its children come to; nothing for one with too many of them."""
        record = self._record(work, record_id)
        if record is None:
            return Verdict()
        definition = self._forms.form(work, record.form_id).definition
        figures = self._rows.figures(work, record_id)
        drifted, latest = [], max(record.updated_at, figures.at)
        for rollup in rollups_of(record.form_id, definition):
            tally = figures.tallies.get(rollup.field_id)
            children = self._children(work, rollup, record_id)
            if children is None or tally is None or not tally.ready or not is_current(rollup, tally):
                continue
            source = self._definition(work, rollup.child)
            made = [contributing.contribution(rollup, source, each, record_id) for each in children] if source else []
            latest = max([latest, *(each.updated_at for each in children), *(each.figures_at for each in children)])
            if came_to(rollup, tally, [each for each in made if each]) != tally:
                drifted.append(rollup.field_id)
        return Verdict(tuple(drifted), latest)

    def children_of(self, work: UnitOfWork, record_id: str) -> Iterator[tuple[str, str]]:
        """Ids and forms of whoever links to the record through a link that is counted, up to MOST_VERIFIED for each."""
        record = self._record(work, record_id)
        for form_id, link in self._links(work, record.form_id) if record else ():
            for each in self._rows.children(work, form_id, link, record_id, after="", limit=MOST_VERIFIED):
                yield each, form_id

    # -- within

    def _children(self, work: UnitOfWork, rollup: Rollup, record_id: str) -> list[Record] | None:
        """None: too many to be read."""
        ids = self._rows.children(work, rollup.child, rollup.link, record_id, after="", limit=MOST_VERIFIED + 1)
        return None if len(ids) > MOST_VERIFIED else self._records.get_many(work, ids)

    def _sources(self, work: UnitOfWork, form_id: str) -> Sequence[str]:
        """The forms whose records count for those of the form, in a fixed order."""
        return sorted({form for form, _ in self._links(work, form_id)})

    def _links(self, work: UnitOfWork, form_id: str) -> Sequence[tuple[str, str]]:
        definition = self._forms.form(work, form_id).definition
        return sorted({(each.child, each.link) for each in rollups_of(form_id, definition)})

    def _record(self, work: UnitOfWork, record_id: str) -> Record | None:
        try:
            return self._records.get(work, record_id)
        except RecordNotFound:
            return None

    def _definition(self, work: UnitOfWork, form_id: str) -> Definition | None:
        try:
            return self._forms.form(work, form_id).definition
        except (FormNotFound, FormNotPublished):
            return None


def _place(cursor: str) -> tuple[str, int, str]:
    """Phase, number of the form or link, and the record; of "" nothing was done yet."""
    phase, number, record_id = cursor.split(":") if cursor else ("", "", "")
    return phase, int(number or 0), record_id
