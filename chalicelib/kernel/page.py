"""A page of a list: items and the signed cursor of the next page, or None at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

MAX_PAGE = 100
DEFAULT_PAGE = 20

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: tuple[T, ...]
    next_cursor: str | None = None

    def map(self, convert: Callable[[T], U]) -> "Page[U]":
        return Page(tuple(convert(item) for item in self.items), self.next_cursor)
