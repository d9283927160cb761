"""Rows of guarded balances: added to, never replaced; with their movements, and what each record takes."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ...kernel.codec import Codec
from ...kernel.ids import new_ordered_id
from ...kernel.page import Page
from ...kernel.unit_of_work import Key, Row, UnitOfWork
from .. import row_keys
from ..domain.balances.contribution import Contribution
from ..domain.balances.figures import text_of
from ..domain.balances.movements import Change, Movement, Place, Share, Shares
from ..domain.errors import BalanceInUse
from .table import TableOf

MOVEMENTS = Codec(Movement, outside=("id",))
SHARES = Codec(Shares)
KIND = "balance"


class BalanceRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    # -- reading

    def load(self, work: UnitOfWork, record_id: str, places: Iterable[Place]) -> None:
        """All that is asked when a record moves balances, in one read."""
        keys = [row_keys.contributions(record_id)]
        for place in places:
            keys += [row_keys.balance(*place), row_keys.record(place.limit_id)]
        self._table().get_many(work, keys)

    def row(self, work: UnitOfWork, place: Place) -> Row | None:
        """With `amounts` held, used and taken, and what this work adds to them."""
        return self._table().get(work, row_keys.balance(*place))

    def of_record(self, work: UnitOfWork, limit_id: str) -> dict[Place, Row]:
        """Every balance of the record that anything was ever taken of."""
        rows = self._table().every(work, row_keys.balances_partition(limit_id))
        return {
            Place(limit_id, row.doc["form_id"], row.doc["balance_id"], row.doc["period"]): row
            for row in rows
            if row.kind == KIND
        }

    def contributions(self, work: UnitOfWork, record_id: str) -> dict[str, Contribution]:
        """What a record takes now, by the id of the balance."""
        row = self._table().get(work, row_keys.contributions(record_id))
        shares = SHARES.load(row.doc).of if row else {}
        return {
            name: Contribution(share.limit_id, share.period, Decimal(share.held), Decimal(share.used))
            for name, share in shares.items()
        }

    def movements(self, work: UnitOfWork, place: Place, limit: int, cursor: str | None) -> Page[Movement]:
        """Newest first."""
        partition = row_keys.balance_rows(*place)
        page = self._table().query(
            work, partition, prefix=row_keys.MOVEMENT, newest_first=True, limit=limit, after=cursor
        )
        return page.map(_movement)

    def moved(self, work: UnitOfWork, place: Place) -> Iterator[tuple[str, str]]:
        """(held, used) of every movement."""
        rows = self._table().each(work, row_keys.balance_rows(*place), prefix=row_keys.MOVEMENT)
        return ((row.doc["held"], row.doc["used"]) for row in rows)

    def taken(self, work: UnitOfWork, place: Place) -> Iterator[tuple[str, str]]:
        """(held, used) of every record that takes anything."""
        rows = self._table().each(work, row_keys.balance_rows(*place), prefix=row_keys.TAKER)
        return ((row.doc["held"], row.doc["used"]) for row in rows)

    # -- writing

    def move(self, work: UnitOfWork, change: Change, most: Decimal | None, record_id: str, cause: str) -> None:
        """Add to the balance, which is made with the first; `most` is what may be taken of it in all after that.

        Refused at commit, so that the request runs again, if others have taken too much of it since.
        """
        place, row = change.place, self.row(work, change.place)
        amounts = {"held": change.held, "used": change.used, "taken": change.taken}
        if row is None:
            doc = {"form_id": place.form_id, "balance_id": place.balance_id, "period": place.period}
            work.create(row_keys.balance(*place), KIND, doc, amounts=amounts)
            self._announce(work, place.limit_id)
        else:
            work.add(row, amounts, most={} if most is None else {"taken": most})
        moved = Movement(
            id=new_ordered_id(work.now),
            at=work.at,
            by=work.actor.member_id,
            form_id=place.form_id,
            record_id=record_id,
            cause=cause,
            held=text_of(change.held),
            used=text_of(change.used),
        )
        key = Key(row_keys.balance_rows(*place), row_keys.MOVEMENT + moved.id)
        work.index(key, MOVEMENTS.dump(moved), kind="balance_movement")

    def contribute(
        self,
        work: UnitOfWork,
        form_id: str,
        record_id: str,
        before: dict[str, Contribution],
        after: dict[str, Contribution],
    ) -> None:
        """What the record takes now: beside it, and in each balance that it takes of."""
        own = row_keys.contributions(record_id)
        shares = {
            name: Share(each.limit_id, each.period, text_of(each.held), text_of(each.used))
            for name, each in after.items()
        }
        if shares:
            work.index(own, SHARES.dump(Shares(shares)), kind="balance_contributions")
        else:
            work.unindex(own)
        left = dict(_takers(form_id, record_id, before)).keys() - dict(_takers(form_id, record_id, after)).keys()
        for key in sorted(left):
            work.unindex(key)
        for key, each in _takers(form_id, record_id, after):
            doc = {"record_id": record_id, "held": text_of(each.held), "used": text_of(each.used)}
            work.index(key, doc, kind="balance_taker")

    def drop(self, work: UnitOfWork, limit_id: str) -> None:
        """The balances of a record that is deleted. Raises BalanceInUse if anything is taken of one."""
        rows = self.of_record(work, limit_id).values()
        if any(row.amounts["taken"] for row in rows):
            raise BalanceInUse()
        guard = self._table().get(work, row_keys.balances_guard(limit_id))
        if guard is None:
            work.require_absent(row_keys.balances_guard(limit_id), kind="balance_guard")
            return
        for row in (guard, *rows):
            work.remove(row)

    def _announce(self, work: UnitOfWork, limit_id: str) -> None:
        key = row_keys.balances_guard(limit_id)
        own, _ = work.written(work.actor.tenant_id, key)
        guard = self._table().get(work, key)
        if own:
            return
        if guard is None:
            work.create(key, "balance_guard", {})
        else:
            work.replace(guard, {})


def _movement(row: Row) -> Movement:
    return MOVEMENTS.load(row.doc, id=row.key.sort.removeprefix(row_keys.MOVEMENT))


def _takers(form_id: str, record_id: str, shares: dict[str, Contribution]) -> Iterable[tuple[Key, Contribution]]:
    for name, each in shares.items():
        partition = row_keys.balance_rows(each.limit_id, form_id, name, each.period)
        yield Key(partition, row_keys.TAKER + record_id), each
