"""The org snapshot in the process: never older than the head that the request read, never mixed."""

from collections.abc import Callable

import pytest

from chalicelib.aws.table import table
from chalicelib.directory import api, row_keys, store
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from .company import Company

MakeWork = Callable[..., UnitOfWork]


def test_snapshot_follows_every_write(company: Company, work: MakeWork) -> None:
    actor = system_actor(company.id)
    before = api.org(work(actor))
    assert api.org(work(actor)) is before, "the same version is the same object"
    company.boss.post("/v1/positions", {"name": "销售代表"})
    after = api.org(work(actor))
    assert after.version == before.version + 1
    assert [position.name for position in after.positions.values()] == ["销售代表"]


def test_snapshot_that_changes_while_it_is_read_is_read_again(company: Company, work: MakeWork) -> None:
    late = work(system_actor(company.id))
    table().get(late, row_keys.HEAD)
    company.boss.post("/v1/positions", {"name": "销售代表"})
    store._CACHED.clear()
    with pytest.raises(Contended):
        api.org(late)


def test_two_writes_at_once_contend(company: Company, work: MakeWork) -> None:
    actor = Actor(company.id, company.boss_id, permissions=frozenset({"*"}))
    works = [work(actor), work(actor)]
    for number, each in enumerate(works):
        store.OrgRepository().add_department(each, api.Department(str(number) * 26, "D", parent_id="r"))
    table().commit(works[0])
    with pytest.raises(Contended):
        table().commit(works[1])


def test_tenant_without_an_org_has_an_empty_one(company: Company, work: MakeWork) -> None:
    assert api.org(work(system_actor("0" * 25 + "1"))).members == {}


def test_only_the_newest_snapshots_are_kept(company: Company, work: MakeWork) -> None:
    store._CACHED.update({f"tenant{number}": api.Org() for number in range(store.MAX_CACHED)})
    api.org(work(system_actor(company.id)))
    assert len(store._CACHED) == store.MAX_CACHED
    assert company.id in store._CACHED


def test_step_is_ticked_once_and_then_for_nothing(company: Company, work: MakeWork) -> None:
    actor = system_actor(company.id)
    first = work(actor)
    api.tick_step(first, "form_published")
    table().commit(first)
    again = work(actor)
    api.tick_step(again, "form_published")
    assert again.changes == []
    third = work(actor)
    api.tick_step(third, "form_published")
    assert (third.changes, third.read) == ([], {})
    steps = {each["step"]: each["done_at"] for each in company.boss.get("/v1/me").body["first_steps"]}
    assert steps["form_published"] is not None
