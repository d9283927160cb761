"""Chapters of the journey: each is found by its name, and told after what it builds on."""

from pathlib import Path

import pytest

from tests.journey import chapters
from tests.journey.chapters import NAMES, chapter, told
from tools.terminal import Stop


def test_every_module_of_the_folder_is_a_chapter() -> None:
    found = {path.stem for path in Path(chapters.__file__).parent.glob("*.py")} - {"__init__"}
    assert found == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_is_told_last_and_what_it_builds_on_before(name: str) -> None:
    order = told(name)
    assert order[-1] == name
    for each in order:
        assert set(chapter(each).BUILDS_ON) <= set(order[: order.index(each)])


def test_without_a_name_all_are_told() -> None:
    assert told() == list(NAMES)


def test_a_name_that_is_none_says_which_there_are() -> None:
    with pytest.raises(Stop, match="There is no chapter unwritten") as refusal:
        told("unwritten")
    assert all(name in str(refusal.value) for name in NAMES)
