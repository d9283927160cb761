"""The chapters in order, and what the command answers."""

from collections.abc import Collection
from datetime import date

from . import bad_input, building, ending, founding, hearing, mailing, quoting, restarting, strangers
from .installation import Installation
from .receiver import Receiver
from .steps import Broken, Steps
from .story import Story, begin

CHAPTERS = (
    founding.found,
    building.build,
    mailing.follow_mails,
    quoting.quote,
    restarting.restart,
    hearing.hear,
    bad_input.try_bad_input,
    strangers.stray,
    ending.end,
)


def run(at: Installation, steps: Steps, today: date, wanted: Collection[str] = ()) -> int:
    """The exit code: 0 if every step passed. A chapter builds on those before, so the first failure ends it.

    `wanted` are the keys of the quotes to send; all of them if empty.
    """
    with Receiver() as receiver:
        try:
            _tell(begin(at, steps, receiver, today, wanted))
        except Broken as broken:
            steps.say(f"\nStopped at: {broken}")
    steps.say(f"\n{steps.summary()}" if steps.begun != steps.passed else steps.summary())
    return 0 if steps.passed == steps.begun else 1


def _tell(story: Story) -> None:
    for chapter in CHAPTERS:
        chapter(story)
