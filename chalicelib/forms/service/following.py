"""Live values follow their source: which forms and records are concerned, and what becomes of one of them.

A record that is locked is left as it is, because a flow decides on what it was given; it is brought up to date when it
is unlocked or saved. Doing it again changes nothing: what is copied is the source as it is now.
"""

from collections.abc import Collection, Iterator
from copy import deepcopy
from itertools import islice

from ...jobs.kinds import Item
from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FormNotFound, FormNotPublished
from ..domain.fields import Moment
from ..domain.pulling import Pull, places_of, pulls_of, set_value
from ..domain.values import recomputed
from .ports import Company, FormStore, RecordStore
from .records import Records


class Following:
    def __init__(self, forms: FormStore, rows: RecordStore, records: Records, company: Company) -> None:
        self._forms = forms
        self._rows = rows
        self._records = records
        self._company = company

    def followers(self, work: UnitOfWork, form_id: str, fields: Collection[str]) -> Iterator[tuple[str, str]]:
        """`(form id, path of the link)` of what follows one of these fields of the form's records, each once."""
        found: dict[tuple[str, str], None] = {}
        for follower, sources in self._forms.followers(work, form_id).items():
            for name in sources.keys() & set(fields):
                found.update(dict.fromkeys((follower, path) for path in sources[name]))
        return iter(found)

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> bool:
        """Whether this version of the form follows what the version before did not, and has records."""
        now = {(each.path, each.link_path, each.source) for each in self._live(work, form_id, version)}
        if version > 1:
            now -= {(each.path, each.link_path, each.source) for each in self._live(work, form_id, version - 1)}
        return bool(now) and version > 1 and self._rows.any_of_form(work, form_id)

    def find(self, work: UnitOfWork, form_id: str, link: tuple[str, str], cursor: str, limit: int) -> list[Item]:
        """The records behind `cursor` whose link leads to a record, by path and id; of `("", "")` all of the form."""
        if link[1]:
            cards = islice(self._rows.children(work, form_id, *link, cursor), limit)
            return [Item(card["id"], card["title"]) for card in cards]
        ids, _ = self._rows.following(work, form_id, cursor, limit)
        return [Item(each) for each in ids]

    def follow(self, work: UnitOfWork, record_id: str) -> None:
        """Bring one record up to date; nothing for one that is gone, locked, or up to date already.

        Raises RecordInvalid where a formula cannot be computed with the new value.
        """
        for record in self._rows.get_many(work, [record_id]):
            if record.locked:  # also as long as it is merged
                return
            try:
                form = self._forms.form(work, record.form_id)
            except (FormNotFound, FormNotPublished):
                return
            pulls = [each for each in pulls_of(form.definition) if each.live]
            values = deepcopy(record.values)
            beside = {each.lines: record.values.get(each.lines, []) for each in pulls if each.lines}
            places = [each for each in places_of(pulls, values, beside, record.values) if each.target]
            targets = {each.id: each for each in self._rows.get_many(work, {each.target: None for each in places})}
            changed = set[str]()
            for place in places:
                target = targets.get(place.target)
                if target is None or target.form_id not in place.pull.forms:
                    continue
                value = target.values.get(place.pull.source)
                if value != place.holder.get(place.pull.field.id):
                    changed.add(place.pull.path)
                    set_value(place, value)
            if changed:
                moment = Moment(work.now, self._company.zone(work))
                recomputed(form.definition, values, moment, changed)
                self._records.follow(work, form, record, values)

    def _live(self, work: UnitOfWork, form_id: str, version: int) -> list[Pull]:
        return [each for each in pulls_of(self._forms.definition(work, form_id, version)) if each.live]
