"""The way of an event to a webhook: attempts, pauses, ends; and that no crash loses it."""

import json
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from chalicelib.edge.schemas import validate
from chalicelib.integrations.domain.deliveries import DELAYS, LEASE, SLOTS, SPAN, Fault, State
from chalicelib.integrations.domain.webhooks import Off, WebhookOff, switched_off
from chalicelib.integrations.service.deliveries import LONGEST_DELAY
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import NotFound, Unavailable
from chalicelib.kernel.unit_of_work import UnitOfWork

from .company_fixture import EVENT, START, TENANT, WEBHOOK, CompanyFixture, Died, envelope

# -- the ordinary way


def test_an_event_is_delivered_once_with_its_id() -> None:
    fixture = CompanyFixture()
    fixture.tell()
    fixture.run()
    assert fixture.delivery.state is State.DELIVERED
    assert [headers["webhook-id"] for _, headers, _ in fixture.received] == [EVENT]
    validate("integrations/webhook_payload", json.loads(fixture.received[0][2]))


def test_an_event_nobody_wants_or_nobody_publishes_goes_nowhere() -> None:
    fixture = CompanyFixture()
    for event_type in ("forms.RecordCreated", "flows.Plumbing", "identity.SignedIn"):
        fixture.tell(event_type)
    assert fixture.queue == []


def test_a_message_that_the_queue_refuses_does_not_hold_up_those_of_other_webhooks() -> None:
    fixture = CompanyFixture()
    second = replace(fixture.rows.webhooks[WEBHOOK], id="x" * 26)
    fixture.rows.webhooks[second.id] = second
    fixture.refused = {WEBHOOK}
    with pytest.raises(Unavailable):
        fixture.tell()
    assert [message["webhook_id"] for _, message in fixture.queue] == [second.id]
    fixture.refused = set()
    fixture.tell()
    assert {message["webhook_id"] for _, message in fixture.queue} == {WEBHOOK, second.id}


def test_a_webhook_that_is_off_hears_nothing() -> None:
    fixture = CompanyFixture()
    fixture.rows.webhooks[WEBHOOK] = switched_off(fixture.rows.webhooks[WEBHOOK], Off.BY_MEMBER, START)
    fixture.tell()
    assert fixture.queue == []


def test_a_test_event_goes_to_its_webhook_whatever_it_subscribed_to() -> None:
    fixture = CompanyFixture()
    fixture.commit(
        lambda work: fixture.service.fan_out(work, envelope("integrations.WebhookTested", webhook_id=WEBHOOK))
    )
    fixture.run()
    assert fixture.delivery.state is State.DELIVERED


# -- failing


def test_ten_attempts_over_three_days_then_failed() -> None:
    fixture = CompanyFixture(answers=[500] * 20)
    fixture.tell()
    fixture.run()
    times = [at for at, _, _ in fixture.received]
    assert fixture.delivery.state is State.FAILED
    assert len(times) == len(DELAYS) + 1 == 10
    assert times[-1] - times[0] >= SPAN >= timedelta(hours=75.6)
    for pause, planned in zip((b - a for a, b in pairwise(times)), DELAYS, strict=True):
        longest = max(planned * 1.2, planned + timedelta(hours=19))  # the last is stretched so that the span is kept
        assert planned * 0.8 <= pause <= longest + timedelta(seconds=2)


def test_every_attempt_sends_the_same_bytes_under_the_same_id() -> None:
    fixture = CompanyFixture(answers=[500] * 4)
    fixture.tell()
    fixture.run()
    assert len({body for _, _, body in fixture.received}) == 1
    assert {headers["webhook-id"] for _, headers, _ in fixture.received} == {EVENT}


def test_pauses_differ_between_deliveries() -> None:
    pauses = set()
    for letter in "abcdefgh":
        fixture = CompanyFixture(answers=[500, 500])
        fixture.tell(event_id=letter * 26)
        fixture.run()
        pauses.add(fixture.received[2][0] - fixture.received[1][0])
    assert len(pauses) > 4


@pytest.mark.parametrize(("status", "fault"), [(0, Fault.NO_ANSWER), (302, Fault.REDIRECT), (404, Fault.REFUSED)])
def test_other_answers_are_failures_that_are_tried_again(status: int, fault: Fault) -> None:
    fixture = CompanyFixture(answers=[status])
    fixture.tell()
    fixture.run()
    assert [attempt.fault for attempt in fixture.delivery.attempts] == [fault, Fault.NONE]


def test_no_answer_tells_no_duration() -> None:
    """How long a refused connection took would tell an open port from a filtered one."""
    fixture = CompanyFixture(answers=[0])
    fixture.tell()
    fixture.step()
    assert fixture.delivery.attempts[0].milliseconds == 0


@pytest.mark.parametrize(
    ("answer", "pause"),
    [
        ((429, "60"), timedelta(seconds=60)),
        ((503, format_datetime(START + timedelta(seconds=90), usegmt=True)), timedelta(seconds=90)),
        ((429, "999999999"), timedelta(hours=24)),
        ((429, "-5"), timedelta(seconds=4)),
        ((429, "soon"), timedelta(seconds=4)),
        ((503, "Mon, 32 Foo 2026"), timedelta(seconds=4)),
        ((500, "60"), timedelta(seconds=4)),
    ],
)
def test_retry_after_is_honoured_within_a_day(answer: tuple[int, str], pause: timedelta) -> None:
    fixture = CompanyFixture(answers=[answer])
    fixture.tell()
    fixture.run()
    waited = fixture.received[1][0] - fixture.received[0][0]
    assert pause <= waited <= pause + timedelta(seconds=3)


def test_long_pauses_are_schedules_and_short_ones_delayed_messages() -> None:
    fixture = CompanyFixture(answers=[500] * 3)
    fixture.tell()
    fixture.step()
    fixture.step()
    assert len(fixture.queue) == 1
    assert fixture.reminders == {}
    fixture.step()
    assert fixture.queue == []
    assert len(fixture.reminders) == 1
    assert all((at - fixture.now).total_seconds() > LONGEST_DELAY for at, _ in fixture.reminders.values())


def test_gone_switches_the_webhook_off() -> None:
    fixture = CompanyFixture(answers=[410])
    fixture.tell()
    fixture.run()
    assert fixture.delivery.state is State.FAILED
    assert fixture.rows.webhooks[WEBHOOK].off is Off.GONE
    assert fixture.emitted == ["integrations.WebhookDisabled"]
    assert fixture.audited == ["webhook.switched_off"]


def test_five_days_without_success_switch_the_webhook_off() -> None:
    fixture = CompanyFixture(answers=[500] * 100)
    for hours in (0, 24, 48, 72, 96):
        fixture.now = START + timedelta(hours=hours)
        fixture.tell(event_id=f"{hours:02}" * 13)
        fixture.handle(fixture.queue.pop()[1])
    assert not fixture.rows.webhooks[WEBHOOK].off
    fixture.run()
    assert fixture.rows.webhooks[WEBHOOK].off is Off.FAILING
    assert {delivery.state for delivery in fixture.rows.deliveries.values()} == {State.FAILED}


def test_one_success_starts_the_five_days_anew() -> None:
    fixture = CompanyFixture(answers=[500, 200])
    fixture.tell()
    fixture.run()
    assert fixture.rows.failing == {}


def test_what_waits_for_a_webhook_switched_off_fails_and_can_be_resent() -> None:
    fixture = CompanyFixture(answers=[500])
    fixture.tell()
    fixture.step()
    webhook = fixture.rows.webhooks[WEBHOOK]
    fixture.rows.webhooks[WEBHOOK] = switched_off(webhook, Off.BY_MEMBER, START)
    fixture.run()
    assert (fixture.delivery.state, fixture.delivery.attempts[-1].fault) == (State.FAILED, Fault.WEBHOOK_OFF)
    with pytest.raises(WebhookOff):
        fixture.commit(lambda work: fixture.service.resend(work, WEBHOOK, EVENT))
    fixture.rows.webhooks[WEBHOOK] = webhook
    fixture.commit(lambda work: fixture.service.resend(work, WEBHOOK, EVENT))
    assert fixture.delivery.state is State.WAITING


def test_a_webhook_that_was_removed_ends_its_deliveries() -> None:
    fixture = CompanyFixture(answers=[500] * 9)
    fixture.tell()
    fixture.step()
    fixture.rows.webhooks.clear()
    fixture.run()
    assert len(fixture.received) == 1


# -- a company's share of the workers


def test_a_message_without_a_slot_comes_again_soon() -> None:
    fixture = CompanyFixture()
    fixture.tell()
    fixture.slots.taken = {slot: START + timedelta(seconds=20) for slot in range(SLOTS)}
    fixture.step()
    assert (fixture.received, len(fixture.queue)) == ([], 1)
    fixture.run()
    assert fixture.delivery.state is State.DELIVERED
    assert START + timedelta(seconds=20) <= fixture.received[0][0] <= START + timedelta(seconds=26)


def test_a_slot_is_free_again_after_the_attempt_whatever_came_of_it() -> None:
    fixture = CompanyFixture(answers=[500, 0, 410])
    fixture.tell()
    while fixture.step():
        assert fixture.slots.taken == {}
    assert len(fixture.received) == 3


def test_a_slot_of_a_worker_that_died_is_free_when_its_lease_is_over() -> None:
    fixture = CompanyFixture()
    fixture.tell()

    def die() -> None:
        fixture.before_commit = lambda: None
        raise Died

    fixture.before_commit = die
    fixture.step()
    assert list(fixture.slots.taken.values()) == [START + LEASE]
    fixture.now = START + LEASE
    assert fixture.slots.take(UnitOfWork(system_actor(TENANT), fixture.now)) == 0


# -- sending again


def resend(fixture: CompanyFixture) -> None:
    after = fixture.commit(lambda work: fixture.service.resend(work, WEBHOOK, EVENT))
    event = envelope(
        "integrations.DeliveryResent", "r" * 26, webhook_id=WEBHOOK, delivery_id=EVENT, ticket=after.ticket
    )
    fixture.commit(lambda work: fixture.service.fan_out(work, event))


def test_resending_makes_a_new_round_and_keeps_the_log() -> None:
    fixture = CompanyFixture(answers=[500] * 10)
    fixture.tell()
    fixture.run()
    resend(fixture)
    fixture.run()
    assert fixture.delivery.state is State.DELIVERED
    assert len(fixture.delivery.attempts) == 11
    assert fixture.audited == ["webhook.delivery_resent"]


def test_resending_what_still_waits_replaces_the_wait() -> None:
    fixture = CompanyFixture(answers=[500, 500])
    fixture.tell()
    fixture.step()
    resend(fixture)
    fixture.run()
    assert len(fixture.received) == 3
    assert fixture.delivery.state is State.DELIVERED


def test_resending_the_unknown_is_not_found() -> None:
    fixture = CompanyFixture()
    with pytest.raises(NotFound):
        fixture.commit(lambda work: fixture.service.resend(work, WEBHOOK, EVENT))
    with pytest.raises(NotFound):
        fixture.commit(lambda work: fixture.service.resend(work, "x" * 26, EVENT))


# -- crashes, repeats, races


@pytest.mark.parametrize("dies_at", range(12))
@pytest.mark.parametrize("failures", [0, 1, 3, 9])
def test_dying_before_any_commit_loses_nothing(dies_at: int, failures: int) -> None:
    """The receiver may hear an attempt twice, the delivery always reaches its end, and no message is left over."""
    fixture = CompanyFixture(answers=[500] * failures)
    fixture.tell()
    commits = 0

    def die_once() -> None:
        nonlocal commits
        commits += 1
        if commits == dies_at + 1:
            fixture.answers.insert(0, 500)  # the repeated attempt meets the same trouble
            raise Died

    fixture.before_claim = fixture.before_commit = die_once
    fixture.run()
    assert fixture.delivery.state in (State.DELIVERED, State.FAILED)
    assert len(fixture.delivery.attempts) <= 10
    assert {headers["webhook-id"] for _, headers, _ in fixture.received} == {EVENT}


def test_every_message_twice_changes_nothing() -> None:
    once, twice = CompanyFixture(answers=[500] * 3), CompanyFixture(answers=[500] * 3)
    enqueue = twice._enqueue

    def doubled(message: dict[str, object], delay_seconds: int = 0) -> None:
        enqueue(message, delay_seconds)
        enqueue(message, delay_seconds)

    twice.service._enqueue = doubled
    for fixture in (once, twice):
        fixture.tell()
        fixture.run()
    assert len(twice.received) == len(once.received)
    assert twice.delivery == once.delivery


def test_a_message_for_what_is_done_does_nothing() -> None:
    fixture = CompanyFixture()
    fixture.tell()
    message = fixture.queue[0][1]
    fixture.run()
    fixture.handle(message)
    assert len(fixture.received) == 1


def test_a_fan_out_that_dies_after_queueing_repeats_harmlessly() -> None:
    fixture = CompanyFixture()
    fixture.tell()
    fixture.tell()
    fixture.run()
    assert len(fixture.received) == 1


def test_a_message_that_overtakes_the_record_waits_for_it() -> None:
    """A worker queues the next attempt, then stalls longer than the pause before it commits."""
    fixture = CompanyFixture(answers=[500])
    fixture.tell()
    first = fixture.queue.pop()[1]

    def stall() -> None:
        fixture.before_commit = lambda: None
        fixture.now += timedelta(seconds=10)
        fixture.handle(fixture.queue.pop()[1])  # the second message, with no row yet

    fixture.before_commit = stall
    fixture.handle(first)
    assert len(fixture.delivery.attempts) == 1
    fixture.run()
    assert fixture.delivery.state is State.DELIVERED
    assert len(fixture.received) == 2


def test_two_workers_on_one_attempt_leave_one_record() -> None:
    fixture = CompanyFixture(answers=[500, 500, 200])
    fixture.tell()
    message = fixture.queue.pop()[1]

    def race() -> None:
        fixture.before_commit = lambda: None
        fixture.handle(message)

    fixture.before_commit = race
    fixture.handle(message)
    assert len(fixture.delivery.attempts) == 1
    fixture.run()
    assert [attempt.status for attempt in fixture.delivery.attempts] == [500, 200]


def test_a_lost_record_is_made_good_by_the_later_message() -> None:
    fixture = CompanyFixture(answers=[500, 500])
    fixture.tell()
    fixture.step()
    fixture.step()
    before = fixture.delivery
    fixture.run()
    fixture.rows.deliveries[EVENT] = replace(before, ticket=before.ticket - 1, state=State.WAITING, due_at=START)
    fixture.handle({"webhook_id": WEBHOOK, "delivery_id": EVENT, "ticket": before.ticket})
    assert fixture.delivery.state is State.DELIVERED
