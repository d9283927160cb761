"""What the records that a record links to are called, for whoever reads it: the titles as they are now, of those that
they may read. The id of any other is not told; something stands in its place that means it when it is sent back.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.rights import Rights
from ..domain.definition import Definition
from ..domain.link_values import with_ids
from ..domain.linking import Link, links_of
from ..domain.records import ListRow, Record
from ..domain.stored import Values
from .aspects.links import Seal
from .entrance import Entrance
from .ports import FormStore

Told = dict[str, dict[str, Any]]
"""By id, or what stands for it: `{"readable", "form_id"?, "title"?, "deleted"?}`."""


class LinkTitles:
    def __init__(self, forms: FormStore, entrance: Entrance, seal: Seal) -> None:
        self._forms = forms
        self._entrance = entrance
        self._seal = seal

    def record(self, work: UnitOfWork, record: Record) -> tuple[Values, Told]:
        """The values as they may be shown, and the titles beside them. Who holds everything is told of a record without
        links without reading its form.
        """
        if not record.parents and giving.holds_everything(work.actor):
            return dict(record.values), {}
        return self.values(work, record.form_id, [(record.id, record.values)])[0]

    def cards(self, work: UnitOfWork, form_id: str, page: Page[ListRow]) -> Page[ListRow]:
        """List entries with `links`."""
        found = self.values(work, form_id, [(str(card["id"]), card["values"]) for card in page.items])
        shown = iter(found)

        def titled(card: ListRow) -> ListRow:
            values, told = next(shown)
            return {**card, "values": values, "links": told}

        return page.map(titled)

    def candidates(self, work: UnitOfWork, page: Page[dict[str, Any]]) -> Page[dict[str, Any]]:
        """Cards of one form, with `links`."""
        return self.cards(work, page.items[0]["form_id"], page) if page.items else page

    def values(
        self, work: UnitOfWork, form_id: str, holders: Sequence[tuple[str, Mapping[str, Any]]]
    ) -> list[tuple[Values, Told]]:
        """Of each record of the form, by its id, the values to show and the titles; all of them in one read."""
        definition = self._forms.form(work, form_id).definition if holders else None
        if definition is None or not links_of(definition):
            return [(dict(values), {}) for _, values in holders]
        readable = self._readable(work, definition, (values for _, values in holders))
        return [self._shown(work, definition, record_id, values, readable) for record_id, values in holders]

    def titles(self, work: UnitOfWork, record_ids: Iterable[str]) -> dict[str, str]:
        """By id, of those that the actor may read."""
        found = self._entrance.several(work, record_ids)
        return {each: rights.title(record.title, record.values) for each, (record, rights) in found.items()}

    def history(self, work: UnitOfWork, record_id: str, page: Page[dict[str, Any]]) -> Page[dict[str, Any]]:
        """Entries of a record's history with `links`."""
        record, _ = self._entrance.record(work, record_id)
        shown = iter(self._told(work, record.form_id, record.id, [entry["changes"] for entry in page.items]))

        def titled(entry: dict[str, Any]) -> dict[str, Any]:
            changes, links = next(shown)
            return {**entry, "changes": changes, "links": links}

        return page.map(titled)

    def changes(
        self, work: UnitOfWork, form_id: str, record_id: str, changes: list[dict[str, Any]]
    ) -> tuple[list[dict[str, Any]], Told]:
        """`{"field", "before", "after"}` of a record as they may be shown, and the titles beside them."""
        return self._told(work, form_id, record_id, [changes])[0]

    # -- within

    def _told(
        self, work: UnitOfWork, form_id: str, record_id: str, entries: Sequence[list[dict[str, Any]]]
    ) -> list[tuple[list[dict[str, Any]], Told]]:
        """Of each list of changes; all of them in one read."""
        definition = self._forms.form(work, form_id).definition
        if not links_of(definition):
            return [(changes, {}) for changes in entries]
        held = [_around(change["field"], change[side]) for changes in entries for change in changes for side in _SIDES]
        readable = self._readable(work, definition, held)

        def shown(changes: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], Told]:
            told: Told = {}
            made = [dict(change) for change in changes]
            for change in made:
                for side in _SIDES:
                    around = _around(change["field"], change[side])
                    values, links = self._shown(work, definition, record_id, around, readable)
                    change[side] = _within(change["field"], values)
                    told |= links
            return made, told

        return [shown(changes) for changes in entries]

    def _readable(
        self, work: UnitOfWork, definition: Definition, holders: Iterable[Mapping[str, Any]]
    ) -> dict[str, tuple[Record, Rights]]:
        ids: dict[str, None] = {}

        def noted(_: Link, value: str) -> str:
            ids[value] = None
            return value

        for values in holders:
            with_ids(definition, values, noted)
        return self._entrance.several(work, ids) if ids else {}

    def _shown(
        self,
        work: UnitOfWork,
        definition: Definition,
        record_id: str,
        values: Mapping[str, Any],
        readable: Mapping[str, tuple[Record, Rights]],
    ) -> tuple[Values, Told]:
        told: Told = {}

        def shown(link: Link, value: str) -> str:
            found = readable.get(value)
            if found is None:
                value = self._seal(work, record_id, link.path, value)
                told[value] = {"readable": False}
            else:
                record, rights = found
                gone = {"deleted": True} if record.deleted else {}
                title = rights.title(record.title, record.values)
                told[value] = {"readable": True, "form_id": record.form_id, "title": title, **gone}
            return value

        return with_ids(definition, values, shown), told


_SIDES = ("before", "after")


def _around(path: str, value: Any) -> Values:
    """A value of the history as it stands in a record: of `lines/2/product` in a row of its own."""
    name, *place = path.split("/")
    if not place:
        return {name: value}
    return {name: [{place[1]: value} if len(place) > 1 else value]}


def _within(path: str, values: Mapping[str, Any]) -> Any:
    name, *place = path.split("/")
    found = values.get(name)
    if place:
        found = found[0] if found else None
    return found.get(place[1]) if len(place) > 1 and found else found
