"""Lists for programs: pages of records with whole values of the fields asked for, as the reader may see them."""

from collections.abc import Iterator, Sequence

from ...kernel.errors import FieldError
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..access.rights import Rights
from ..domain.errors import ListInvalid
from ..domain.records import ListRow, Record
from .chosen_fields import chosen
from .entrance import Entrance
from .lists import Asked, Lists


def one_order(sort: Sequence[str]) -> str:
    """An index is in one order. Raises ListInvalid for several."""
    if len(sort) > 1:
        raise ListInvalid(fields=[FieldError.of("/sort/1", "list_sort_several")])
    return sort[0] if sort else ""


class Queries:
    def __init__(self, lists: Lists, entrance: Entrance) -> None:
        self._lists = lists
        self._entrance = entrance

    def page(
        self,
        work: UnitOfWork,
        form_id: str,
        asked: Asked,
        fields: Sequence[str] | None = None,
        *,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Page[ListRow]:
        """Cards whose `values` are those of `fields`; of None, of what the list shows. Raises as `Lists.records`."""
        question = self._lists.question(work, form_id, asked)
        names = chosen(question.form.definition, question.scope, fields)
        page = self._lists.records(work, form_id, asked, limit=limit, cursor=cursor)
        return Page(tuple(card for card, *_ in self.rows(work, page.items, names)), page.next_cursor)

    def rows(
        self, work: UnitOfWork, cards: Sequence[ListRow], names: Sequence[str]
    ) -> Iterator[tuple[ListRow, Record, Rights]]:
        """Each card with whole values of the fields, as the actor may see them, its record, and the rights to it.
        One that is gone since is left out.
        """
        found = self._entrance.several(work, [str(card["id"]) for card in cards])
        for card in cards:
            record, rights = found.get(card["id"], (None, None))
            if record is None or rights is None or record.deleted:
                continue
            record = self._entrance.of_today(work, record)
            shown = {name: rights.value(name, record.values.get(name)) for name in names}
            yield (
                {**card, "values": {name: value for name, value in shown.items() if value is not None}},
                record,
                rights,
            )
