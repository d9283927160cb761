"""People work with many records at once. Each part is a module of `tests/journey/records`."""

from ..records import exports
from ..story import Story

BUILDS_ON = ("founding",)

PARTS = (exports.tell,)


def tell(story: Story) -> None:
    story.steps.chapter("Working with records")
    for part in PARTS:
        part(story)
