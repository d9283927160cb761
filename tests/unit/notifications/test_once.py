"""A mail leaves once, whatever is repeated or dies; and a pile of them leaves as one."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.notifications.domain.batching import AT_ONCE, KEPT
from chalicelib.notifications.domain.notices import NoticeBusy

from ..flows.builders import approve, definition, people
from .mail_inbox import Died, MailInbox

TWO = definition(approve("both", people("head", "cfo"), mode="all"))


def room() -> MailInbox:
    made = MailInbox()
    made.flows.publish(TWO)
    return made


def test_an_event_that_is_told_twice_is_mailed_once() -> None:
    mails = room()
    mails.submit()
    mails.hear()
    for envelope in list(mails.flows.table.events):
        mails.tell(envelope)
    mails.run()
    assert len(mails.sent) == 2


def test_an_event_whose_seen_mark_was_lost_is_mailed_once() -> None:
    mails = room()
    mails.submit()
    mails.hear()
    for key in [key for key in mails.flows.table.rows if key.partition == "seen"]:
        del mails.flows.table.rows[key]
    mails.heard = 0
    mails.settle()
    assert len(mails.sent) == 2


def test_of_two_deliveries_at_once_one_waits_for_the_other() -> None:
    mails = room()
    mails.submit()
    mails.hear()
    message = mails.queue.pop()[1]
    claimed = mails.commit(lambda work: mails.service.claim(work, message))
    with pytest.raises(NoticeBusy):
        mails.handle(message)
    mails.finish(claimed)
    mails.handle(message)
    assert len(mails.sent) == 1


def test_whose_time_is_over_does_not_send_after_all() -> None:
    mails = room()
    mails.submit()
    mails.hear()
    message = mails.queue.pop()[1]
    slow = mails.commit(lambda work: mails.service.claim(work, message))
    mails.now += timedelta(minutes=6)
    mails.handle(message)
    mails.finish(slow)
    assert len(mails.sent) == 1


def _with_death_at(step: int) -> MailInbox:
    mails = room()
    mails.submit()
    mails.dies_at = step
    for _ in range(3):
        try:
            mails.settle()
        except Died:
            continue
    return mails


def test_dying_anywhere_loses_no_mail() -> None:
    steps = _with_death_at(0).steps
    assert steps > 15
    for step in range(1, steps + 1):
        mails = _with_death_at(step)
        ids = {who: {mail.headers["Message-ID"] for mail in mails.to(who)} for who in ("head", "cfo")}
        assert [len(found) for found in ids.values()] == [1, 1], step
        assert len(mails.sent) <= 3, step


def _pile(mails: MailInbox, count: int) -> list[str]:
    runs = []
    for number in range(count):
        runs.append(mails.submit(customer=f"客户{number}"))
        mails.hear()
        mails.run(timedelta(0))
    return runs


def test_a_pile_of_todos_is_a_few_mails_and_one_that_tells_the_rest() -> None:
    mails = room()
    _pile(mails, 18)
    assert len(mails.to("head")) == AT_ONCE
    mails.run()
    assert len(mails.to("head")) == AT_ONCE + 1
    last = mails.to("head")[-1]
    assert last.subject == "又有 13 件待办等您处理"
    assert "· 客户5" in last.text
    assert "还有 3 件，请在待办列表中查看。" in last.text
    assert f"https://banli.test/todos?company={'t' * 26}" in last.text.splitlines()
    assert mails.now >= mails.flows.now.replace(minute=10, second=0)


def test_what_was_decided_in_the_meantime_is_left_out() -> None:
    mails = room()
    _pile(mails, AT_ONCE + 2)
    mails.flows.decide("head")
    mails.run()
    last = mails.to("head")[-1]
    assert last.subject.startswith("待您审批：客户")
    assert len(mails.to("head")) == AT_ONCE + 1


def test_nothing_is_sent_when_all_of_it_was_decided() -> None:
    mails = room()
    _pile(mails, AT_ONCE + 1)
    mails.flows.decide("head")
    mails.run()
    assert len(mails.to("head")) == AT_ONCE


def test_more_than_a_mail_can_look_at_are_counted() -> None:
    mails = room()
    _pile(mails, AT_ONCE + KEPT + 4)
    mails.run()
    assert mails.to("head")[-1].subject == f"又有 {KEPT + 4} 件待办等您处理"


def test_ten_minutes_later_mails_are_single_again() -> None:
    mails = room()
    _pile(mails, AT_ONCE + 2)
    mails.run()
    mails.now += timedelta(minutes=11)
    mails.flows.now = mails.now
    _pile(mails, 1)
    assert mails.to("head")[-1].subject.startswith("待您审批：客户0")


def test_a_pile_of_outcomes_says_what_became_of_each() -> None:
    mails = MailInbox(rep="en")
    mails.flows.publish(definition(approve("head", people("head"))))
    _pile(mails, AT_ONCE + 2)
    for decision in ["approve"] * AT_ONCE + ["reject", "approve"]:
        mails.flows.decide("head", decision)
        mails.hear()
        mails.run(timedelta(0))
    mails.run()
    assert len(mails.to("rep")) == AT_ONCE + 1
    last: Any = mails.to("rep")[-1]
    assert last.subject == "2 of your records are decided"
    assert "Rejected · 报价单" in last.text
    assert "Approved · 报价单" in last.text
