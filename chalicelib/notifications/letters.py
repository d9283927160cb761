"""What the mails of runs say: the values of the card that the reader's own lists show, in his language and the
company's time zone, and one link to the page where the work is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from ..edge.mail import Entry, Fact, Letter, Mail, Said, fill, one_line, several_lines, wording, write
from ..flows.api import Run, step_name
from ..forms.api import Reader
from .domain.notices import APPROVED, REJECTED
from .domain.preferences import CC, OUTCOME, TODO
from .news import FOLDER, NAMED, TITLE, News, foot
from .values import summed_up

LISTS = {TODO: "/todos", OUTCOME: "/started", CC: "/cc"}


@dataclass(frozen=True, slots=True)
class Told(News):
    """A notice of a run. `card` is in the reader's language already."""

    run: Run
    card: Mapping[str, Any]
    decision: Mapping[str, Any] | None = None

    @property
    def run_url(self) -> str:
        """The page of the document; the run is named because the record may be in a later round, or gone, by then."""
        return self.page(f"/records/{self.run.facts['record_id']}", run=self.run.id)


def write_single(told: Told) -> Mail:
    kind, by = _kind(told)
    shown = {
        "title": one_line(told.card["title"], TITLE),
        "form": one_line(told.card["form_name"]),
        "initiator": one_line(told.card["initiator_name"]),
        "by": by,
    }
    said = {part: fill(text, shown) for part, text in wording(FOLDER, kind, told.language).items()}
    words = wording(FOLDER, "words", told.language)
    facts = tuple(_facts(told, words))
    return write(
        Letter(
            language=told.language,
            subject=said["subject"],
            heading=said["heading"],
            intro=said["intro"],
            button=said["button"],
            url=told.run_url,
            preview=" · ".join(fact.value for fact in facts[:4]) or said["intro"],
            facts=facts,
            said=_opinion(told, words),
            small=(words["again"],) if kind == REJECTED else (),
            **foot(told, words),
        )
    )


def write_several(told: Sequence[Told], more: int) -> Mail:
    """`more` are those beyond what is told here; all are of one kind and for one member."""
    first = told[0]
    kind = first.notice.kind
    words = wording(FOLDER, "words", first.language)
    left = len(told) + more - NAMED
    shown = {"count": str(len(told) + more), "more": str(left)}
    said = {part: fill(text, shown) for part, text in wording(FOLDER, f"several_{kind}", first.language).items()}
    entries = tuple(_entry(each, words) for each in told[:NAMED])
    return write(
        Letter(
            language=first.language,
            subject=said["subject"],
            heading=said["heading"],
            intro=said["intro"],
            button=said["button"],
            url=first.page(LISTS[kind]),
            preview="、".join(entry.title for entry in entries[:3]),
            entries=entries,
            small=(said["more"],) if left > 0 else (),
            **foot(first, words),
        )
    )


def _kind(told: Told) -> tuple[str, str]:
    """The file of words, and whom they name as `by`."""
    notice = told.notice
    if notice.kind == OUTCOME:
        return (APPROVED if told.run.status == APPROVED else REJECTED), ""
    if notice.kind == CC:
        by = told.name_of(notice.actor_id)
        return ("cc_by", by) if by else ("cc", "")
    task = told.run.task(notice.task_id)
    before = told.name_of(str(task.why.get("successor_of", ""))) if task else ""
    return ("handed_over", before) if before else ("todo", "")


def _facts(told: Told, words: Mapping[str, str]) -> Iterator[Fact]:
    card, run = told.card, told.run
    yield Fact(words["form"], one_line(card["form_name"]))
    if card["serial"] and card["serial"] not in card["title"]:
        yield Fact(words["serial"], one_line(card["serial"]))
    reader = Reader(told.language, ZoneInfo(told.tenant.zone), partial(_named, told))
    for each in card["summary"]:
        value = summed_up(each, reader)
        if value:
            yield Fact(one_line(each["name"]), value)
    if told.notice.kind != OUTCOME:
        yield Fact(words["initiator"], one_line(card["initiator_name"]))
    yield Fact(words["submitted"], told.at(run.started_at))
    yield from _of_kind(told, words)


def _of_kind(told: Told, words: Mapping[str, str]) -> Iterator[Fact]:
    notice, run = told.notice, told.run
    if notice.kind == TODO:
        task = run.task(notice.task_id)
        yield Fact(words["node"], one_line(step_name(notice.node_name, told.language)))
        if task and task.opened_at != run.started_at:
            yield Fact(words["since"], told.at(task.opened_at))
        if task and task.due_at:
            yield Fact(words["due"], told.at(task.due_at))
    elif notice.kind == OUTCOME:
        if told.decision:
            yield Fact(words["decided_by"], one_line(told.decision["by_name"]))
        yield Fact(words["decided"], told.at(run.ended_at))


def _opinion(told: Told, words: Mapping[str, str]) -> Said | None:
    opinion = several_lines(str(told.decision.get("opinion", ""))) if told.decision else ""
    if not opinion or told.notice.kind != OUTCOME or told.decision is None:
        return None
    return Said(fill(words["opinion"], {"by": one_line(told.decision["by_name"])}), opinion)


def _entry(told: Told, words: Mapping[str, str]) -> Entry:
    card, run = told.card, told.run
    shown = {
        "form": one_line(card["form_name"]),
        "initiator": one_line(card["initiator_name"]),
        "outcome": words.get(run.status, ""),
        "at": told.at(run.ended_at or run.started_at),
    }
    note = words["outcome_note"] if told.notice.kind == OUTCOME else words["note"]
    return Entry(one_line(card["title"], TITLE), fill(note, shown), told.run_url)


def _named(told: Told, kind: str, identity: str) -> str:
    if kind == "member":
        return told.name_of(identity)
    department = told.org.department(identity)
    return one_line(department.name) if department else ""
