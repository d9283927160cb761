"""From the groups of a form to the scope of one member: whom a group names, and what "own" or "my department" is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from ...conditions import reader
from ...conditions.dynamic import Surroundings
from ...conditions.kinds import KINDS
from ...conditions.operators import OPERATORS
from ...conditions.tree import EVERYTHING, Comparison, Node, Subject, comparisons_of, settled
from ...kernel.actor import Actor
from ...kernel.errors import Named
from ..domain.definition import Definition
from ..domain.fields import Locale
from ..domain.filter_kinds import OWNER, OWNER_DEPARTMENT, Entry, owner_of
from ..domain.record_query import ListFields
from ..domain.volatile_filter import rewritten
from . import giving
from .groups import ALL, DEPARTMENT, DEPARTMENT_AND_BELOW, EXPORT, OWN, SHARED, SUBORDINATES, Audience, Group
from .rows import ids_of, is_condition, members_of, named, team_principal, through_of
from .scope import SHARED_WITH_ME, Grant, Scope

MAX_PRINCIPALS = 50
"""Lists that are merged for one answer; beyond that the form's own list is read."""
READER = Group("@reader", Audience(everyone=True), ALL, actions=frozenset([EXPORT]))
"""What the company's permission to read all records comes to."""

_MEMBER, _DEPARTMENT, _YES = KINDS["member"], KINDS["department"], KINDS["boolean"]
_OWNER = Subject(Named(OWNER), _MEMBER, lambda entry: owner_of(entry.card))
_PLACE = Subject(Named(OWNER_DEPARTMENT), _DEPARTMENT, lambda entry: entry.card.get("owner_department"))
_SHARED = Subject(Named(SHARED_WITH_ME), _YES, lambda entry: entry.card.get(SHARED_WITH_ME, False))


def _none(ids: Iterable[str]) -> frozenset[str]:
    del ids
    return frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks. `around` gives their ids as the organisation is now, `above` their department and all above it,
    `readable` those of some records that they may read; all are called only for groups that need them.
    """

    actor: Actor
    around: Surroundings
    above: Callable[[], frozenset[str]]
    locale: Locale
    readable: Callable[[Iterable[str]], frozenset[str]] = _none


def compile_access(definition: Definition, by: Reader) -> Scope:
    """The scope of one member under one version of a form."""
    if giving.holds_everything(by.actor):
        return EVERYTHING_OPEN
    found = definition.access.effective
    needs_place = any(group.audience.departments for group in found)
    above = by.above() if needs_place else frozenset()
    grants = [_grant(definition, group, by) for group in found if giving.names(group.audience, by.actor, above)]
    if by.actor.may(giving.READ_ALL):
        grants.append(Grant(READER, EVERYTHING, None))
    return Scope(definition, by.locale, tuple(grants), readable=by.readable)


EVERYTHING_OPEN = Scope(None, None, (), everything=True)


def _grant(definition: Definition, group: Group, by: Reader) -> Grant:
    me = by.actor.member_id
    if group.rows == ALL:
        return Grant(group, EVERYTHING, None)
    if group.rows == OWN:
        return Grant(group, _among(_OWNER, frozenset([me])), frozenset([me]))
    if group.rows == SHARED:
        return Grant(group, Comparison(_SHARED, OPERATORS["eq"], (True,)), frozenset([me]))
    if group.rows in (DEPARTMENT, DEPARTMENT_AND_BELOW, SUBORDINATES):
        ids = by.around.actor(group.rows)
        subject = _OWNER if group.rows == SUBORDINATES else _PLACE
        return Grant(group, _among(subject, ids), ids if len(ids) <= MAX_PRINCIPALS else None)
    return _grant_by_values(definition, group, by)


def _grant_by_values(definition: Definition, group: Group, by: Reader) -> Grant:
    """Of a group whose rows depend on what the record holds."""
    me = by.actor.member_id
    if link := through_of(group.rows):
        return Grant(group, _through(link, by), None, frozenset([link]), link)
    if fields := members_of(group.rows):
        return Grant(group, _naming(fields, me), frozenset([team_principal(me)]), frozenset(fields))
    condition = settled(_conditions(definition)[group.id], by.around)
    asked = (str(test.subject.key) for test in comparisons_of(condition))
    return Grant(group, condition, None, frozenset(each for each in asked if each in definition.by_id))


def _through(link: str, by: Reader) -> Node:
    """That one of the records which the link leads to is theirs to read."""

    def opens(entry: Entry) -> bool:
        ids = ids_of(entry.card["values"].get(link))
        return bool(ids and by.readable(ids))

    return Comparison(Subject(Named(f"@through:{link}"), _YES, opens), OPERATORS["eq"], (True,))


def _naming(fields: tuple[str, ...], member_id: str) -> Node:
    def names_them(entry: Entry) -> bool:
        return member_id in named(fields, entry.card["values"])

    return Comparison(Subject(Named(f"@named:{','.join(fields)}"), _YES, names_them), OPERATORS["eq"], (True,))


def _among(subject: Subject, ids: frozenset[str]) -> Node:
    return Comparison(subject, OPERATORS["in"], tuple(sorted(ids)))


@lru_cache(maxsize=256)
def _conditions(definition: Definition) -> dict[str, Node]:
    """Read once for each version in a process. What cannot be read any more opens nothing."""
    found: dict[str, Node] = {}
    for group in definition.access.groups:
        if is_condition(group.rows):
            fields = ListFields(definition)
            node = reader.read(group.rows, fields, "")
            found[group.id] = NOTHING if fields.faults else rewritten(node)
    return found


NOTHING = _among(_OWNER, frozenset())
