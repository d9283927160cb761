"""P4: wherever a Lambda dies in the life of a run, the run ends as if it had not: every kind of node, mode and end.

Every call to AWS that any function makes in the whole course of a shape × five faults (see `stage/course.py`).
"""

from collections.abc import Callable, Iterator

import pytest

from .sizes import LONG, dice
from .stage.course import crew_with, ends_alike
from .stage.members import Members
from .stage.shapes import PATHS

SHORT = 3
"""Faults a shape; the long form takes every one."""


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with crew_with(PATHS) as members:
        yield members


@pytest.mark.parametrize("name", PATHS)
def test_a_run_ends_alike_wherever_a_function_dies(members: Members, name: str, proved: Callable[..., None]) -> None:
    counted = ends_alike(members, name, PATHS[name], None if LONG else SHORT, dice(f"p4 {name}"))
    proved("P4", f"every AWS call × five faults: {name}", **counted)
