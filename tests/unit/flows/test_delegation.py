"""New tasks of somebody who is away go to their delegate, and the trail says for whom they decided."""

from dataclasses import replace
from typing import Any

from chalicelib.directory.delegation import Delegation
from chalicelib.directory.org import Org
from chalicelib.flows.engine import Spec

from .builders import ORG, Play, approve, flow, people


def away(**delegates: str) -> Org:
    rows = [Delegation(who, who, to, "2026-11-01", "2026-12-01") for who, to in delegates.items()]
    return replace(ORG, delegations=tuple(rows))


def asks(*who: str, **settings: Any) -> Spec:
    return flow(approve("a", people(*who), **settings))


def entry(play: Play, act: str) -> Any:
    return next(each for each in play.trail if each["act"] == act)


def test_the_delegate_is_asked_and_the_trail_names_both() -> None:
    play = Play(asks("cfo"), org=away(cfo="chair"))
    assert play.open == ["chair"]
    (task,) = play.run.tasks
    assert (task.delegated_from, task.why) == ("cfo", {"rule": "member", "delegate_of": "cfo"})
    assert entry(play, "assigned")["people"] == [{"id": "chair", "name": "CHAIR", "why": task.why}]
    play.decide("chair")
    assert entry(play, "approved")["delegated_from"] == {"id": "cfo", "name": "CFO"}
    assert play.run.status == "approved"


def test_who_decides_themself_has_no_such_word() -> None:
    play = Play(asks("cfo"), org=away(chair="cfo")).decide("cfo")
    assert "delegated_from" not in entry(play, "approved")


def test_a_delegate_who_is_asked_anyway_or_started_it_does_not_decide_for_another() -> None:
    assert Play(asks("cfo", "chair", mode="all"), org=away(cfo="chair")).open == ["cfo", "chair"]
    assert Play(asks("cfo"), org=away(cfo="rep")).open == ["cfo"]


def test_two_who_named_one_delegate_are_two_decisions() -> None:
    assert Play(asks("pm_a", "pm_b", mode="all"), org=away(pm_a="chair", pm_b="chair")).open == ["chair", "pm_b"]


def test_in_a_sequence_it_counts_who_is_away_when_their_turn_comes() -> None:
    play = Play(asks("pm_a", "cfo", mode="sequence"))
    play.org = away(cfo="chair", pm_a="chair")
    assert play.open == ["pm_a"]
    play.decide("pm_a")
    assert play.open == ["chair"]
    play.decide("chair")
    assert [each.get("delegated_from") for each in play.trail if each["act"] == "approved"] == [
        None,
        {"id": "cfo", "name": "CFO"},
    ]


def test_a_task_that_is_open_stays_with_whom_it_was_given_to() -> None:
    play = Play(asks("cfo", "pm_a", mode="all"))
    play.org = away(cfo="chair")
    assert play.decide("pm_a").open == ["cfo"]
