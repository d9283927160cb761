"""How every run ends: nothing of all that went wrong unseen, behind answers that were right."""

from .checks import same
from .story import Story


def end(story: Story) -> None:
    steps = story.steps
    steps.chapter("What the functions' logs say")
    title = "no error, no denied call, no dead letter"
    if story.at.unread:
        steps.skip(title, story.at.unread)
        return
    with steps.step(title):
        same("faults", [], story.at.faults())
