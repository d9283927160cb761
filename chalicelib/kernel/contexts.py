"""What a context declares of itself, once, in its `context.py`: `app.py` enters it, everybody else iterates.

The permissions that a role may hold, the published event types and the extensions of lower contexts come from here, so
that a new context is its folder and its line in `app.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from . import extensions
from .extensions import Provided
from .languages import DEFAULT_LANGUAGE

Function = Callable[[dict[str, Any], Any], Any]
"""`(event, context)`, as Lambda calls it."""


class Permission(NamedTuple):
    """A right that a role may hold. `builds`: whoever builds apps has it, in the builtin role of every new company."""

    id: str
    names: Mapping[str, str]
    builds: bool = False

    def name(self, language: str) -> str:
        return self.names.get(language, self.names[DEFAULT_LANGUAGE])


class Context(NamedTuple):
    """`name` is that of its folder.

    `blueprints` are its routes; `functions` its other Lambda functions by name; `permissions` what its routes and
    rules ask for; `publishes_events` whether companies may subscribe to its events (`schemas/events/`); `provides` what
    it puts behind ports of lower contexts.
    """

    name: str
    blueprints: tuple[Any, ...] = ()
    functions: Mapping[str, Function] = {}
    permissions: tuple[Permission, ...] = ()
    publishes_events: bool = False
    provides: tuple[Provided, ...] = ()


_declared: list[Context] = []


def declare(contexts: Iterable[Context]) -> None:
    """Enter all contexts, lowest first. Called once, by `app.py`."""
    for context in contexts:
        _declared.append(context)
        for port, factory in context.provides:
            extensions.provide(port, factory)


def declared() -> tuple[Context, ...]:
    return tuple(_declared)
