"""The records of one form that one member may reach: asked of a record, of a list, and by reports as SQL."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...conditions.sql import to_sql
from ...conditions.tree import EVERYTHING, AnyOf, Node
from ..domain.definition import Definition
from ..domain.fields import Locale
from ..domain.filter_kinds import Entry, owner_of
from ..domain.records import ListRow, Record, list_row
from ..domain.search import Search
from .groups import ALL, OWN, READABLE, SHARED, Group
from .rights import WHOLE, Rights
from .rows import ids_of

SHARED_WITH_ME = "@shared"
"""In an entry that is asked, whether the record was shared with the member: no record says with whom it was."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A group that names the member. `rows` is settled; `principals` are the lists that hold all of its records, None
    if none do. `asks` are the fields of the record that `rows` looks at, `through` the link that it follows.
    """

    group: Group
    rows: Node
    principals: frozenset[str] | None
    asks: frozenset[str] = frozenset()
    through: str = ""


@dataclass(frozen=True)
class Scope:
    """`grants` add up: a record is open through any of them, with the rights of all that open it. `readable` says which
    of some records, of whatever form, the member may read.
    """

    definition: Definition | None
    locale: Locale | None
    grants: tuple[Grant, ...]
    everything: bool = False
    readable: Callable[[Iterable[str]], frozenset[str]] | None = None

    @property
    def asks(self) -> frozenset[str]:
        """Fields of a record that decide whether it is open."""
        return frozenset(name for grant in self.grants for name in grant.asks)

    def prepare(self, holders: Iterable[Mapping[str, Any]]) -> None:
        """Find out at once what the links of several records lead to; `holders` are their values."""
        links = [grant.through for grant in self.grants if grant.through]
        if links and self.readable is not None:
            self.readable([each for values in holders for name in links for each in ids_of(values.get(name))])

    @property
    def reads_all(self) -> bool:
        return self.everything or any(grant.rows == EVERYTHING for grant in self.grants)

    @property
    def shows_all(self) -> bool:
        """Whether every record is open whole, so that it changes nothing whether one was shared besides."""
        return self.everything or any(
            grant.rows == EVERYTHING and grant.group.shows_all_fields for grant in self.grants
        )

    @property
    def predicate(self) -> Node:
        return EVERYTHING if self.reads_all else AnyOf(tuple(grant.rows for grant in self.grants))

    def principals(self) -> frozenset[str] | None:
        """Members and departments whose lists hold all that may be reached; None: it takes the form's own."""
        found: set[str] = set()
        for grant in self.grants:
            if grant.principals is None:
                return None
            found |= grant.principals
        return None if self.everything else frozenset(found)

    def to_sql(self) -> tuple[str, list[Any]]:
        """The predicate for a table with a column for each field, `@owner`, `@owner_department` and `@shared`."""
        return to_sql(self.predicate, lambda subject: str(subject.key))

    def allows(self, record: Record, *, shared: bool = False) -> bool:
        return bool(self.of(record, shared=shared))

    def may(self, action: str, record: Record, *, shared: bool = False) -> bool:
        return self.of(record, shared=shared).may(action)

    def may_anywhere(self, action: str) -> bool:
        """Whether there may be a record with which the member may do it."""
        return self.everything or any(action in grant.group.actions for grant in self.grants)

    def of(self, record: Record, *, shared: bool = False) -> Rights:
        if self.everything:
            return WHOLE
        entry = list_row(record, (), record.version)
        return self.of_entry(Entry({**entry, "values": record.values, SHARED_WITH_ME: shared}, whole=True)) or Rights(
            self.definition, self.locale, ()
        )

    def of_copy(self, owner_id: str, member_id: str) -> Rights:
        """Of a record that concerns the member and of which only its owner is known, as by a card or a mail: what they
        have as owner or as one it was shared with, and to all records. It may be less than to the record, never more.
        """
        if self.everything:
            return WHOLE
        rows = {ALL, OWN if owner_id == member_id else SHARED}
        groups = (grant.group for grant in self.grants)
        known = tuple(group for group in groups if isinstance(group.rows, str) and group.rows in rows)
        return Rights(self.definition, self.locale, known)

    def of_entry(self, entry: Entry) -> Rights | None:
        """None if a text of the list entry is cut where it matters: the record itself must be asked."""
        if self.everything:
            return WHOLE
        verdicts = [(grant.group, grant.rows.holds(entry)) for grant in self.grants]
        if any(verdict is None for _, verdict in verdicts) and not entry.whole:
            return None
        return Rights(self.definition, self.locale, tuple(group for group, verdict in verdicts if verdict))

    @property
    def hides(self) -> frozenset[str]:
        """Fields that may not be asked about: some record of the scope keeps them from the member, so its place in an
        order, or whether a condition finds it, would tell.
        """
        if self.everything or self.definition is None:
            return frozenset()
        named = {name for grant in self.grants for name in grant.group.fields}
        return frozenset(
            name
            for name in named
            if any(grant.group.fields.get(name, grant.group.otherwise) < READABLE for grant in self.grants)
        )


def entry_of_card(card: ListRow, member_id: str, *, shared: bool = False) -> Entry:
    """A list entry as grants ask it. What a member's own list holds of others was shared with them."""
    return Entry({**card, SHARED_WITH_ME: shared and owner_of(card) != member_id}, whole=False)


def finds(search: Search, rights: Rights, card: Mapping[str, Any]) -> bool:
    """Whether what the member sees of the entry contains the text."""
    return search.finds(rights.card(card))
