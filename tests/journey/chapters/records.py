"""People work with the records of a form as a whole. Each part is a module of `tests/journey/records`."""

from ..records import comments, exports, imports, views
from ..story import Story

BUILDS_ON = ("founding",)

PARTS = (views.tell, exports.tell, imports.tell, comments.tell)


def tell(story: Story) -> None:
    story.steps.chapter("Working with records")
    for part in PARTS:
        part(story)
