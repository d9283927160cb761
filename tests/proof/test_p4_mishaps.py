"""P4: wherever a Lambda dies in the life of a run to which something happens, it ends as if none had died.

Handovers, crowds that the machine lists, executions that die or grow old, a silent stream. As `test_p4_shapes.py`.
"""

from collections.abc import Callable, Iterator

import pytest

from .sizes import LONG, dice
from .stage.course import crew_with, ends_alike
from .stage.members import Members
from .stage.shapes import MISHAPS

SHORT = 3
"""Faults a shape; the long form takes every one."""


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with crew_with(MISHAPS) as members:
        yield members


@pytest.mark.parametrize("name", MISHAPS)
def test_a_run_with_mishaps_ends_alike_wherever_a_function_dies(
    members: Members, name: str, proved: Callable[..., None]
) -> None:
    counted = ends_alike(members, name, MISHAPS[name], None if LONG else SHORT, dice(f"p4 {name}"))
    proved("P4", f"every AWS call × five faults: {name}", **counted)
