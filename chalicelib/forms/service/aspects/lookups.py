"""Pulled-through fields: what a record takes over from the records that it is linked to, whenever it is saved.

A `frozen` value is copied when its link is new or leads elsewhere, or when a refresh is asked for; else what is stored
stays. A `live` value is copied at every save, and afterwards `service/following.py` brings it up to date.

The value belongs to this form once it is copied: whoever saves may not see the field that it comes from, and is shown
the copy by the rights of this form. That the linked record may be read is checked by the aspect of links; a refresh
copies nothing from a record that may not be read by whoever asks for it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ... import events
from ...domain.pulling import Place, places_of, pulls_of, set_value
from ...domain.records import Record, changed_fields, differences
from ..entrance import Entrance
from ..ports import FormStore, RecordStore
from .aspect import DELETED, RESTORED, STATE, UPDATED, Aspect, Filling, RecordChange

MOST_HELD = 20
"""Linked records that are held while a record is saved that begins to follow them. One that follows more of them is
brought up to date once more after it was saved, which costs no rows of its transaction.
"""


class Lookups(Aspect):
    def __init__(self, forms: FormStore, records: RecordStore, entrance: Entrance) -> None:
        self._forms = forms
        self._records = records
        self._entrance = entrance

    def fill(self, work: UnitOfWork, filling: Filling) -> Iterable[FieldError]:
        pulls = pulls_of(filling.form.definition)
        if not pulls:
            return ()
        before = filling.before.values if filling.before else {}
        places = list(places_of(pulls, filling.values, filling.beside, before))
        known = self._known(work, filling)
        kept = [each for each in places if self._stays(each, filling, known)]
        for place in kept:
            set_value(place, place.held.get(place.pull.field.id))
        staying = {id(place) for place in kept}
        taken = [place for place in places if place.target and id(place) not in staying]
        targets = {each.id: each for each in self._records.get_many(work, {place.target: None for place in taken})}
        readable, begun = dict[str, bool](), dict[str, Record]()
        for place in taken:
            target = targets.get(place.target)
            if target is None or target.form_id not in place.pull.forms or self._barred(work, place, target, readable):
                set_value(place, place.held.get(place.pull.field.id) if place.same_link else None)
                continue
            set_value(place, target.values.get(place.pull.source))
            if place.pull.live and not place.same_link and filling.record_id:
                begun[target.id] = target
        for target in list(begun.values())[:MOST_HELD]:
            # Else its next change could miss this record, which does not stand in its list yet.
            self._records.hold(work, target)
        return ()

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        if change.cause == UPDATED and change.before and change.form.followed:
            changed = changed_fields(differences(change.before.values, change.after.values))
            followed = [name for name in changed if name in change.form.followed]
            if followed:
                work.emit(events.source_changed(change.after, followed))
        if not change.after.locked and self._may_lag(change):
            work.emit(events.record_lags(change.after))
        return {}

    def _may_lag(self, change: RecordChange) -> bool:
        """Whether a change of a linked record may have passed by this one: it was out of reach, or follows too many."""
        live = [each for each in pulls_of(change.form.definition) if each.live]
        if not live or change.cause in (DELETED, STATE):
            return bool(live) and change.cause == STATE and change.before is not None and change.before.locked
        values = change.after.values
        followed = {place.target for place in places_of(live, values, {}, values)} - {""}
        return change.cause == RESTORED or len(followed) > MOST_HELD

    def _known(self, work: UnitOfWork, filling: Filling) -> frozenset[str] | None:
        """Paths of the pulled-through fields that the record was saved with; None: those of today."""
        before = filling.before
        if before is None or before.form_version == filling.form.version:
            return None
        earlier = self._forms.definition(work, before.form_id, before.form_version)
        return frozenset(each.path for each in pulls_of(earlier))

    def _stays(self, place: Place, filling: Filling, known: frozenset[str] | None) -> bool:
        """Whether the stored value stays without a look at the linked record."""
        if place.pull.live or not place.same_link or filling.refresh:
            return False
        return known is None or place.pull.path in known

    def _barred(self, work: UnitOfWork, place: Place, target: Record, readable: dict[str, bool]) -> bool:
        """Whether the linked record may not be read by whoever asks for what is frozen of it."""
        if place.pull.live or not place.same_link:
            return False
        if target.id not in readable:
            readable[target.id] = bool(self._entrance.rights(work, target))
        return not readable[target.id]
