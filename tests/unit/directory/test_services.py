"""Use cases with doubled stores: what they record, in which order they refuse, and that a refusal records nothing."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from chalicelib.directory.domain.errors import LastAdministrator, SeatsExhausted, SuccessorNeeded
from chalicelib.directory.domain.uses import Use
from chalicelib.directory.org import Org, OrgMember
from chalicelib.directory.service.departments import Departments
from chalicelib.directory.service.members import Members
from chalicelib.kernel.errors import NotFound, Stale
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.tenancy.api import Tenant

from .builders import ADMIN, BOSS, NOW, REP, TENANT, member, org, work

T = TypeVar("T")


@dataclass
class FakeOrgs:
    """Holds one org and lists what was recorded, as (method, subject)."""

    org: Org
    said: list[tuple[str, Any]] = field(default_factory=list)

    def get(self, work: UnitOfWork) -> Org:
        return self.org

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda work, *subject: self.said.append((name, *subject))


@dataclass
class FakeSteps:
    ticked: list[str] = field(default_factory=list)

    def get(self, work: UnitOfWork) -> dict[str, str]:
        return {}

    def tick(self, work: UnitOfWork, *steps: str) -> None:
        self.ticked.extend(steps)


@dataclass
class FakeTenancy:
    said: list[tuple[str, str]] = field(default_factory=list)

    def get_tenant(self, work: UnitOfWork) -> Tenant:
        return Tenant(TENANT, "East", "en", "Asia/Shanghai", "trial", NOW + timedelta(days=3), NOW)

    def open_tenant(self, work: UnitOfWork, company: str, language: str) -> Tenant:
        raise AssertionError("no use case here opens a tenant")

    def use_trial(self, work: UnitOfWork, person: str) -> None:
        raise AssertionError("no use case here starts a trial")

    def limit(
        self, work: UnitOfWork, name: str, subject: str, maximum: int, window_seconds: int, *, shards: int = 1
    ) -> None:
        self.said.append(("limit", name))

    def audit(self, work: UnitOfWork, action: str, target_kind: str, target_id: str, **sides: Any) -> None:
        self.said.append((action, target_id))


@dataclass
class FakeLogins:
    said: list[tuple[str, str]] = field(default_factory=list)

    def close_login(self, work: UnitOfWork, member_id: str) -> None:
        self.said.append(("close", member_id))

    def reopen_login(self, work: UnitOfWork, member_id: str) -> None:
        self.said.append(("reopen", member_id))


@dataclass
class FakeHandover:
    count: int = 0
    handed: list[tuple[str, str]] = field(default_factory=list)

    def count_open(self, work: UnitOfWork, member_id: str) -> int:
        return self.count

    def hand_over(self, work: UnitOfWork, from_id: str, to_id: str) -> None:
        self.handed.append((from_id, to_id))


class NoInvitations:
    def every(self, work: UnitOfWork) -> list[Any]:
        return []


def whole(
    work: UnitOfWork,
    bound: str,
    items: Sequence[T],
    sort_of: Callable[[T], str],
    *,
    limit: int | None,
    cursor: str | None,
) -> Page[T]:
    return Page(tuple(items))


class Stage:
    def __init__(self, *members: OrgMember, open_todos: int = 0) -> None:
        self.orgs = FakeOrgs(org(*members))
        self.uses: list[Use] = []
        self.tenancy = FakeTenancy()
        self.logins = FakeLogins()
        self.handover = FakeHandover(open_todos)
        self.members = Members(
            self.orgs,
            NoInvitations(),  # type: ignore[arg-type]
            self.logins,
            self.tenancy,
            cut=whole,
            handover=self.handover,
            uses_of=self._uses_of,
        )
        self.steps = FakeSteps()
        self.departments = Departments(self.orgs, self.steps, self.tenancy, self._uses_of)

    def _uses_of(self, work: UnitOfWork, ids: Collection[str]) -> list[Use]:
        return [use for use in self.uses if use.named in ids]

    @property
    def silent(self) -> bool:
        return not (
            self.orgs.said or self.tenancy.said or self.logins.said or self.handover.handed or self.steps.ticked
        )


def test_deactivating_closes_the_login_in_the_same_work() -> None:
    stage, doing = Stage(), work()
    _, left = stage.members.deactivate(doing, "rep", "")
    assert (left.active, left.version) == (False, REP.version + 1)
    assert [name for name, *_ in stage.orgs.said] == ["change_member"]
    assert stage.logins.said == [("close", "rep")]
    assert stage.tenancy.said == [("member.deactivated", "rep")]
    assert [event.type for event in doing.events] == ["directory.MemberDeactivated"]


def test_open_todos_without_a_successor_record_nothing() -> None:
    stage, doing = Stage(open_todos=2), work()
    with pytest.raises(SuccessorNeeded) as caught:
        stage.members.deactivate(doing, "rep", "")
    assert caught.value.params == {"count": 2}
    assert stage.silent
    assert doing.events == []


def test_last_administrator_is_refused_before_anything_is_handed_over() -> None:
    stage = Stage(open_todos=2)
    with pytest.raises(LastAdministrator):
        stage.members.deactivate(work(), "boss", "rep")
    assert stage.silent


def test_coming_back_needs_a_seat() -> None:
    full = [member(f"m{n}") for n in range(199)]
    stage = Stage(BOSS, *full, member("left", active=False))
    with pytest.raises(SeatsExhausted):
        stage.members.reactivate(work(), "left")
    assert stage.silent


def test_saving_without_a_change_writes_nothing() -> None:
    stage, doing = Stage(), work()
    _, same = stage.members.change(doing, "rep", REP.version, {"name": f" {REP.name} "})
    assert (same.version, stage.silent, doing.events) == (REP.version, True, [])


def test_change_names_the_fields_in_its_event() -> None:
    stage, doing = Stage(BOSS, REP, member("second", ADMIN)), work()
    stage.members.change(doing, "second", 7, {"name": "Zwei", "department_id": "sales"})
    assert doing.events[0].data == {"member_id": "second", "changed": ["department_id", "name"]}


@pytest.mark.parametrize(("member_id", "version", "refusal"), [("rep", 6, Stale), ("nobody", 1, NotFound)])
def test_change_of_what_is_not_there_is_refused(member_id: str, version: int, refusal: type[Exception]) -> None:
    stage = Stage()
    with pytest.raises(refusal):
        stage.members.change(work(), member_id, version, {"name": "X"})
    assert stage.silent


def test_department_written_ticks_the_first_step_and_tells() -> None:
    stage, doing = Stage(), work()
    _, made = stage.departments.add(doing, {"name": " Field  East ", "parent_id": "sales"})
    assert (made.name, made.version) == ("Field East", 1)
    assert [name for name, *_ in stage.orgs.said] == ["add_department"]
    assert stage.steps.ticked == ["department_added"]
    assert stage.tenancy.said == [("department.created", made.id)]
    assert doing.events[0].data == {"department_id": made.id, "change": "created"}


def test_department_of_another_version_is_stale() -> None:
    stage = Stage()
    with pytest.raises(Stale):
        stage.departments.drop(work(), "sales", 3)
    assert stage.silent
