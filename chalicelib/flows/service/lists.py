"""A member's four lists: to do, done, started by him, copied to him; whole or of one form, newest first."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ...forms.api import Rights
from ...kernel.page import MAX_PAGE, Page
from ...kernel.unit_of_work import UnitOfWork
from ..form_view import linked_ids
from ..row_keys import TODO
from .ports import Forms, ListStore

MOST_COUNTED = MAX_PAGE - 1
"""A badge that says more than 99 says "99+"; and so many fit one page."""


class Listed(NamedTuple):
    """`titles` are those of records that the card names and the reader may read, by id."""

    card: dict[str, Any]
    rights: Rights
    titles: Mapping[str, str]


class Lists:
    """Consistent with the decision just made: entries are written in its own transaction."""

    def __init__(self, store: ListStore, forms: Forms) -> None:
        self._store = store
        self._forms = forms

    def page(self, work: UnitOfWork, kind: str, form_id: str, limit: int, cursor: str | None) -> Page[Listed]:
        """The actor's own list; `form_id` "" is all forms. Nobody reads another's; it shows what they may see."""
        me = work.actor.member_id
        page = self._store.page(work, kind, me, form_id, limit=limit, cursor=cursor)
        self._forms.load_forms(work, {card["form_id"] for card in page.items})
        named = [found for card in page.items for found in linked_ids(card)]
        titles = self._forms.link_titles(work, named) if named else {}

        def listed(card: dict[str, Any]) -> Listed:
            return Listed(card, self._forms.rights_to_copy(work, card["form_id"], card["initiator_id"], me), titles)

        return page.map(listed)

    def waiting(self, work: UnitOfWork) -> tuple[int, bool]:
        """How many to-dos the actor has, counted up to `MOST_COUNTED`; and whether there are more. One query."""
        page = self._store.page(work, TODO, work.actor.member_id, "", limit=MOST_COUNTED + 1, cursor=None)
        found = len(page.items)
        return min(found, MOST_COUNTED), found > MOST_COUNTED or page.next_cursor is not None

    def count_todos(self, work: UnitOfWork, member_id: str) -> int:
        """How many to-dos a member has open."""
        count, cursor = 0, None
        while True:
            page = self._store.page(work, TODO, member_id, "", limit=MAX_PAGE, cursor=cursor)
            count += len(page.items)
            cursor = page.next_cursor
            if cursor is None:
                return count
