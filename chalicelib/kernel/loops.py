"""Loops in which one item that fails holds up none of those behind it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def try_each(items: Iterable[T], act: Callable[[T], object]) -> None:
    """`act` on every item. Raises at the end what failed first, with how many more did as a note."""
    faults: list[Exception] = []
    for item in items:
        try:
            act(item)
        except Exception as fault:  # noqa: BLE001 - it is raised below
            faults.append(fault)
    if faults:
        if len(faults) > 1:
            faults[0].add_note(f"and {len(faults) - 1} more failed")
        raise faults[0]
