"""What the mails of comments say: who said what about which record, with the title that the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..comments.api import Comment
from ..edge.mail import Entry, Fact, Letter, Mail, Said, fill, one_line, several_lines, wording, write
from .news import FOLDER, NAMED, TITLE, News, foot


@dataclass(frozen=True, slots=True)
class CommentTold(News):
    """A notice of a comment. `title` and `form` are in the reader's language and under their rights."""

    comment: Comment
    title: str
    form: str

    @property
    def url(self) -> str:
        return f"{self.page(f'/records/{self.comment.record_id}')}#comment-{self.comment.id}"

    @property
    def mentioned(self) -> bool:
        return self.notice.member_id in self.comment.mentions


def write_single(told: CommentTold) -> Mail:
    by = told.name_of(told.comment.by)
    shown = {"title": one_line(told.title, TITLE) or one_line(told.form), "form": one_line(told.form), "by": by}
    kind = "mentioned" if told.mentioned else "comment"
    said = {part: fill(text, shown) for part, text in wording(FOLDER, kind, told.language).items()}
    words = wording(FOLDER, "words", told.language)
    text = several_lines(told.comment.text)
    return write(
        Letter(
            language=told.language,
            subject=said["subject"],
            heading=said["heading"],
            intro=said["intro"],
            button=said["button"],
            url=told.url,
            preview=one_line(told.comment.text, TITLE),
            facts=(Fact(words["form"], shown["form"]), Fact(words["commented"], told.at(told.comment.at))),
            said=Said(fill(words["wrote"], {"by": by}), text),
            **foot(told, words),
        )
    )


def write_several(told: Sequence[CommentTold], more: int) -> Mail:
    """`more` are those beyond what is told here; all are for one member."""
    first = told[0]
    words = wording(FOLDER, "words", first.language)
    left = len(told) + more - NAMED
    shown = {"count": str(len(told) + more), "more": str(left)}
    said = {part: fill(text, shown) for part, text in wording(FOLDER, "several_comment", first.language).items()}
    entries = tuple(_entry(each, words["comment_note"]) for each in told[:NAMED])
    return write(
        Letter(
            language=first.language,
            subject=said["subject"],
            heading=said["heading"],
            intro=said["intro"],
            button=said["button"],
            url=first.page("/"),
            preview="、".join(entry.title for entry in entries[:3]),
            entries=entries,
            small=(said["more"],) if left > 0 else (),
            **foot(first, words),
        )
    )


def _entry(told: CommentTold, note: str) -> Entry:
    shown = {"by": told.name_of(told.comment.by), "at": told.at(told.comment.at), "form": one_line(told.form)}
    return Entry(one_line(told.title, TITLE) or one_line(told.form), fill(note, shown), told.url)
