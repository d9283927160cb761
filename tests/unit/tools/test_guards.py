"""The list of guards that `make prove` breaks keeps up with the code."""

import pytest

from tests.prove.guards import Guard, guards
from tools.template.source import ROOT

every_guard = pytest.mark.parametrize("guard", guards(), ids=lambda guard: guard.name)


@every_guard
def test_a_guard_is_where_the_list_says(guard: Guard) -> None:
    assert (ROOT / guard.file).read_text("utf-8").count(guard.old) == 1


@every_guard
def test_the_tests_that_hold_it_exist(guard: Guard) -> None:
    assert [test for test in guard.tests if not (ROOT / test.split("::")[0]).exists()] == []


def test_no_guard_is_named_twice() -> None:
    names = [guard.name for guard in guards()]
    assert len(set(names)) == len(names)
