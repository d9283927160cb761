"""Notifications on the fakes of flows: a bus that repeats itself, a queue that holds back, a post that can fail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from chalicelib.aws.table import TenantTable
from chalicelib.comments.domain import Comment
from chalicelib.directory.org import Org
from chalicelib.flows.api import Run
from chalicelib.flows.form_view import spoken_card
from chalicelib.forms.access.rights import WHOLE
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import Contended, Unavailable
from chalicelib.kernel.events import Envelope
from chalicelib.kernel.unit_of_work import Key, UnitOfWork
from chalicelib.notifications.domain.notices import Due
from chalicelib.notifications.domain.preferences import CC, COMMENT, OUTCOME, TODO, Preferences, chosen
from chalicelib.notifications.service.notices import Notices
from chalicelib.notifications.service.sources import CommentSource, RunSource
from chalicelib.notifications.store import NoticeRepository, PaceRepository, PreferenceRepository
from chalicelib.tenancy.api import Tenant

from ..flows.builders import ORG
from ..flows.company_fixture import TENANT, CompanyFixture

GIVEN_BACK = timedelta(minutes=6)
"""After which a queue delivers a message again that was not finished."""
START = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
NAMES = {"rep": "王敏", "head": "李雷", "assistant": "韩梅梅", "cfo": "赵总", "rep2": "小张"}


class Died(Exception):
    """The process is gone, and whatever it had not committed with it."""


def mailable(org: Org, **languages: str) -> Org:
    """Everybody has an address, and a name that people have."""
    return replace(
        org,
        members={
            each.id: replace(
                each,
                name=NAMES.get(each.id, each.name),
                email=f"{each.id}@east.example.cn",
                language=languages.get(each.id, "zh-CN"),
            )
            for each in org.members.values()
        },
    )


@dataclass(frozen=True)
class Sent:
    to: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str]


class MailInbox:
    def __init__(self, *, org: Org = ORG, **languages: str) -> None:
        self.flows = CompanyFixture(mailable(org, **languages))
        self.flows.now = START
        self.now = START
        self.heard = 0
        self.queue: list[tuple[datetime, dict[str, Any]]] = []
        self.sent: list[Sent] = []
        self.dies_at = 0
        self.comments: dict[str, Comment] = {}
        self.titles: dict[str, str] = {}
        """Of the record that is commented on, for whoever may read it."""
        self.steps = 0
        table = cast(Callable[[], TenantTable], lambda: self.flows.table)
        self.preferences = PreferenceRepository(table)
        self.service = Notices(
            notices=NoticeRepository(table),
            paces=PaceRepository(table),
            preferences=self.preferences,
            directory=self.flows.directory,
            sources={**dict.fromkeys((TODO, OUTCOME, CC), RunSource(self)), COMMENT: CommentSource(self, self)},
            tenancy=self,
            send=self._send,
            enqueue=self._enqueue,
            origin=lambda: "https://banli.test/",
        )

    # -- the lower contexts

    def get_run(self, work: UnitOfWork, run_id: str) -> Run | None:
        return self.flows.runs.get_run(work, run_id)

    def card(self, work: UnitOfWork, run: Run, member_id: str, language: str) -> dict[str, Any]:
        return spoken_card(run.card, language, WHOLE)

    def last_decision(self, work: UnitOfWork, run_id: str) -> Mapping[str, Any] | None:
        return self.flows.runs.last_decision(work, run_id)

    def find(self, work: UnitOfWork, record_id: str, comment_id: str) -> Comment | None:
        return self.comments.get(comment_id)

    def title_for(self, work: UnitOfWork, record_id: str, member_id: str) -> str | None:
        return self.titles.get(member_id)

    def form_label(self, work: UnitOfWork, form_id: str, language: str) -> str:
        return {"zh-CN": "合同", "en": "Contract"}[language]

    def get_tenant(self, work: UnitOfWork) -> Tenant:
        return Tenant(TENANT, "华东工业品有限公司", "zh-CN", "Asia/Shanghai", "active", START, START)

    # -- what AWS does

    def hear(self) -> None:
        """Every event not heard yet."""
        events = self.flows.table.events
        while self.heard < len(events):
            self.tell(events[self.heard])
            self.heard += 1

    def tell(self, envelope: Envelope) -> None:
        """As `edge.consumer` does: once in effect."""

        def body(work: UnitOfWork) -> None:
            seen = Key("seen", envelope.id)
            if self.flows.table.get(work, seen) is None:
                self.service.note(work, envelope)
                work.create(seen, "seen", {})

        self.commit(body)

    def handle(self, message: dict[str, Any]) -> None:
        """As `edge.claimed_worker` does."""
        claimed = self.commit(lambda work: self.service.claim(work, message))
        if claimed is not None:
            self.finish(claimed)

    def finish(self, due: Due) -> None:
        self.commit(lambda work: self.service.send(work, due))

    def commit(self, body: Callable[[UnitOfWork], Any]) -> Any:
        while True:
            work = UnitOfWork(system_actor(TENANT), self.now)
            result = body(work)
            self.step()
            try:
                self.flows.table.commit(work)
            except Contended:
                continue
            self.step()
            return result

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.dies_at:
            raise Died()

    def run(self, until: timedelta = timedelta(hours=1)) -> None:
        """Everything that falls due until then; what is not finished comes back."""
        end = self.now + until
        while self.queue:
            at, message = min(self.queue, key=lambda entry: entry[0])
            if at > end:
                return
            self.queue.remove((at, message))
            self.now = max(self.now, at)
            try:
                self.handle(message)
            except (Died, Unavailable):
                self.queue.append((self.now + GIVEN_BACK, message))

    def settle(self) -> None:
        self.hear()
        self.run()

    # -- people

    def submit(self, who: str = "rep", **values: Any) -> str:
        return self.flows.submit(who, customer=values.pop("customer", "华东阀门"), total="1234567.80", **values)

    def choose(self, who: str, **wanted: bool) -> None:
        self.commit(lambda work: self.preferences.save(work, who, chosen(wanted, Preferences())))

    def to(self, who: str) -> list[Sent]:
        return [mail for mail in self.sent if mail.to == f"{who}@east.example.cn"]

    def _send(self, to: str, subject: str, text: str, html: str, headers: Mapping[str, str]) -> None:
        self.step()
        self.sent.append(Sent(to, subject, text, html, headers))
        self.step()

    def _enqueue(self, message: dict[str, Any], delay_seconds: int = 0) -> None:
        self.step()
        self.queue.append((self.now + timedelta(seconds=delay_seconds), message))
        self.step()
