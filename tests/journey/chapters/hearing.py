"""What the webhook receiver heard: every event of every run, signed, and each once in effect."""

from typing import Any

from ..checks import same
from ..story import Sent, Story

BUILDS_ON = ("quoting",)

ENDED = {
    "approve": "flows.RunApproved",
    "race": "flows.RunApproved",
    "restart": "flows.RunApproved",
    "reject": "flows.RunRejected",
    "withdraw": "flows.RunWithdrawn",
}


REDELIVERED_WITHIN = 400
"""Seconds. A worker that dies between the receiver's answer and its own record leaves a message that the queue hides
for six times the 60 seconds that the function may take, and then hands out again.
"""


def tell(story: Story) -> None:
    steps, receiver = story.steps, story.receiver
    steps.chapter("What the webhook receiver heard")
    if not story.webhook_id:
        steps.skip("webhooks", story.at.deaf)
        return
    with steps.step(f"of {len(story.sent)} quotes: started, every decision, ended"):
        for key, sent in story.sent.items():
            _check_run(story, key, sent)
    with steps.step("a delivery that failed came again"):
        story.wait_until("a second attempt", lambda: receiver.failed_once in receiver.effects)
    with steps.step("what the delivery log calls delivered is what took effect, each event once"):
        catch_up(story)
        delivered = _delivered(story)
        same("events in the log", sorted(set(delivered)), delivered)
    with steps.step("every signature was right, and no event came in two shapes"):
        same("faults", [], receiver.faults)


def catch_up(story: Story) -> None:
    """Until the log says all that was heard: an attempt is in the log only after it was heard."""
    heard = story.receiver.effects
    story.wait_until("the last delivery", lambda: sorted(heard) == _delivered(story), seconds=REDELIVERED_WITHIN)


def _check_run(story: Story, key: str, sent: Sent) -> None:
    ended, told = ENDED[sent.quote.ending], story.receiver.told
    story.wait_until(f"{ended} of {key}", lambda: bool(told(ended, sent.run_id)))
    story.wait_until(f"decisions of {key}", lambda: len(told("flows.TaskDecided", sent.run_id)) >= len(sent.decided))
    same(f"{key}: started", 1, len(told("flows.RunStarted", sent.run_id)))
    same(f"{key}: decided", len(sent.decided), len(told("flows.TaskDecided", sent.run_id)))
    same(f"{key}: ended", 1, len(told(ended, sent.run_id)))


def _delivered(story: Story) -> list[str]:
    return sorted(each["id"] for each in _log(story) if each["state"] == "delivered")


def _log(story: Story) -> list[dict[str, Any]]:
    return list(story.company.admin.browser.every(f"/v1/webhooks/{story.webhook_id}/deliveries"))
