"""Who decides while somebody is away: when it counts, and when it may be given."""

from dataclasses import replace
from itertools import pairwise

import pytest

from chalicelib.directory.delegation import Delegation
from chalicelib.directory.domain.delegations import MAX_DELEGATIONS, forgotten, new
from chalicelib.directory.domain.errors import DirectoryInvalid, TooMany
from chalicelib.directory.org import MAX_CHAIN, Org
from chalicelib.directory.store import DELEGATIONS

from .builders import BOSS, REP, member, org

NOW = "2026-12-01T00:00:00.000Z"
BEGIN, MIDDLE, END = "2026-12-05T00:00:00.000Z", "2026-12-07T00:00:00.000Z", "2026-12-10T00:00:00.000Z"


def away(who: str, delegate: str, *forms: str, begin: str = BEGIN, end: str = END) -> Delegation:
    return Delegation(f"{who}-{delegate}-{begin}", who, delegate, begin, end, frozenset(forms))


def company(*delegations: Delegation) -> Org:
    people = (BOSS, REP, member("amy"), member("ben"), member("left", active=False, successor_id="ben"))
    return replace(org(*people), delegations=delegations)


def deciding(whole: Org, who: str = "rep", at: str = MIDDLE, form: str = "f") -> str | None:
    delegate = whole.deciding_for(who, at, form)
    return delegate.id if delegate else None


@pytest.mark.parametrize(("at", "delegate"), [(NOW, None), (BEGIN, "amy"), (MIDDLE, "amy"), (END, None)])
def test_it_counts_from_its_beginning_until_before_its_end(at: str, delegate: str | None) -> None:
    assert deciding(company(away("rep", "amy")), at=at) == delegate


def test_it_counts_for_its_forms_only() -> None:
    whole = company(away("rep", "amy", "f"), away("rep", "ben", "g"))
    assert [deciding(whole, form=form) for form in ("f", "g", "h")] == ["amy", "ben", None]


def test_a_delegate_who_is_away_has_one_of_their_own() -> None:
    assert deciding(company(away("rep", "amy"), away("amy", "boss"))) == "boss"


def test_a_chain_that_leads_back_or_is_too_long_leaves_the_task_where_it_was_meant() -> None:
    assert deciding(company(away("rep", "amy"), away("amy", "ben"), away("ben", "rep"))) is None
    assert deciding(company(away("rep", "amy"), away("amy", "ben"), away("ben", "amy"))) is None
    names = [f"p{number}" for number in range(MAX_CHAIN + 2)]
    row = tuple(away(one, other) for one, other in pairwise(names))
    long = replace(org(*(member(name) for name in names)), delegations=row)
    assert deciding(long, names[0]) is None
    assert deciding(long, names[1]) == names[-1]


def test_the_successor_of_a_delegate_who_left_decides() -> None:
    assert deciding(company(away("rep", "left"))) == "ben"
    alone = replace(company(away("rep", "left")), members={"rep": REP, "left": member("left", active=False)})
    assert deciding(alone) is None


@pytest.mark.parametrize(
    ("delegation", "path", "code"),
    [
        (away("rep", "rep"), "/to_id", "delegate_is_oneself"),
        (away("rep", "left"), "/to_id", "unknown_member"),
        (away("rep", "amy", begin=END, end=BEGIN), "/to_at", "delegation_is_over"),
        (away("rep", "amy", begin="2026-11-01T00:00:00.000Z", end=NOW), "/to_at", "delegation_is_over"),
        (away("rep", "amy", end="2028-01-01T00:00:00.000Z"), "/to_at", "delegation_too_long"),
        (away("rep", "ben", begin=MIDDLE), "/from_at", "delegation_meets_another"),
        (away("ben", "boss"), "/to_id", "delegation_cycle"),
    ],
)
def test_what_may_not_be_given(delegation: Delegation, path: str, code: str) -> None:
    before = company(away("rep", "amy"), away("boss", "amy"), away("amy", "ben", "f"))
    with pytest.raises(DirectoryInvalid) as caught:
        new(before, delegation, NOW)
    assert [(field.path, field.code) for field in caught.value.fields] == [(path, code)]


def test_another_time_or_another_form_is_no_circle_and_no_second_delegate() -> None:
    before = company(away("rep", "amy", "f"))
    for delegation in (
        away("rep", "ben", "g"),
        away("rep", "ben", begin=END, end="2026-12-12T00:00:00.000Z"),
        away("amy", "rep", "g"),
        away("amy", "rep", begin=END, end="2026-12-12T00:00:00.000Z"),
    ):
        assert new(before, delegation, NOW) == delegation


def test_they_do_not_pile_up() -> None:
    many = tuple(away("rep", "amy", f"form{number}") for number in range(MAX_DELEGATIONS))
    with pytest.raises(TooMany):
        new(company(*many), away("rep", "amy", "another"), NOW)
    ended = [away("rep", "amy", begin=f"2025-01-{day:02}", end=f"2025-02-{day:02}") for day in range(1, 26)]
    assert [each.to_at for each in forgotten(company(*ended), "rep", NOW)] == [
        f"2025-02-{day:02}" for day in range(5, 0, -1)
    ]


def test_it_is_stored_whole() -> None:
    given = replace(away("rep", "amy", "f", "g"), version=1)
    assert DELEGATIONS.load(DELEGATIONS.dump(given), id=given.id, version=1) == given
