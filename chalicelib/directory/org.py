"""The organisation as one frozen snapshot: who leads whom, who holds which role.

Pure and cycle-safe: the flows engine asks it for approvers, in a preview as in a run, so the same snapshot must always
give the same people. Members who left stay known by id (an old trail names them) but are never answered as a manager,
head or role holder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .delegation import Delegation, following
from .domain.permissions import ADMINISTRATOR

MAX_CHAIN = 5


@dataclass(frozen=True, slots=True)
class Role:
    """`permissions` are names such as `forms.build`, or only `"*"`. A `builtin` role is never changed or dropped."""

    id: str
    name: str
    permissions: frozenset[str] = frozenset()
    builtin: bool = False
    version: int = 1
    key: str = ""
    """Its name for text and programs; "" of a builtin one and of those of before (`permissions.role_key`)."""


@dataclass(frozen=True, slots=True)
class Position:
    """A title such as 销售经理: it says what somebody is, and grants nothing."""

    id: str
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Department:
    """`parent_id` "" is the root; `head_id` "" is a department without a head. `head_id` is the main head, to whom its
    people report; `other_head_ids` lead it beside them. Rows of earlier releases have one head.
    """

    id: str
    name: str
    parent_id: str = ""
    head_id: str = ""
    version: int = 0
    other_head_ids: tuple[str, ...] = ()

    @property
    def head_ids(self) -> tuple[str, ...]:
        """All heads, the main one first."""
        return (self.head_id, *self.other_head_ids) if self.head_id else ()


@dataclass(frozen=True, slots=True)
class Placement:
    """One department of a member, and the position held there; "" for none."""

    department_id: str
    position_id: str = ""


@dataclass(frozen=True, slots=True)
class OrgMember:
    """`manager_id` "" leaves the reporting line to the heads of the departments.

    `department_id` and `position_id` are the main ones; `other_placements` are further departments, and
    `other_position_ids` further positions that belong to no department. Rows of earlier releases have only the main
    ones. `position` is the name of `position_id`. `successor_id` is set only on one who left: who stands in for them
    wherever they are still named as manager or head, so that nothing else needs rewriting. Moments are wire texts.
    """

    id: str
    name: str
    email: str = ""
    active: bool = True
    department_id: str = ""
    manager_id: str = ""
    role_ids: frozenset[str] = frozenset()
    position: str = ""
    position_id: str = ""
    successor_id: str = ""
    language: str = "zh-CN"
    joined_at: str = ""
    left_at: str = ""
    version: int = 0
    other_placements: tuple[Placement, ...] = ()
    other_position_ids: tuple[str, ...] = ()

    @property
    def placements(self) -> tuple[Placement, ...]:
        """All departments with the position in each, the main one first."""
        return (Placement(self.department_id, self.position_id), *self.other_placements)

    @property
    def department_ids(self) -> tuple[str, ...]:
        """The main one first; empty for one who has none."""
        return tuple(each.department_id for each in self.placements if each.department_id)

    @property
    def position_ids(self) -> tuple[str, ...]:
        """The main one first, if there is one; those of the company last."""
        return tuple(filter(None, (*(each.position_id for each in self.placements), *self.other_position_ids)))

    @property
    def sort_text(self) -> str:
        return f"{self.name}\x1f{self.id}"


@dataclass(frozen=True, slots=True)
class Org:
    """One version of a tenant's organisation; every directory write makes the next one."""

    version: int = 0
    members: Mapping[str, OrgMember] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    delegations: tuple[Delegation, ...] = ()

    @classmethod
    def of(
        cls,
        members: Iterable[OrgMember] = (),
        departments: Iterable[Department] = (),
        roles: Iterable[Role] = (),
        positions: Iterable[Position] = (),
        *,
        version: int = 0,
        delegations: Iterable[Delegation] = (),
    ) -> "Org":
        return cls(
            version,
            {member.id: member for member in members},
            {department.id: department for department in departments},
            {role.id: role for role in roles},
            {position.id: position for position in positions},
            tuple(delegations),
        )

    # -- one thing

    def member(self, member_id: str) -> OrgMember | None:
        """Also one who left."""
        return self.members.get(member_id)

    def active(self, member_id: str) -> OrgMember | None:
        member = self.members.get(member_id)
        return member if member is not None and member.active else None

    def department(self, department_id: str) -> Department | None:
        return self.departments.get(department_id)

    # -- reporting lines

    def managers_of(self, member_id: str, levels: int) -> tuple[OrgMember, ...]:
        """The reporting line from the direct manager upwards, at most `levels` people, nobody twice.

        For a manager who left stands his successor, or nobody; either way the line goes on with his own manager.
        """
        line: list[OrgMember] = []
        passed = {member_id}
        above = self._above(member_id, passed)
        while above is not None and len(line) < levels:
            person = self.standing_for(above.id)
            if person is not None and person.id != member_id and person not in line:
                line.append(person)
            passed.add(above.id)
            above = self._above(above.id, passed)
        return tuple(line)

    def _above(self, member_id: str, passed: set[str]) -> OrgMember | None:
        """The named manager, else the nearest main head up the tree of the main department whom the line has not
        passed. A further head reports to the main one, and the main one to the head above.
        """
        member = self.members.get(member_id)
        if member is None:
            return None
        if member.manager_id in self.members:
            return self.members[member.manager_id] if member.manager_id not in passed else None
        for department in self.upwards(member.department_id):
            heads = self.leading(department)
            if heads and heads[0].id not in passed:
                return heads[0]
        return None

    def standing_for(self, member_id: str) -> OrgMember | None:
        """The member if active, else his successor, or that one's; None if there is nobody."""
        member = self.members.get(member_id)
        if member is None or member.active:
            return member
        seen: set[str] = set()
        while member is not None and not member.active and member.id not in seen:
            seen.add(member.id)
            member = self.members.get(member.successor_id)
        return member if member is not None and member.active else None

    def deciding_for(self, member_id: str, at: str, form_id: str) -> OrgMember | None:
        """Who decides new tasks of a member who is away at that moment; None if they decide themself.

        A delegate who is away, too, has one of their own, at most `MAX_CHAIN` in a row. A chain that is longer, leads
        back, or ends with somebody who left for good leaves the task with the member who was meant.
        """
        seen = [member_id]
        while (each := following(self.delegations, seen[-1], at, form_id)) is not None:
            delegate = self.standing_for(each.to_id)
            if delegate is None or delegate.id in seen or len(seen) > MAX_CHAIN:
                return None
            seen.append(delegate.id)
        return self.members[seen[-1]] if len(seen) > 1 else None

    # -- departments

    @property
    def root(self) -> Department:
        """Every company has one from its first day."""
        return next(each for each in self.departments.values() if not each.parent_id)

    def upwards(self, department_id: str) -> Iterator[Department]:
        """The department, its parent, and so on to the root."""
        seen: set[str] = set()
        department = self.departments.get(department_id)
        while department is not None and department.id not in seen:
            seen.add(department.id)
            yield department
            department = self.departments.get(department.parent_id)

    def above(self, department_ids: Iterable[str]) -> frozenset[str]:
        """Ids of these departments and of all above them: who is in one below belongs to each of them."""
        return frozenset(above.id for each in department_ids for above in self.upwards(each))

    def leading(self, department: Department) -> tuple[OrgMember, ...]:
        """Those who lead this very department, each once, the main head first. For who left stands their successor."""
        standing = map(self.standing_for, department.head_ids)
        return tuple({each.id: each for each in standing if each is not None}.values())

    def heads_of(self, department_id: str, level: int = 1) -> tuple[OrgMember, ...]:
        """The heads of the department (level 1), of its parent (2), and so on, the main head first; or nobody."""
        for depth, department in enumerate(self.upwards(department_id), start=1):
            if depth == level:
                return self.leading(department)
        return ()

    def within(self, department_id: str) -> frozenset[str]:
        """Ids of the department and of everything below it."""
        return frozenset(
            each for each in self.departments if any(above.id == department_id for above in self.upwards(each))
        )

    def members_of(self, department_id: str) -> tuple[OrgMember, ...]:
        """Active members of this very department, be it their main one or not."""
        return self._sorted(each for each in self.members.values() if department_id in each.department_ids)

    def find(self, *, department_id: str = "", active: bool | None = None, search: str = "") -> tuple[OrgMember, ...]:
        """Members by `sort_text`, also those who left; `search` is the beginning of a name or an address."""
        wanted = search.casefold()
        found = [
            each
            for each in self.members.values()
            if department_id in ("", *each.department_ids)
            and active in (None, each.active)
            and (each.name.casefold().startswith(wanted) or each.email.startswith(wanted))
        ]
        return tuple(sorted(found, key=lambda each: each.sort_text))

    # -- roles

    def members_with_role(self, role_id: str) -> tuple[OrgMember, ...]:
        return self._sorted(each for each in self.members.values() if role_id in each.role_ids)

    def permissions_of(self, role_ids: Iterable[str]) -> frozenset[str]:
        """Union over the roles that still exist."""
        return frozenset().union(*(self.roles[each].permissions for each in role_ids if each in self.roles))

    def administrators(self) -> tuple[OrgMember, ...]:
        return self._sorted(
            each for each in self.members.values() if ADMINISTRATOR in self.permissions_of(each.role_ids)
        )

    @staticmethod
    def _sorted(members: Iterable[OrgMember]) -> tuple[OrgMember, ...]:
        return tuple(sorted((each for each in members if each.active), key=lambda each: each.sort_text))
