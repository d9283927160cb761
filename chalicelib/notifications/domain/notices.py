"""Who should know what of an event, and whether it is still worth telling when the mail is about to leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...comments.events import COMMENT_ADDED
from ...flows.events import MEMBERS_COPIED, RUN_APPROVED, RUN_REJECTED, TASK_OPENED
from ...kernel.codec import Codec
from ...kernel.errors import Unavailable
from ...kernel.events import Envelope
from ...kernel.ids import derived_id
from .preferences import CC, COMMENT, OUTCOME, TODO

OPEN = "open"
APPROVED, REJECTED = "approved", "rejected"
ENDED = (APPROVED, REJECTED)


class NoticeBusy(Unavailable):
    """Another delivery of the same message is at it; the queue asks again when that one's time is over."""

    code = "notice_busy"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing for one member. The id is made of the event's, so that a repeated event makes the same notice.
    `actor_id` is whose act it was, "" if it was the flow's. A notice of a comment names its record instead of a run.
    """

    id: str
    kind: str
    member_id: str
    run_id: str
    task_id: str = ""
    node_name: str = ""
    actor_id: str = ""
    record_id: str = ""
    comment_id: str = ""

    def doc(self) -> dict[str, Any]:
        return NOTICES.dump(self)


NOTICES = Codec(Notice, sparse=("record_id", "comment_id"))


@dataclass(frozen=True, slots=True)
class Due:
    """What one mail is to say: one notice, or several that were gathered and how many `more` there is no room for.
    `holder` proves that the claim is still ours.
    """

    id: str
    holder: str
    notices: tuple[Notice, ...]
    more: int = 0


def notices_of(envelope: Envelope) -> Iterator[Notice]:
    """Nobody is told of what he did himself, and an initiator knows his own record: a copy tells him nothing."""
    data, actor_id = envelope.data, envelope.actor_id
    if envelope.type == TASK_OPENED:
        for task in data["tasks"]:
            notice = _notice(envelope, TODO, task["assignee_id"], actor_id, task["task_id"])
            yield from _unless_by_himself(replace(notice, node_name=data["node_name"]), actor_id)
    elif envelope.type in (RUN_APPROVED, RUN_REJECTED):
        yield from _unless_by_himself(_notice(envelope, OUTCOME, data["initiator_id"], actor_id), actor_id)
    elif envelope.type == MEMBERS_COPIED:
        for copy in data["copies"]:
            by = "" if copy["node_id"] else actor_id
            if copy["member_id"] != data["initiator_id"]:
                yield from _unless_by_himself(_notice(envelope, CC, copy["member_id"], by), actor_id)
    elif envelope.type == COMMENT_ADDED:
        for member_id in dict.fromkeys((*data["mentions"], *data["followers"])):
            yield from _unless_by_himself(_comment_notice(envelope, member_id), data["by"])


def _comment_notice(envelope: Envelope, member_id: str) -> Notice:
    data = envelope.data
    identity = derived_id("notice", envelope.id, COMMENT, member_id, "")
    record_id, comment_id = data["record_id"], data["comment_id"]
    return Notice(identity, COMMENT, member_id, "", actor_id=data["by"], record_id=record_id, comment_id=comment_id)


def _notice(envelope: Envelope, kind: str, member_id: str, actor_id: str, task_id: str = "") -> Notice:
    identity = derived_id("notice", envelope.id, kind, member_id, task_id)
    return Notice(identity, kind, member_id, envelope.data["run_id"], task_id, actor_id=actor_id)


def _unless_by_himself(notice: Notice, actor_id: str) -> Iterator[Notice]:
    if notice.member_id != actor_id:
        yield notice


def is_news(notice: Notice, run: Any) -> bool:
    """Whether the run still says what the notice would tell him. `run` is a `flows.api.Run`."""
    if not run.concerns(notice.member_id):
        return False
    if notice.kind == TODO:
        return _waits_for(notice.member_id, run.task(notice.task_id), run)
    if notice.kind == OUTCOME:
        return run.status in ENDED and run.initiator == notice.member_id
    return any(copy.member == notice.member_id and not copy.read_at for copy in run.copies)


def _waits_for(member_id: str, task: Any, run: Any) -> bool:
    """Not what he is asked by submitting it himself: many are asked by the machine, whose act has no actor."""
    if task is None or task.member != member_id or task.status != OPEN:
        return False
    return bool(run.initiator != member_id or task.opened_at != run.started_at)


def from_doc(doc: Mapping[str, Any]) -> Notice:
    """Of a message that any release sent."""
    return NOTICES.load(doc)
