"""People work with records. Each part is a module of `tests/journey/records`."""

from ..records import imports
from ..story import Story

BUILDS_ON = ("founding",)

PARTS = (imports.tell,)


def tell(story: Story) -> None:
    story.steps.chapter("Working with records")
    for part in PARTS:
        part(story)
