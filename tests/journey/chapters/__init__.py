"""The chapters of the journey by name, in the order in which the whole journey tells them.

A chapter is a module of this folder: `tell(story)` checks its steps, and `BUILDS_ON` names the chapters that must have
been told before, so that `make journey CHAPTER=<name>` tells those and it.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from tools.terminal import Stop

from ..story import Story

NAMES = (
    "founding",
    "building",
    "mailing",
    "quoting",
    "restarting",
    "hearing",
    "bad_input",
    "linked",
    "records",
    "strangers",
)


class Chapter(Protocol):
    BUILDS_ON: tuple[str, ...]

    def tell(self, story: Story) -> None:
        """Raises Broken at the first step that fails."""
        ...


def chapter(name: str) -> Chapter:
    return cast(Chapter, import_module(f"{__name__}.{name}"))


def told(wanted: str = "") -> list[str]:
    """The names to tell, in order: all, or what one builds on and it. Raises Stop if there is none of the name."""
    if wanted and wanted not in NAMES:
        raise Stop(f"There is no chapter {wanted}. There are: {', '.join(NAMES)}.")
    needed = set(_needed(wanted)) if wanted else set(NAMES)
    return [name for name in NAMES if name in needed]


def _needed(name: str) -> Iterator[str]:
    yield name
    for before in chapter(name).BUILDS_ON:
        yield from _needed(before)
