"""Races without luck: every contender has read all it needs before any of them commits.

The commit of the first lets the second run, whose commit lets the third run, and so on; the last one commits first,
and all the others then find that they lost. One thread, so neither the doubled cloud nor Chalice need be thread-safe.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest

from chalicelib.aws.table import TenantTable
from chalicelib.kernel.unit_of_work import UnitOfWork

T = TypeVar("T")


def race(monkeypatch: pytest.MonkeyPatch, contenders: Sequence[Callable[[], T]]) -> list[T]:
    """What each contender answered, in their order."""
    answers: dict[int, T] = {}
    waiting = list(range(1, len(contenders)))
    commit = TenantTable.commit

    def after_the_others(self: TenantTable, work: UnitOfWork) -> None:
        if waiting:
            number = waiting.pop(0)
            answers[number] = contenders[number]()
        commit(self, work)

    with monkeypatch.context() as patched:
        patched.setattr(TenantTable, "commit", after_the_others)
        answers[0] = contenders[0]()
    return [answers[number] for number in range(len(contenders))]
