"""Telling people of an event so that no crash loses it, and none tells it twice.

`note` writes no row: it queues one message a notice, with the notice in it, and only then is the event marked as seen;
dying between means queueing the same notices again. `claim` is committed before a mail leaves: of a message that is
delivered twice, one delivery finds the claim of the other. It also keeps the pace (see `domain/batching.py`).
`send` makes the mail from what is true now, sends it, and commits that it is done. Who dies in between leaves a
claim that runs out before the queue delivers again; only a worker that died after the mail had left and before that was
on record sends it a second time, under the same Message-ID.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from ...kernel.events import Envelope
from ...kernel.ids import derived_id
from ...kernel.loops import try_each
from ...kernel.unit_of_work import UnitOfWork
from ..domain.batching import seconds_left, window_of
from ..domain.notices import Due, Notice, NoticeBusy, from_doc, notices_of
from ..news import News
from .ports import Directory, Enqueue, NoticeStore, PaceStore, PreferenceStore, Send, Tenancy
from .sources import Reader, Source

SENT, GATHERED, NOT_NEWS = "sent", "gathered", "not_news"


class Notices:
    def __init__(
        self,
        *,
        notices: NoticeStore,
        paces: PaceStore,
        preferences: PreferenceStore,
        directory: Directory,
        sources: Mapping[str, Source],
        tenancy: Tenancy,
        send: Send,
        enqueue: Enqueue,
        origin: Callable[[], str],
    ) -> None:
        self._notices = notices
        self._paces = paces
        self._preferences = preferences
        self._directory = directory
        self._sources = sources
        self._tenancy = tenancy
        self._send = send
        self._enqueue = enqueue
        self._origin = origin

    def note(self, work: UnitOfWork, envelope: Envelope) -> None:
        """One message a notice, also if another cannot be queued now: the event comes again then."""
        tenant_id = work.actor.tenant_id
        try_each(
            notices_of(envelope),
            lambda notice: self._enqueue({"tenant_id": tenant_id, "id": notice.id, "notice": notice.doc()}),
        )

    # -- one message: claimed, then sent

    def claim(self, work: UnitOfWork, message: Mapping[str, Any]) -> Due | None:
        """What the mail of this message has to say; None if nothing. Raises NoticeBusy."""
        identity = message["id"]
        if self._notices.is_settled(work, identity):
            return None
        if self._notices.is_claimed(work, identity):
            raise NoticeBusy()
        if "gathered" in message:
            return self._claim_gathered(work, identity, message["gathered"])
        return self._claim_single(work, from_doc(message["notice"]))

    def _claim_single(self, work: UnitOfWork, notice: Notice) -> Due | None:
        if self._news(work, notice) is None:
            self._notices.settle(work, notice.id, NOT_NEWS)
            return None
        if self._notices.was_claimed(work, notice.id) or self._takes_room(work, notice):
            return Due(notice.id, self._notices.claim(work, notice.id), (notice,))
        self._notices.settle(work, notice.id, GATHERED)
        return None

    def _takes_room(self, work: UnitOfWork, notice: Notice) -> bool:
        """True if he may be told of it by a mail of its own; else it is gathered with others."""
        window = window_of(work.now)
        pace = self._paces.get(work, notice.member_id, notice.kind, window)
        if pace.closed:
            pace = self._paces.get(work, notice.member_id, notice.kind, window + 1)
        if pace.has_room:
            self._paces.save(work, notice.member_id, notice.kind, pace.counted())
            return True
        if not pace.gathered:
            self._remember(work, notice, pace.window)
        self._paces.save(work, notice.member_id, notice.kind, pace.with_one(notice))
        return False

    def _remember(self, work: UnitOfWork, notice: Notice, window: int) -> None:
        """The message that will tell what is gathered: queued before the row says that something is."""
        gathered = {"member_id": notice.member_id, "kind": notice.kind, "window": window}
        identity = derived_id("gathered", notice.member_id, notice.kind, str(window))
        message = {"tenant_id": work.actor.tenant_id, "id": identity, "gathered": gathered}
        self._enqueue(message, seconds_left(window, work.now))

    def _claim_gathered(self, work: UnitOfWork, identity: str, gathered: Mapping[str, Any]) -> Due:
        member_id, kind = gathered["member_id"], gathered["kind"]
        pace = self._paces.get(work, member_id, kind, gathered["window"])
        self._paces.save(work, member_id, kind, pace.shut())
        return Due(identity, self._notices.claim(work, identity), pace.gathered, pace.more)

    def send(self, work: UnitOfWork, due: Due) -> None:
        if not self._notices.holds(work, due):
            return
        told = [news for notice in due.notices if (news := self._news(work, notice)) is not None]
        if told:
            first = told[0]
            source = self._sources[first.notice.kind]
            mail = source.single(first) if len(told) + due.more == 1 else source.several(told, due.more)
            headers = {
                "Message-ID": f"<{due.id}@{urlsplit(first.origin).hostname}>",
                "List-Unsubscribe": f"<{first.settings_url}>",
            }
            self._send(first.member.email, mail.subject, mail.text, mail.html, headers)
        self._notices.settle(work, due.id, SENT if told else NOT_NEWS)

    # -- what is true now

    def _news(self, work: UnitOfWork, notice: Notice) -> News | None:
        """What can be told; None for whoever left, does not want it, may not see it, or need not know any more."""
        org = self._directory.org(work)
        member = org.active(notice.member_id)
        if member is None or not self._preferences.get(work, member.id).wants(notice.kind):
            return None
        reader = Reader(member, org, self._tenancy.get_tenant(work), self._origin().rstrip("/"))
        return self._sources[notice.kind].find(work, notice, reader)
