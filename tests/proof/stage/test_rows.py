"""The quick table answers as the double of the other tests does, for whatever works the product may commit and read."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.aws.table import TenantTable, table
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.errors import Conflict
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ...cloud import doubled
from .installation import installed

NOW = datetime(2026, 11, 25, tzinfo=UTC)
PLACES = [Key(f"p{partition}", f"a#{sort}") for partition in range(2) for sort in range(4)]


@pytest.fixture(scope="module", params=["quick", "the other tests'"])
def answers(request: pytest.FixtureRequest) -> Iterator[list[Any]]:
    if request.param == "quick":
        with installed():
            yield list(_course(table()))
        return
    with pytest.MonkeyPatch.context() as patch, doubled(patch):
        yield list(_course(table()))


_first: list[Any] = []


def test_the_quick_table_answers_as_the_double_does(answers: list[Any]) -> None:
    assert len({repr(answer) for answer in answers}) > 50
    if _first:
        assert answers == _first
    _first.extend(answers)


def _course(held: TenantTable) -> Iterator[Any]:
    """Three hundred works, each with some reads and writes that fit and some that do not, and what came of it."""
    chance = random.Random("works")
    for number in range(300):
        work = UnitOfWork(Actor("t" * 26), NOW + timedelta(seconds=number), operation_id=f"{number:026}")
        yield [(row.doc, row.version) if row else None for row in held.get_many(work, PLACES).values()]
        _change(work, held, chance, number)
        try:
            held.commit(work)
        except Exception as error:  # noqa: BLE001 - that they fail alike is what is asked
            yield type(error).__name__
        bounds = chance.choice([{}, {"prefix": "a#"}, {"start": "a#1"}, {"end": "a#2"}, {"start": "a#1", "end": "a#2"}])
        order = chance.random() < 0.5
        page = held.query(work, "p0", newest_first=order, limit=2, **bounds)
        yield [(row.key.sort, row.doc) for row in page.items]


def _change(work: UnitOfWork, held: TenantTable, chance: random.Random, number: int) -> None:
    for key in chance.sample(PLACES, chance.randint(1, 4)):
        row = work.read[(work.actor.tenant_id, key)]
        act = chance.choice(["create", "replace", "remove", "index", "unindex", "require"])
        if act == "create":
            work.create(key, "kind", {"by": number}, refusal=Conflict() if chance.random() < 0.5 else None)
        elif act == "index":
            work.index(key, {"by": number})
        elif act == "unindex":
            work.unindex(key)
        elif row is not None:
            getattr(work, act)(row, *([{"by": number}] if act == "replace" else []))
    if chance.random() < 0.2:
        held.forget(work.actor.tenant_id, chance.choice(PLACES))
