"""P16: no answer depends on what the actor may not see.

The same member asks the same of two worlds, which differ only in others' records, runs, comments, deleted records and
closed forms: on every route, over lists by chance to their last page, and with ids that only one of the worlds has.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.access.compiling import EVERYTHING_OPEN
from chalicelib.forms.service.lists import Asked, Lists
from chalicelib.forms.store.entries import EntryRepository
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.conftest import Answer
from ..security.calls import ROUTES, compose, places, send, ways
from ..security.company_fixture import CompanyFixture
from .sizes import dice, size
from .worlds import TAKEN, Stage, questions, staged, told, told_of_a_write, whole_list

QUESTIONS = size(short=40, long=400)

FILLING_IN = {
    "POST /v1/forms/{form_id}/records": "form_submit_denied",
    "POST /v1/forms/{form_id}/attachments": "form_submit_denied",
    "POST /v1/runs": "may_not_start",
    "POST /v1/runs/preview": "may_not_start",
}
"""Whoever was sent the link of a form that is not open to them is told so, and nothing else of it."""


@pytest.fixture(scope="module")
def stage(fixture: CompanyFixture) -> Stage:
    return staged(fixture)


def in_both(stage: Stage, ask: Callable[[], Any]) -> tuple[Any, Any]:
    with stage.first():
        one = ask()
    with stage.second():
        return one, ask()


def lists(stage: Stage) -> list[str]:
    """Every list that the member may open, in small pages and in one."""
    form, mine, shared = stage.form, stage.ids["mine"], stage.ids["shared"]
    paths = ["apps", "forms", "todos", "done", "started", "cc", "members", "roles", "sessions", f"forms/{form}/bin"]
    records = (mine, shared, stage.ids["draft"])
    parts = ("history", "runs", "stages", "comments", "following", "merges")
    paths += [f"records/{each}/{part}" for each in records for part in parts]
    paths += [f"{kind}?form_id={form}" for kind in ("todos", "done", "started", "cc")]
    paths += [f"runs/{stage.ids['run']}/trail", f"forms/{form}/records/count", f"forms/{form}/records"]
    paths.append(f"forms/{form}/views")
    notes = stage.ids["notes"]
    paths += [f"records/{mine}/children", f"records/{mine}/children/{notes}/payment", f"forms/{notes}/records"]
    paths += [f"forms/{notes}/links/payment/candidates"]
    sized = [f"{path}{'&' if '?' in path else '?'}limit={limit}" for path in paths for limit in (2, 100)]
    return [f"/v1/{path}" for path in (*paths, *sized)]


def test_lists_counts_and_searches(stage: Stage, proved: Callable[..., None]) -> None:
    asked = [*lists(stage), *questions(stage, dice("P16"), QUESTIONS)]
    asked += [
        path.replace("/records?", "/records/count?") for path in asked if "/records?" in path and "sort" not in path
    ]

    def answers() -> list[list[str]]:
        member = stage.by("member")
        return [[told(answer) for answer in whole_list(member, path)] for path in asked]

    one, other = in_both(stage, answers)
    assert [path for path, *sides in zip(asked, one, other, strict=True) if sides[0] != sides[1]] == []
    pages = sum(len(each) for each in one)
    assert pages > len(asked)
    proved("P16", "lists, counts and searches in two worlds", questions=len(asked), pages=pages, differing=0)


def test_every_route(stage: Stage, proved: Callable[..., None]) -> None:
    """With the member's own ids; then with those of the first fixture's hidden things, which the second never had."""
    calls = [(route, way, -1, "") for route, way in ways()]
    with stage.first():
        hidden = dict(stage.hidden)
    calls += [
        (route, way, place, hidden[kind]) for route, way, place, kind in places() if kind in hidden and _in_path(route)
    ]

    def answers() -> list[Answer]:
        return [_called(stage, *call) for call in calls]

    one, other = in_both(stage, answers)
    for (route, _, _, named), answer in zip(calls, one, strict=True):
        if named == hidden["form"] and route in FILLING_IN:
            assert (answer.status, answer.code) == (403, FILLING_IN[route])
            assert set(answer.body) == {"type", "title", "status", "code", "correlation_id"}
    differing = [
        call[:3]
        for call, *sides in zip(calls, one, other, strict=True)
        if told_of_a_write(sides[0]) != told_of_a_write(sides[1])
        if not (call[0] in FILLING_IN and call[3] == hidden["form"])
    ]
    assert differing == []
    assert {route for route, *_ in calls} == set(ROUTES)
    reached = {route for (route, *_), answer in zip(calls, one, strict=True) if answer.status < 300}
    assert len(reached) > 30
    proved("P16", "every route, own and hidden ids", routes=len(ROUTES), calls=len(calls), differing=0)


def _in_path(route: str) -> bool:
    return "_id}" in route or route.startswith("POST /v1/runs")


def _called(stage: Stage, route: str, way: int, place: int, instead: str) -> Answer:
    with stage.undone():
        return send(stage.by("member"), route, compose(route, stage.ids, place, instead, way))


def test_a_unique_value_that_is_taken(stage: Stage) -> None:
    """By whom, and whether they deleted other things, is not told."""
    body = {"values": {"code": TAKEN, "amount": "1"}}

    def refusals() -> list[Answer]:
        member = stage.by("member")
        mine = member.get(f"/v1/records/{stage.ids['mine']}").body
        changed = {"values": {**mine["values"], "code": TAKEN}}
        return [
            member.post(f"/v1/forms/{stage.form}/records", body),
            member.put(f"/v1/records/{mine['id']}", changed, mine["version"]),
        ]

    for one, other in zip(*in_both(stage, refusals), strict=True):
        assert (one.status, one.code) == (409, "value_taken")
        assert told(one) == told(other)


# -- that a leak is noticed


class CursorBeforeSight(Lists):
    """Pages of the whole list, out of which what is not the member's is left: the cursor stands at others' records."""

    def records(
        self, work: UnitOfWork, form_id: str, asked: Asked, *, limit: int = 20, cursor: str | None = None
    ) -> Any:
        question = self.question(work, form_id, asked)._replace(scope=EVERYTHING_OPEN)
        page = self._page(work, question, limit, cursor)
        mine = tuple(card for card in page.items if card["created_by"] == work.actor.member_id)
        return Page(mine, page.next_cursor)


@pytest.mark.parametrize(("kind", "noticed"), [(CursorBeforeSight, True), (Lists, False)])
def test_a_cursor_sealed_before_looking_at_rights_is_noticed(stage: Stage, kind: type[Lists], noticed: bool) -> None:
    made = kind(
        wiring.form_repository(),
        wiring.record_repository(),
        EntryRepository(table),
        wiring.company(),
        wiring.entrance(),
    )
    actor = Actor(stage.fixture.victim.tenant_id, stage.ids["member"], "成员")

    def answers() -> list[Page[Any]]:
        work = UnitOfWork(actor, utc_now())
        assert not wiring.entrance().scope(work, wiring.forms().form(work, stage.form)).reads_all
        return [made.records(work, stage.form, Asked(sort=each), limit=2) for each in ("", "amount", "-@updated_at")]

    one, other = in_both(stage, answers)
    assert (one != other) is noticed


@pytest.mark.parametrize("more", [{"owner": "小李"}, {"count": 3}])
def test_a_refusal_that_says_more_is_noticed(more: dict[str, Any]) -> None:
    refused = Answer(409, {"code": "value_taken", "title": "“编号”"}, {})
    assert told(refused) != told(replace(refused, body={**refused.body, "params": more}))
