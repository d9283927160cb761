"""Rows of notifications.

`notice#<id>/state` a notice that somebody is at, or what became of it · `pace#<member>/<kind>#<window>` how many mails
he got in ten minutes, and what was gathered · `mail_preferences/<member>` what he wants to be mailed.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ..aws.table import TenantTable
from ..kernel.clock import from_text, to_text
from ..kernel.codec import Codec
from ..kernel.errors import Stale
from ..kernel.unit_of_work import Key, UnitOfWork
from .domain.batching import Pace
from .domain.notices import NOTICES, Due, Notice
from .domain.preferences import Preferences

LEASE = timedelta(minutes=5)
"""Longer than the function may run, shorter than the queue waits before it delivers again."""
KEEPS = timedelta(days=35)
"""Longer than any queue or dead-letter queue gives a message back."""
PACE_KEEPS = timedelta(days=1)

PACES = Codec(Pace, outside=("window",), parts={Notice: NOTICES})
PREFERENCES = Codec(Preferences, outside=("version",))

Table = Callable[[], TenantTable]


class NoticeRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def is_settled(self, work: UnitOfWork, notice_id: str) -> bool:
        return bool(self._doc(work, notice_id).get("end"))

    def is_claimed(self, work: UnitOfWork, notice_id: str) -> bool:
        doc = self._doc(work, notice_id)
        return not doc.get("end") and "until" in doc and from_text(doc["until"]) > work.now

    def was_claimed(self, work: UnitOfWork, notice_id: str) -> bool:
        return "until" in self._doc(work, notice_id)

    def claim(self, work: UnitOfWork, notice_id: str) -> str:
        self._put(work, notice_id, {"holder": work.operation_id, "until": to_text(work.now + LEASE)})
        return work.operation_id

    def holds(self, work: UnitOfWork, due: Due) -> bool:
        doc = self._doc(work, due.id)
        return not doc.get("end") and doc.get("holder") == due.holder

    def settle(self, work: UnitOfWork, notice_id: str, end: str) -> None:
        self._put(work, notice_id, {"end": end, "at": work.at})

    def _doc(self, work: UnitOfWork, notice_id: str) -> dict[str, Any]:
        row = self._table().get(work, _notice_key(notice_id))
        return row.doc if row else {}

    def _put(self, work: UnitOfWork, notice_id: str, doc: dict[str, Any]) -> None:
        row = self._table().get(work, _notice_key(notice_id))
        expires_at = int((work.now + KEEPS).timestamp())
        if row is None:
            work.create(_notice_key(notice_id), "notice", doc, expires_at=expires_at)
        else:
            work.replace(row, doc, expires_at=expires_at)


class PaceRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, work: UnitOfWork, member_id: str, kind: str, window: int) -> Pace:
        row = self._table().get(work, _pace_key(member_id, kind, window))
        return PACES.load(row.doc, window=window) if row else Pace(window)

    def save(self, work: UnitOfWork, member_id: str, kind: str, pace: Pace) -> None:
        key = _pace_key(member_id, kind, pace.window)
        doc = PACES.dump(pace)
        row = self._table().get(work, key)
        expires_at = int((work.now + PACE_KEEPS).timestamp())
        if row is None:
            work.create(key, "pace", doc, expires_at=expires_at)
        else:
            work.replace(row, doc, expires_at=expires_at)


class PreferenceRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, work: UnitOfWork, member_id: str) -> Preferences:
        row = self._table().get(work, preference_key(member_id))
        return PREFERENCES.load(row.doc, version=row.version) if row else Preferences()

    def save(self, work: UnitOfWork, member_id: str, preferences: Preferences) -> None:
        key, doc = preference_key(member_id), PREFERENCES.dump(preferences)
        row = self._table().get(work, key)
        if row is None:
            work.create(key, "mail_preferences", doc, refusal=Stale())
        else:
            work.replace(row, doc, refusal=Stale())


def preference_key(member_id: str) -> Key:
    return Key("mail_preferences", member_id)


def _notice_key(notice_id: str) -> Key:
    return Key(f"notice#{notice_id}", "state")


def _pace_key(member_id: str, kind: str, window: int) -> Key:
    return Key(f"pace#{member_id}", f"{kind}#{window}")
