"""Branches ask for days relative to today: of the company's zone, at the moment at which the branch is taken."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chalicelib.flows.engine import Environment, Run, Spec, advance, check, commands, preview, remaining_path

from .builders import ORG, approve, arm, branch, flow, people, when

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")


def asking(*conditions: dict[str, Any]) -> Spec:
    arms = [
        arm(f"arm_{number}", each, approve(f"by_{number}", people("head"))) for number, each in enumerate(conditions)
    ]
    return flow(branch("day", arms, approve("usual", people("cfo"))))


def relative(name: str, field: str = "due", op: str = "eq", **n: int) -> dict[str, Any]:
    return when(field, op, {"relative": name, **n})


def goes_to(spec: Spec, env: Environment, values: dict[str, Any]) -> str:
    """The step at which a new run waits; the preview of that moment must have said so."""
    decision = advance(spec, Run("run", "rep", values, {"form_id": "form"}, {"title": "报价"}), commands.Start(), env)
    waits = next(visit.node for visit in decision.run.visits if visit.node != "day")
    assert [step.node for step in preview(spec, env.context("rep", values))] == ["day", waits]
    return waits


@pytest.mark.parametrize(
    ("zone", "at", "day", "expected"),
    [
        (SHANGHAI, "2026-11-22T15:59:59.999Z", "2026-11-22", "by_0"),
        (SHANGHAI, "2026-11-22T16:00:00.000Z", "2026-11-22", "usual"),
        (SHANGHAI, "2026-11-22T16:00:00.000Z", "2026-11-23", "by_0"),
        (NEW_YORK, "2026-11-23T04:59:59.999Z", "2026-11-22", "by_0"),
        (NEW_YORK, "2026-11-23T05:00:00.000Z", "2026-11-22", "usual"),
        (NEW_YORK, "2026-07-23T04:00:00.000Z", "2026-07-23", "by_0"),
    ],
)
def test_today_begins_at_the_company_s_midnight(zone: ZoneInfo, at: str, day: str, expected: str) -> None:
    assert goes_to(asking(relative("today")), Environment(ORG, at, zone), {"due": day}) == expected


@pytest.mark.parametrize(
    ("zone", "at", "day", "expected"),
    [
        (SHANGHAI, "2026-11-30T15:59:59.999Z", "2026-11-30", "by_0"),
        (SHANGHAI, "2026-11-30T16:00:00.000Z", "2026-11-30", "by_1"),
        (SHANGHAI, "2026-11-30T16:00:00.000Z", "2026-12-31", "by_0"),
        (NEW_YORK, "2026-12-01T04:59:59.999Z", "2026-11-01", "by_0"),
        (NEW_YORK, "2026-12-01T05:00:00.000Z", "2026-11-01", "by_1"),
        (NEW_YORK, "2026-12-01T05:00:00.000Z", "2026-10-31", "usual"),
    ],
)
def test_a_month_ends_with_its_last_day_there(zone: ZoneInfo, at: str, day: str, expected: str) -> None:
    spec = asking(relative("this_month"), relative("last_month"))
    assert goes_to(spec, Environment(ORG, at, zone), {"due": day}) == expected


@pytest.mark.parametrize(
    ("zone", "moment", "expected"),
    [
        (SHANGHAI, "2026-10-31T16:00:00.000Z", "by_0"),
        (SHANGHAI, "2026-10-31T15:59:59.999Z", "usual"),
        (SHANGHAI, "2026-11-30T16:00:00.000Z", "usual"),
        (NEW_YORK, "2026-11-01T04:00:00.000Z", "by_0"),
        (NEW_YORK, "2026-11-01T03:59:59.999Z", "usual"),
        (NEW_YORK, "2026-12-01T04:59:59.999Z", "by_0"),
        (NEW_YORK, "2026-12-01T05:00:00.000Z", "usual"),
    ],
)
def test_a_moment_belongs_to_the_month_that_the_company_has_then(zone: ZoneInfo, moment: str, expected: str) -> None:
    """In New York the clock goes back on the first of November, so that the month ends at another hour."""
    env = Environment(ORG, "2026-11-15T12:00:00.000Z", zone)
    assert goes_to(asking(relative("this_month", "at")), env, {"at": moment}) == expected


def test_what_comes_later_asks_for_the_day_on_which_it_is_reached() -> None:
    """Whoever waits over midnight may go another way; what is said to be ahead follows the clock."""
    late = arm("late", relative("today", op="lt"), approve("chief", people("chair")))
    spec = flow(approve("first", people("head")), branch("day", [late], approve("usual", people("cfo"))))
    before = Environment(ORG, "2026-11-22T15:59:00.000Z", SHANGHAI)
    after = Environment(ORG, "2026-11-22T16:01:00.000Z", SHANGHAI)
    run = Run("run", "rep", {"due": "2026-11-22"}, {"form_id": "form"}, {"title": "报价"})
    run = advance(spec, run, commands.Start(), before).run
    assert [step.node for step in remaining_path(spec, run, before)] == ["day", "usual"]
    assert [step.node for step in remaining_path(spec, run, after)] == ["day", "chief"]

    decided = advance(spec, run, commands.Decide(run.tasks[0].id, "head", "approve", ""), after).run
    assert [visit.node for visit in decided.visits] == ["first", "day", "chief"]


def test_publishing_does_not_take_one_day_for_another() -> None:
    """Which days today and this month are is not known then; only the same words twice are certainly a repetition."""
    assert check(asking(relative("today"), relative("this_month"), relative("last_days", n=7)), ORG).errors == ()
    assert [fault.code for fault in check(asking(relative("today"), relative("today")), ORG).errors] == [
        "condition_repeated"
    ]
