"""Who is asked: one file per kind of rule. A new kind is a new file and a line in `_TYPES`.

A rule is compiled once (`build`, which notes faults) and then yields candidates for a context, each with the reason
that will stand in the run as "why me". Rules never filter: activity, duplicates and the initiator himself are the
node's business, so that every kind of rule is treated alike.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from . import choice, department_head, field, initiator, manager, member, role


class Rule(Protocol):
    """`by_values`: who it is depends on what the form holds, so that it cannot be foretold without a record."""

    @property
    def by_values(self) -> bool: ...

    def candidates(self, context: Context) -> Iterable[Person]:
        """In the order in which a sequence would ask them."""
        ...

    def fixed(self, org: Org) -> Iterable[str]:
        """Ids of members whom the definition itself names, whoever submits whatever."""
        ...

    def faults(self, org: Org) -> Iterator[FieldError]:
        """What it names that the organisation does not have, by path."""
        ...


_TYPES: Mapping[str, Callable[[Builder, Mapping[str, Any], str], Rule | None]] = {
    "member": member.build,
    "role": role.build,
    "department_head": department_head.build,
    "manager": manager.build,
    "initiator": initiator.build,
    "field": field.build,
    "choice": choice.build,
}


def rules(builder: Builder, raws: list[Mapping[str, Any]], path: str) -> tuple[Rule, ...]:
    """The compiled rules; those with a fault are left out, their faults noted."""
    if not raws:
        builder.fault(path, "nobody_named")
    built = [_TYPES[raw["type"]](builder, raw, f"{path}/{number}") for number, raw in enumerate(raws)]
    return tuple(rule for rule in built if rule is not None)
