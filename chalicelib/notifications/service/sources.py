"""What is true now of the things that notices tell: one source for runs, one for comments."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from ...directory.org import Org, OrgMember
from ...edge.mail import Mail
from ...kernel.unit_of_work import UnitOfWork
from ...tenancy.api import Tenant
from .. import comment_letters, letters
from ..comment_letters import CommentTold
from ..domain.notices import Notice, is_news
from ..domain.preferences import TODO
from ..letters import Told
from ..news import News
from .ports import Comments, Flows, Records


class Reader(NamedTuple):
    """Whom a notice is for, and what every mail to them knows."""

    member: OrgMember
    org: Org
    tenant: Tenant
    origin: str


class Source(Protocol):
    def find(self, work: UnitOfWork, notice: Notice, reader: Reader) -> News | None:
        """None for what they may not see, or need not know any more."""
        ...

    def single(self, told: Any) -> Mail: ...

    def several(self, told: Sequence[Any], more: int) -> Mail:
        """`more` are those beyond what is told."""
        ...


class RunSource:
    def __init__(self, flows: Flows) -> None:
        self._flows = flows

    def find(self, work: UnitOfWork, notice: Notice, reader: Reader) -> Told | None:
        run = self._flows.get_run(work, notice.run_id)
        if run is None or not is_news(notice, run):
            return None
        return Told(
            notice,
            *reader,
            run=run,
            card=self._flows.card(work, run, reader.member.id, reader.member.language),
            decision=None if notice.kind == TODO else self._flows.last_decision(work, notice.run_id),
        )

    def single(self, told: Told) -> Mail:
        return letters.write_single(told)

    def several(self, told: Sequence[Told], more: int) -> Mail:
        return letters.write_several(told, more)


class CommentSource:
    def __init__(self, comments: Comments, records: Records) -> None:
        self._comments = comments
        self._records = records

    def find(self, work: UnitOfWork, notice: Notice, reader: Reader) -> CommentTold | None:
        comment = self._comments.find(work, notice.record_id, notice.comment_id)
        title = self._records.title_for(work, notice.record_id, reader.member.id) if comment else None
        if comment is None or title is None:
            return None
        form = self._records.form_label(work, comment.form_id, reader.member.language)
        return CommentTold(notice, *reader, comment=comment, title=title, form=form)

    def single(self, told: CommentTold) -> Mail:
        return comment_letters.write_single(told)

    def several(self, told: Sequence[CommentTold], more: int) -> Mail:
        return comment_letters.write_several(told, more)
