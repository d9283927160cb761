"""Who is mailed what of an approval, and who is left in peace."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.kernel.errors import Stale
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notifications.service.choosing import Choosing

from ..flows.builders import approve, cc, company, definition, member, people
from .mail_inbox import MailInbox, mailable

ONE = definition(approve("head", people("head")), cc("told", people("assistant", "rep")))


def room(*steps: Any, **languages: Any) -> MailInbox:
    made = MailInbox(**languages)
    made.flows.publish(definition(*steps) if steps else ONE)
    return made


def test_who_is_asked_learns_by_whom_for_what_and_where() -> None:
    mails = room()
    run_id = mails.submit()
    mails.settle()
    assert [mail.to for mail in mails.sent] == ["head@east.example.cn"]
    mail = mails.sent[0]
    assert mail.subject == "待您审批：华东阀门（REP）"
    record_id = run_id.partition(".")[0]
    assert f"https://banli.test/records/{record_id}?run={run_id}&company={'t' * 26}" in mail.text.splitlines()
    for line in (
        "表单：报价单",
        "总额：¥1,234,567.80",
        "发起人：REP",
        "当前节点：head",
        "提交时间：2026年11月22日 16:00",
    ):
        assert line in mail.text.splitlines()
    assert "更改邮件提醒：https://banli.test/account?company=" in mail.text
    assert mail.headers["List-Unsubscribe"] == f"<https://banli.test/account?company={'t' * 26}>"


def test_whoever_is_asked_learns_until_when() -> None:
    mails = room(approve("head", people("head"), due_hours=30))
    mails.submit()
    mails.settle()
    assert "请在此前处理：2026年11月23日 22:00" in mails.sent[0].text.splitlines()


def test_each_reads_his_own_language() -> None:
    mails = room(head="en")
    mails.submit()
    mails.settle()
    assert mails.sent[0].subject == "For you to decide: 华东阀门 (REP)"
    assert "Submitted: Nov 22, 2026 16:00" in mails.sent[0].text
    assert 'lang="en"' in mails.sent[0].html


def test_the_initiator_learns_the_outcome_with_the_words_of_who_decided() -> None:
    mails = room()
    mails.submit()
    mails.flows.decide("head", "reject", "太贵了\n请再谈")
    mails.settle()
    (mail,) = mails.to("rep")
    assert mail.subject == "未通过：华东阀门"
    assert "李雷 的意见：\n> 太贵了\n> 请再谈" in mail.text
    assert "您可以修改后重新提交。" in mail.text
    assert mails.to("head") == []


def test_who_is_kept_informed_is_told_but_not_the_initiator() -> None:
    mails = room()
    mails.submit()
    mails.flows.decide("head")
    mails.settle()
    assert [mail.subject for mail in mails.to("assistant")] == ["抄送给您：华东阀门（REP）"]
    assert [mail.subject for mail in mails.to("rep")] == ["已通过：华东阀门"]


def test_a_copy_by_a_colleague_names_him() -> None:
    mails = room()
    run_id = mails.submit()
    mails.flows.do(lambda work: mails.flows.runs.copy_to(work, run_id, ["rep2", "rep"]), "rep")
    mails.settle()
    assert [mail.subject for mail in mails.to("rep2")] == ["王敏 抄送给您：华东阀门"]
    assert mails.to("rep") == []


def test_a_copy_that_was_read_already_is_not_mailed() -> None:
    mails = room()
    run_id = mails.submit()
    mails.flows.do(lambda work: mails.flows.runs.copy_to(work, run_id, ["rep2"]), "rep")
    mails.flows.do(lambda work: mails.flows.runs.mark_read(work, run_id), "rep2")
    mails.settle()
    assert mails.to("rep2") == []


def test_nobody_is_told_of_his_own_act() -> None:
    mails = room(approve("self", {"type": "initiator"}, same_as_initiator="allow"), approve("head", people("head")))
    mails.submit()
    mails.flows.decide("rep")
    mails.settle()
    assert mails.to("rep") == []
    assert len(mails.to("head")) == 1


def test_who_decides_his_own_last_step_needs_no_mail_about_it() -> None:
    mails = room(approve("self", {"type": "initiator"}, same_as_initiator="allow"))
    mails.submit()
    mails.flows.decide("rep")
    mails.settle()
    assert mails.sent == []


def test_a_todo_that_is_decided_by_now_is_not_mailed() -> None:
    mails = room(approve("any", people("head", "cfo")))
    mails.submit()
    mails.flows.decide("cfo")
    mails.settle()
    assert mails.to("head") == []
    assert mails.to("cfo") == []
    assert len(mails.to("rep")) == 1


def test_a_todo_that_is_withdrawn_by_now_is_not_mailed() -> None:
    mails = room()
    run_id = mails.submit()
    mails.flows.do(lambda work: mails.flows.runs.withdraw(work, run_id, ""), "rep")
    mails.settle()
    assert mails.sent == []


def test_who_left_is_not_mailed_but_who_takes_over_is_told_from_whom() -> None:
    mails = room()
    mails.submit()
    mails.flows.do(lambda work: mails.flows.handover.hand_over(work, "head", "cfo"), "chair")
    org = mails.flows.directory.company
    gone = replace(org.members["head"], active=False, successor_id="cfo")
    mails.flows.directory.company = replace(org, members={**org.members, "head": gone})
    mails.settle()
    assert mails.to("head") == []
    (mail,) = mails.to("cfo")
    assert mail.subject == "转交给您：华东阀门（REP）"
    assert "“华东阀门”原由 李雷 处理，现在由您审批。" in mail.text


def test_the_initiator_who_left_is_not_mailed_the_outcome() -> None:
    mails = room()
    mails.submit()
    mails.flows.decide("head")
    mails.flows.directory.company = mailable(company(member("rep", "east", active=False)))
    mails.settle()
    assert mails.to("rep") == []


@pytest.mark.parametrize(("kind", "spared"), [("todo", "head"), ("outcome", "rep"), ("cc", "assistant")])
def test_what_somebody_does_not_want_is_not_mailed(kind: str, spared: str) -> None:
    mails = room()
    mails.choose(spared, **{kind: False})
    mails.submit()
    mails.settle()
    mails.flows.decide("head")
    mails.settle()
    assert mails.to(spared) == []
    assert {mail.to.partition("@")[0] for mail in mails.sent} == {"head", "rep", "assistant"} - {spared}


def test_what_users_wrote_stays_text_on_its_line() -> None:
    mails = room()
    evil = '<b>x</b>\r\nBcc: a@b.co\u202e" onclick=' + "长" * 200
    mails.submit(customer=evil)
    mails.flows.decide("head", "reject", "<script>alert(1)</script>\n{url}")
    mails.settle()
    (mail,) = mails.to("rep")
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert len(mail.subject) < 120
    assert "\u202e" not in mail.subject + mail.text + mail.html
    assert "<script>" not in mail.html
    assert "<b>" not in mail.html
    assert "> {url}" in mail.text


def test_a_stale_choice_is_refused_and_one_of_two_first_choices_too() -> None:
    mails = MailInbox()
    choosing = Choosing(mails.preferences)
    everything = {"todo": True, "outcome": True, "cc": True}

    def choose(version: int, **wanted: bool) -> None:
        mails.flows.do(lambda work: choosing.change(work, version, everything | wanted), "rep")

    def seen() -> dict[str, bool]:
        return choosing.get(mails.flows.work("rep")).shown()

    assert seen() == {**everything, "comment": True}
    choose(0, cc=False)
    with pytest.raises(Stale):
        choose(0)
    choose(1, todo=False)
    assert seen() == {"todo": False, "outcome": True, "cc": True, "comment": True}
    late = UnitOfWork(mails.flows.work("rep2").actor, mails.now)
    choosing.change(late, 0, everything)
    mails.flows.do(lambda work: choosing.change(work, 0, everything), "rep2")
    with pytest.raises(Stale):
        mails.flows.table.commit(late)
