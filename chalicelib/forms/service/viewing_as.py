"""What rights come to: for one member the form as they see it, for one record who sees it and why.

Both are told to those only who hold all of what they learn by it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...kernel.actor import Actor
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.groups import ACTIONS, EDITABLE, Group, read_access
from ..access.rights import Rights
from ..access.scope import Scope
from ..domain.definition import Form
from ..domain.errors import AccessNotTold, ListBuilding, RecordNotFound
from ..domain.records import ListRow, Record
from .entrance import Entrance
from .lists import Count, Lists
from .ports import Company, EntryStore, FormStore, RecordStore

SHOWN = 20
MOST_LOOKED = 100
"""Members that are asked for one page of readers."""


@dataclass(frozen=True, slots=True)
class Named:
    """A group, and by which parts of its audience it names the member."""

    group: Group
    by: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """`levels` are the least and the most that the member has of each field, over the groups that name them.
    `as_member` is a work in which they act: whoever tells the cards needs it, too.
    """

    actor: Actor
    may_submit: bool
    groups: Sequence[Named]
    actions: Sequence[str]
    levels: Mapping[str, tuple[int, int]]
    count: Count
    cards: tuple[ListRow, ...]
    as_member: UnitOfWork


@dataclass(frozen=True, slots=True)
class ReaderOf:
    """What opens a record to a member. `permission`: to read all records of the company."""

    actor: Actor
    name: str
    rights: Rights
    permission: bool
    shared: bool
    groups: Sequence[Named]
    levels: Mapping[str, int]


class ViewingAs:
    def __init__(
        self,
        forms: FormStore,
        records: RecordStore,
        entries: EntryStore,
        company: Company,
        *,
        entrance: Entrance,
        lists: Lists,
    ) -> None:
        self._forms = forms
        self._records = records
        self._entries = entries
        self._company = company
        self._entrance = entrance
        self._lists = lists

    def preview(
        self, work: UnitOfWork, form_id: str, member_id: str, access: Mapping[str, Any] | None = None
    ) -> Preview:
        """The form as the member sees it, under its published rights or those of a draft. Raises FormNotFound,
        FormNotPublished, AccessNotTold, ListBuilding.
        """
        form = self._forms.form(work, form_id)
        if not giving.reads_all(form.access, work.actor):
            raise AccessNotTold()
        actor = self._member(work, member_id)
        meant = form
        if access is not None:
            meant = replace(form, definition=replace(form.definition, access=read_access(access)))
        as_member = UnitOfWork(actor, work.now, read=work.read)
        scope = self._entrance.scope(as_member, meant)
        cards, count = self._seen(as_member, form, scope, drafted=access is not None)
        above = self._above(work, member_id)
        groups = _named(meant, actor, above)
        actions = [action for action in ACTIONS if scope.may_anywhere(action)]
        levels = _levels(form, scope)
        may_submit = giving.may_submit(meant.access, actor, above)
        return Preview(actor, may_submit, groups, actions, levels, count, cards, as_member)

    def readers(
        self, work: UnitOfWork, record_id: str, *, member_id: str = "", limit: int = 20, cursor: str | None = None
    ) -> Page[ReaderOf]:
        """Who may read the record, by the order of their ids; of one member also that they may not. Raises
        RecordNotFound, AccessNotTold, CursorInvalid.
        """
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        if not rights.changes_all:
            raise AccessNotTold()
        form = self._forms.form(work, record.form_id)
        if member_id:
            return Page((self._reader(work, form, record, self._member(work, member_id)),))
        bound = f"readers#{record_id}"
        after = self._entries.open(work, cursor, bound) if cursor else ""
        org = self._company.org(work)
        ids = sorted(each for each, member in org.members.items() if member.active and each > after)
        found: list[ReaderOf] = []
        for looked, each in enumerate(ids[:MOST_LOOKED]):
            reader = self._reader(work, form, record, self._member(work, each))
            if reader.rights:
                found.append(reader)
            if len(found) == limit or looked == MOST_LOOKED - 1:
                return Page(tuple(found), self._entries.seal(work, each, bound) if each != ids[-1] else None)
        return Page(tuple(found))

    def _member(self, work: UnitOfWork, member_id: str) -> Actor:
        found = self._entrance.member(work, member_id)
        if found is None:
            raise AccessNotTold()
        return found

    def _above(self, work: UnitOfWork, member_id: str) -> frozenset[str]:
        org = self._company.org(work)
        return org.above(org.members[member_id].department_ids)

    def _seen(
        self, as_member: UnitOfWork, form: Form, scope: Scope, *, drafted: bool
    ) -> tuple[tuple[ListRow, ...], Count]:
        """Lists of people do not follow a draft, nor are they whole while records are being entered."""
        scanned = replace(scope, grants=tuple(replace(grant, principals=None) for grant in scope.grants))
        if drafted:
            return self._lists.under(as_member, form, scanned, SHOWN)
        try:
            return self._lists.under(as_member, form, scope, SHOWN)
        except ListBuilding:
            return self._lists.under(as_member, form, scanned, SHOWN)

    def _reader(self, work: UnitOfWork, form: Form, record: Record, actor: Actor) -> ReaderOf:
        own = record.owned_by == actor.member_id
        shared = not own and bool(self._records.shared_among(work, [record.id], actor.member_id))
        rights = self._entrance.scope(work, form, actor).of(record, shared=shared)
        above = self._above(work, actor.member_id)
        opened = {group.id for group in rights.groups}
        groups = [each for each in _named(form, actor, above) if each.group.id in opened]
        levels = {field.id: rights.level(field.id) for field in form.fields}
        name = self._company.org(work).members[actor.member_id].name
        return ReaderOf(actor, name, rights, actor.may(giving.READ_ALL), shared, groups, levels)


def _named(form: Form, actor: Actor, above: frozenset[str]) -> list[Named]:
    """The groups that name the member."""
    named = ((group, giving.named_by(group.audience, actor, above)) for group in form.access.effective)
    return [Named(group, by) for group, by in named if by]


def _levels(form: Form, scope: Scope) -> dict[str, tuple[int, int]]:
    if scope.everything:
        return {field.id: (EDITABLE, EDITABLE) for field in form.fields}
    groups = [grant.group for grant in scope.grants]
    found = {field.id: [group.fields.get(field.id, group.otherwise) for group in groups] for field in form.fields}
    return {name: (min(levels, default=0), max(levels, default=0)) for name, levels in found.items()}
