"""The organisation as one frozen snapshot: who leads whom, who holds which role.

Pure and cycle-safe: the flows engine asks it for approvers, in a preview as in a run, so the same snapshot must always
give the same people. Members who left stay known by id (an old trail names them) but are never answered as a manager,
head or role holder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .domain.permissions import ADMINISTRATOR


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
    """`parent_id` "" is the root; `head_id` "" is a department without a head."""

    id: str
    name: str
    parent_id: str = ""
    head_id: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class OrgMember:
    """`manager_id` "" leaves the reporting line to the heads of the departments.

    `position` is the name of `position_id`. `successor_id` is set only on one who left: who stands in for him wherever
    he is still named as manager or head, so that nothing else needs rewriting. Moments are wire texts.
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

    @classmethod
    def of(
        cls,
        members: Iterable[OrgMember] = (),
        departments: Iterable[Department] = (),
        roles: Iterable[Role] = (),
        positions: Iterable[Position] = (),
        version: int = 0,
    ) -> "Org":
        return cls(
            version,
            {member.id: member for member in members},
            {department.id: department for department in departments},
            {role.id: role for role in roles},
            {position.id: position for position in positions},
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
        """The named manager, else the nearest head up the tree whom the line has not passed."""
        member = self.members.get(member_id)
        if member is None:
            return None
        if member.manager_id in self.members:
            return self.members[member.manager_id] if member.manager_id not in passed else None
        for department in self.upwards(member.department_id):
            head = self.standing_for(department.head_id)
            if head is not None and head.id not in passed:
                return head
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

    def heads_of(self, department_id: str, level: int = 1) -> tuple[OrgMember, ...]:
        """The head of the department (level 1), of its parent (2), and so on: one person, or nobody."""
        for depth, department in enumerate(self.upwards(department_id), start=1):
            if depth == level:
                head = self.standing_for(department.head_id)
                return (head,) if head is not None else ()
        return ()

    def within(self, department_id: str) -> frozenset[str]:
        """Ids of the department and of everything below it."""
        return frozenset(
            each for each in self.departments if any(above.id == department_id for above in self.upwards(each))
        )

    def members_of(self, department_id: str) -> tuple[OrgMember, ...]:
        """Active members of this very department."""
        return self._sorted(each for each in self.members.values() if each.department_id == department_id)

    def find(self, *, department_id: str = "", active: bool | None = None, search: str = "") -> tuple[OrgMember, ...]:
        """Members by `sort_text`, also those who left; `search` is the beginning of a name or an address."""
        wanted = search.casefold()
        found = [
            each
            for each in self.members.values()
            if department_id in ("", each.department_id)
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
