"""One item that fails holds up none of those behind it, and is not forgotten."""

import pytest

from chalicelib.kernel.loops import try_each


def test_all_are_tried_and_the_first_fault_is_raised_at_the_end() -> None:
    done: list[int] = []

    def act(number: int) -> None:
        if number % 2:
            raise ValueError(number)
        done.append(number)

    with pytest.raises(ValueError) as raised:  # noqa: PT011 - looked at below
        try_each(range(6), act)
    assert done == [0, 2, 4]
    assert raised.value.args == (1,)
    assert raised.value.__notes__ == ["and 2 more failed"]


def test_without_faults_nothing_is_raised() -> None:
    done: list[str] = []
    try_each("abc", done.append)
    assert done == ["a", "b", "c"]
