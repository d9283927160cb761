"""A company's master data is linked, computed and guarded. Each part is a module of `tests/journey/linked`."""

from ..linked import balances, duplicates, links, lookups, merge, rollups, rules, stages, volatile
from ..story import Story

BUILDS_ON = ("founding",)

PARTS = (
    links.tell,
    lookups.tell,
    rollups.tell,
    stages.tell,
    balances.tell,
    duplicates.tell,
    volatile.tell,
    rules.tell,
    merge.tell,
)


def tell(story: Story) -> None:
    story.steps.chapter("Linked, computed and guarded data")
    for part in PARTS:
        part(story)
