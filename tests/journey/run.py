"""The chapters in order, and what the command answers."""

from collections.abc import Collection
from datetime import date

from . import ending
from .chapters import chapter, told
from .installation import Installation
from .receiver import Receiver
from .steps import Broken, Steps
from .story import begin


def run(at: Installation, steps: Steps, today: date, wanted: Collection[str] = ()) -> int:
    """The exit code: 0 if every step passed. A chapter builds on those before, so the first failure ends it.

    `wanted` are the keys of the quotes to send; all of them if empty. Raises Stop if `steps.name` is no chapter.
    """
    names = told(steps.name)
    with Receiver() as receiver:
        try:
            story = begin(at, steps, receiver, today, wanted)
            for name in names:
                chapter(name).tell(story)
            ending.end(story)
        except Broken as broken:
            steps.say(f"\nStopped at: {broken}")
    steps.say(f"\n{steps.summary()}" if steps.begun != steps.passed else steps.summary())
    return 0 if steps.passed == steps.begun else 1
