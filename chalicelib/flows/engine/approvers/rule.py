"""What every rule that names people is, and what a type of rule tells of itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ....directory.org import Org
from ....kernel.errors import FieldError, Named
from ..builder import Builder
from ..context import Context, Person
from ..contract import Contract

Raw = Mapping[str, Any]


class Rule(Protocol):
    """`by_values`: who it is depends on what the form holds, so that it cannot be previewed without a record."""

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


def _names_nobody(raw: Raw) -> Iterable[str]:  # noqa: ARG001
    return ()


@dataclass(frozen=True, slots=True)
class RuleType:
    """- `type`: as a definition calls it.
    - `contract`: what a raw rule of it holds.
    - `build`: the compiled rule of a raw one at a path; None if it has a fault, which is noted.
    - `named`: ids of the members, roles and departments that a raw rule names. A draft may be unfinished.
    """

    type: str
    contract: Contract
    build: Callable[[Builder, Raw, str], Rule | None]
    named: Callable[[Raw], Iterable[str]] = _names_nobody


def unknown_members(org: Org, members: tuple[str, ...], path: str) -> Iterator[FieldError]:
    """A fault for each id that is no active member, and for which no successor stands."""
    for position, member_id in enumerate(members):
        if org.standing_for(member_id) is None:
            known = org.member(member_id)
            member = known.name if known else Named(member_id, code="somebody_unknown")
            yield FieldError.of(f"{path}/{position}", "member_unknown", member=member)
