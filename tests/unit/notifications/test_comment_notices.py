"""Who is mailed what of a comment."""

from typing import Any

from chalicelib.comments.domain import Comment
from chalicelib.comments.events import comment_added

from .mail_inbox import MailInbox

RECORD, FORM = "r" * 26, "f" * 26


def say(mails: MailInbox, *mentions: str, text: str = "请看附件", number: int = 1) -> Comment:
    comment = Comment(f"c{number}".ljust(26, "0"), RECORD, FORM, text, mentions, "rep", "2026-11-22T08:00:00Z")
    mails.comments[comment.id] = comment
    mails.flows.do(lambda work: work.emit(comment_added(comment, {"rep", "cfo", *mentions})), "rep")
    return comment


def room(**languages: Any) -> MailInbox:
    mails = MailInbox(**languages)
    mails.titles = {"rep": "年度框架", "head": "年度框架", "cfo": "年度框架"}
    return mails


def test_whoever_is_mentioned_or_follows_is_told_and_the_author_is_not() -> None:
    mails = room(cfo="en")
    comment = say(mails, "head")
    mails.settle()
    assert {mail.to: mail.subject for mail in mails.sent} == {
        "head@east.example.cn": "王敏 提到了您：年度框架",
        "cfo@east.example.cn": "王敏 commented: 年度框架",
    }
    mail = mails.to("head")[0]
    assert "请看附件" in mail.text
    assert f"https://banli.test/records/{RECORD}?company={'t' * 26}#comment-{comment.id}" in mail.text.splitlines()


def test_who_may_not_read_the_record_any_more_is_told_nothing() -> None:
    mails = room()
    del mails.titles["head"]
    say(mails, "head")
    mails.settle()
    assert mails.to("head") == []


def test_a_comment_that_was_deleted_before_the_mail_left_is_not_told() -> None:
    mails = room()
    comment = say(mails, "head")
    del mails.comments[comment.id]
    mails.settle()
    assert mails.sent == []


def test_who_does_not_want_mails_of_comments_still_gets_the_others() -> None:
    mails = room()
    mails.choose("head", comment=False)
    say(mails, "head")
    mails.settle()
    assert mails.to("head") == []
    assert len(mails.to("cfo")) == 1


def test_a_lively_talk_is_gathered_into_one_mail() -> None:
    mails = room()
    for number in range(1, 31):
        say(mails, number=number, text=f"第 {number} 句")
    mails.settle()
    several = mails.to("cfo")[-1]
    assert "条新评论" in several.subject
    assert len(mails.to("cfo")) < 30


def test_the_words_of_a_comment_are_no_markup() -> None:
    mails = room()
    say(mails, "head", text="<script>alert(1)</script>")
    mails.titles["head"] = "<b>框架</b>"
    mails.settle()
    mail = mails.to("head")[0]
    assert "<script>" not in mail.html
    assert "<b>框架" not in mail.html
