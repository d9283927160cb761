"""The registry of extensions: what upper contexts provide to lower ones, which may not name them.

A lower context declares a `Port` in its `extensions.py` and asks for `every` implementor, or for the `only` one. An
upper context provides implementors with its `Context`; `app.py` enters them here, once, before the first request. What
is entered is a factory, so that nothing of a use case is imported before somebody asks.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from .errors import Misconfigured

T = TypeVar("T")


class Port(Generic[T]):
    """A place for implementors of the protocol `T`; `name` is `<context>.<what>`."""

    def __init__(self, name: str) -> None:
        self.name = name


Provided = tuple[Port[Any], Callable[[], Any]]
"""A port and the factory of one implementor."""

_factories: dict[Port[Any], tuple[Callable[[], Any], ...]] = {}


def provide(port: Port[T], factory: Callable[[], T]) -> None:
    """One implementor more. The factory is called whenever somebody asks: it should be cached."""
    _factories[port] = (*_factories.get(port, ()), factory)


def replace(port: Port[T], *factories: Callable[[], T]) -> tuple[Callable[[], T], ...]:
    """Only these from now on; answers those before, so that a test puts them back."""
    before = _factories.get(port, ())
    _factories[port] = factories
    return before


def ready(made: T) -> Callable[[], T]:
    """The factory of what is there already, such as a function or a declaration."""
    return lambda: made


def every(port: Port[T]) -> list[T]:
    """All implementors, in the order of the contexts; none is no fault."""
    return [factory() for factory in _factories.get(port, ())]


def only(port: Port[T]) -> T:
    """The implementor of a port that has exactly one. Raises Misconfigured."""
    found = every(port)
    if len(found) != 1:
        raise Misconfigured(name=port.name)
    return found[0]
