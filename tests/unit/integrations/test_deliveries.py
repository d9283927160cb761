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
from chalicelib.kernel.work import Work

from .world import EVENT, START, TENANT, WEBHOOK, Died, World, envelope

# -- the ordinary way


def test_an_event_is_delivered_once_with_its_id() -> None:
    world = World()
    world.tell()
    world.run()
    assert world.delivery.state is State.DELIVERED
    assert [headers["webhook-id"] for _, headers, _ in world.received] == [EVENT]
    validate("integrations/webhook_payload", json.loads(world.received[0][2]))


def test_an_event_nobody_wants_or_nobody_publishes_goes_nowhere() -> None:
    world = World()
    for event_type in ("forms.RecordCreated", "flows.Plumbing", "identity.SignedIn"):
        world.tell(event_type)
    assert world.queue == []


def test_a_message_that_the_queue_refuses_does_not_hold_up_those_of_other_webhooks() -> None:
    world = World()
    second = replace(world.rows.webhooks[WEBHOOK], id="x" * 26)
    world.rows.webhooks[second.id] = second
    world.refused = {WEBHOOK}
    with pytest.raises(Unavailable):
        world.tell()
    assert [message["webhook_id"] for _, message in world.queue] == [second.id]
    world.refused = set()
    world.tell()
    assert {message["webhook_id"] for _, message in world.queue} == {WEBHOOK, second.id}


def test_a_webhook_that_is_off_hears_nothing() -> None:
    world = World()
    world.rows.webhooks[WEBHOOK] = switched_off(world.rows.webhooks[WEBHOOK], Off.BY_MEMBER, START)
    world.tell()
    assert world.queue == []


def test_a_test_event_goes_to_its_webhook_whatever_it_subscribed_to() -> None:
    world = World()
    world.commit(lambda work: world.service.fan_out(work, envelope("integrations.WebhookTested", webhook_id=WEBHOOK)))
    world.run()
    assert world.delivery.state is State.DELIVERED


# -- failing


def test_ten_attempts_over_three_days_then_failed() -> None:
    world = World(answers=[500] * 20)
    world.tell()
    world.run()
    times = [at for at, _, _ in world.received]
    assert world.delivery.state is State.FAILED
    assert len(times) == len(DELAYS) + 1 == 10
    assert times[-1] - times[0] >= SPAN >= timedelta(hours=75.6)
    for pause, planned in zip((b - a for a, b in pairwise(times)), DELAYS, strict=True):
        longest = max(planned * 1.2, planned + timedelta(hours=19))  # the last is stretched so that the span is kept
        assert planned * 0.8 <= pause <= longest + timedelta(seconds=2)


def test_every_attempt_sends_the_same_bytes_under_the_same_id() -> None:
    world = World(answers=[500] * 4)
    world.tell()
    world.run()
    assert len({body for _, _, body in world.received}) == 1
    assert {headers["webhook-id"] for _, headers, _ in world.received} == {EVENT}


def test_pauses_differ_between_deliveries() -> None:
    pauses = set()
    for letter in "abcdefgh":
        world = World(answers=[500, 500])
        world.tell(event_id=letter * 26)
        world.run()
        pauses.add(world.received[2][0] - world.received[1][0])
    assert len(pauses) > 4


@pytest.mark.parametrize(("status", "fault"), [(0, Fault.NO_ANSWER), (302, Fault.REDIRECT), (404, Fault.REFUSED)])
def test_other_answers_are_failures_that_are_tried_again(status: int, fault: Fault) -> None:
    world = World(answers=[status])
    world.tell()
    world.run()
    assert [attempt.fault for attempt in world.delivery.attempts] == [fault, Fault.NONE]


def test_no_answer_tells_no_duration() -> None:
    """How long a refused connection took would tell an open port from a filtered one."""
    world = World(answers=[0])
    world.tell()
    world.step()
    assert world.delivery.attempts[0].milliseconds == 0


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
    world = World(answers=[answer])
    world.tell()
    world.run()
    waited = world.received[1][0] - world.received[0][0]
    assert pause <= waited <= pause + timedelta(seconds=3)


def test_long_pauses_are_schedules_and_short_ones_delayed_messages() -> None:
    world = World(answers=[500] * 3)
    world.tell()
    world.step()
    world.step()
    assert len(world.queue) == 1
    assert world.reminders == {}
    world.step()
    assert world.queue == []
    assert len(world.reminders) == 1
    assert all((at - world.now).total_seconds() > LONGEST_DELAY for at, _ in world.reminders.values())


def test_gone_switches_the_webhook_off() -> None:
    world = World(answers=[410])
    world.tell()
    world.run()
    assert world.delivery.state is State.FAILED
    assert world.rows.webhooks[WEBHOOK].off is Off.GONE
    assert world.emitted == ["integrations.WebhookDisabled"]
    assert world.audited == ["webhook.switched_off"]


def test_five_days_without_success_switch_the_webhook_off() -> None:
    world = World(answers=[500] * 100)
    for hours in (0, 24, 48, 72, 96):
        world.now = START + timedelta(hours=hours)
        world.tell(event_id=f"{hours:02}" * 13)
        world.handle(world.queue.pop()[1])
    assert not world.rows.webhooks[WEBHOOK].off
    world.run()
    assert world.rows.webhooks[WEBHOOK].off is Off.FAILING
    assert {delivery.state for delivery in world.rows.deliveries.values()} == {State.FAILED}


def test_one_success_starts_the_five_days_anew() -> None:
    world = World(answers=[500, 200])
    world.tell()
    world.run()
    assert world.rows.failing == {}


def test_what_waits_for_a_webhook_switched_off_fails_and_can_be_resent() -> None:
    world = World(answers=[500])
    world.tell()
    world.step()
    webhook = world.rows.webhooks[WEBHOOK]
    world.rows.webhooks[WEBHOOK] = switched_off(webhook, Off.BY_MEMBER, START)
    world.run()
    assert (world.delivery.state, world.delivery.attempts[-1].fault) == (State.FAILED, Fault.WEBHOOK_OFF)
    with pytest.raises(WebhookOff):
        world.commit(lambda work: world.service.resend(work, WEBHOOK, EVENT))
    world.rows.webhooks[WEBHOOK] = webhook
    world.commit(lambda work: world.service.resend(work, WEBHOOK, EVENT))
    assert world.delivery.state is State.WAITING


def test_a_webhook_that_was_removed_ends_its_deliveries() -> None:
    world = World(answers=[500] * 9)
    world.tell()
    world.step()
    world.rows.webhooks.clear()
    world.run()
    assert len(world.received) == 1


# -- a company's share of the workers


def test_a_message_without_a_slot_comes_again_soon() -> None:
    world = World()
    world.tell()
    world.slots.taken = {slot: START + timedelta(seconds=20) for slot in range(SLOTS)}
    world.step()
    assert (world.received, len(world.queue)) == ([], 1)
    world.run()
    assert world.delivery.state is State.DELIVERED
    assert START + timedelta(seconds=20) <= world.received[0][0] <= START + timedelta(seconds=26)


def test_a_slot_is_free_again_after_the_attempt_whatever_came_of_it() -> None:
    world = World(answers=[500, 0, 410])
    world.tell()
    while world.step():
        assert world.slots.taken == {}
    assert len(world.received) == 3


def test_a_slot_of_a_worker_that_died_is_free_when_its_lease_is_over() -> None:
    world = World()
    world.tell()

    def die() -> None:
        world.before_commit = lambda: None
        raise Died

    world.before_commit = die
    world.step()
    assert list(world.slots.taken.values()) == [START + LEASE]
    world.now = START + LEASE
    assert world.slots.take(Work(system_actor(TENANT), world.now)) == 0


# -- sending again


def resend(world: World) -> None:
    after = world.commit(lambda work: world.service.resend(work, WEBHOOK, EVENT))
    event = envelope(
        "integrations.DeliveryResent", "r" * 26, webhook_id=WEBHOOK, delivery_id=EVENT, ticket=after.ticket
    )
    world.commit(lambda work: world.service.fan_out(work, event))


def test_resending_makes_a_new_round_and_keeps_the_log() -> None:
    world = World(answers=[500] * 10)
    world.tell()
    world.run()
    resend(world)
    world.run()
    assert world.delivery.state is State.DELIVERED
    assert len(world.delivery.attempts) == 11
    assert world.audited == ["webhook.delivery_resent"]


def test_resending_what_still_waits_replaces_the_wait() -> None:
    world = World(answers=[500, 500])
    world.tell()
    world.step()
    resend(world)
    world.run()
    assert len(world.received) == 3
    assert world.delivery.state is State.DELIVERED


def test_resending_the_unknown_is_not_found() -> None:
    world = World()
    with pytest.raises(NotFound):
        world.commit(lambda work: world.service.resend(work, WEBHOOK, EVENT))
    with pytest.raises(NotFound):
        world.commit(lambda work: world.service.resend(work, "x" * 26, EVENT))


# -- crashes, repeats, races


@pytest.mark.parametrize("dies_at", range(12))
@pytest.mark.parametrize("failures", [0, 1, 3, 9])
def test_dying_before_any_commit_loses_nothing(dies_at: int, failures: int) -> None:
    """The receiver may hear an attempt twice, the delivery always reaches its end, and no message is left over."""
    world = World(answers=[500] * failures)
    world.tell()
    commits = 0

    def die_once() -> None:
        nonlocal commits
        commits += 1
        if commits == dies_at + 1:
            world.answers.insert(0, 500)  # the repeated attempt meets the same trouble
            raise Died

    world.before_claim = world.before_commit = die_once
    world.run()
    assert world.delivery.state in (State.DELIVERED, State.FAILED)
    assert len(world.delivery.attempts) <= 10
    assert {headers["webhook-id"] for _, headers, _ in world.received} == {EVENT}


def test_every_message_twice_changes_nothing() -> None:
    once, twice = World(answers=[500] * 3), World(answers=[500] * 3)
    enqueue = twice._enqueue

    def doubled(message: dict[str, object], delay_seconds: int = 0) -> None:
        enqueue(message, delay_seconds)
        enqueue(message, delay_seconds)

    twice.service._enqueue = doubled
    for world in (once, twice):
        world.tell()
        world.run()
    assert len(twice.received) == len(once.received)
    assert twice.delivery == once.delivery


def test_a_message_for_what_is_done_does_nothing() -> None:
    world = World()
    world.tell()
    message = world.queue[0][1]
    world.run()
    world.handle(message)
    assert len(world.received) == 1


def test_a_fan_out_that_dies_after_queueing_repeats_harmlessly() -> None:
    world = World()
    world.tell()
    world.tell()
    world.run()
    assert len(world.received) == 1


def test_a_message_that_overtakes_the_record_waits_for_it() -> None:
    """A worker queues the next attempt, then stalls longer than the pause before it commits."""
    world = World(answers=[500])
    world.tell()
    first = world.queue.pop()[1]

    def stall() -> None:
        world.before_commit = lambda: None
        world.now += timedelta(seconds=10)
        world.handle(world.queue.pop()[1])  # the second message, with no row yet

    world.before_commit = stall
    world.handle(first)
    assert len(world.delivery.attempts) == 1
    world.run()
    assert world.delivery.state is State.DELIVERED
    assert len(world.received) == 2


def test_two_workers_on_one_attempt_leave_one_record() -> None:
    world = World(answers=[500, 500, 200])
    world.tell()
    message = world.queue.pop()[1]

    def race() -> None:
        world.before_commit = lambda: None
        world.handle(message)

    world.before_commit = race
    world.handle(message)
    assert len(world.delivery.attempts) == 1
    world.run()
    assert [attempt.status for attempt in world.delivery.attempts] == [500, 200]


def test_a_lost_record_is_made_good_by_the_later_message() -> None:
    world = World(answers=[500, 500])
    world.tell()
    world.step()
    world.step()
    before = world.delivery
    world.run()
    world.rows.deliveries[EVENT] = replace(before, ticket=before.ticket - 1, state=State.WAITING, due_at=START)
    world.handle({"webhook_id": WEBHOOK, "delivery_id": EVENT, "ticket": before.ticket})
    assert world.delivery.state is State.DELIVERED
