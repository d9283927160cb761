"""Which first steps are open, and which can be done now."""

from dataclasses import replace

from chalicelib.directory.domain.founding import FIRST_STEPS, first_steps
from chalicelib.directory.org import Org

from .builders import BOSS, REP

BEFORE = ("department_added", "member_invited", "form_published", "flow_published", "record_submitted")
"""The steps that the list had before roles and heads stood in it."""
ALONE = Org.of([BOSS])
TWO = Org.of([BOSS, REP])


def ready(*done: str, org: Org = ALONE) -> list[str]:
    return [each.step for each in first_steps(dict.fromkeys(done, "then"), org) if each.ready]


def test_a_head_can_be_named_once_there_is_somebody_to_name() -> None:
    assert "head_named" not in ready(org=Org.of([BOSS, replace(REP, active=False)]))
    assert "head_named" in ready(org=TWO)


def test_a_flow_and_a_submission_wait_for_a_form() -> None:
    assert not {"flow_published", "record_submitted"} & set(ready(org=TWO))
    assert ready("form_published", org=TWO) == list(FIRST_STEPS)


def test_a_company_at_work_from_before_has_nothing_left_to_do() -> None:
    done = {step: f"2026-11-0{day}" for day, step in enumerate(BEFORE, start=1)}
    assert [each.done_at for each in first_steps(done, TWO) if each.step not in BEFORE] == ["2026-11-05"] * 2


def test_a_company_half_way_is_told_of_the_new_steps() -> None:
    open_steps = [each.step for each in first_steps(dict.fromkeys(BEFORE[:3], "then"), TWO) if each.done_at is None]
    assert open_steps == ["role_added", "head_named", "flow_published", "record_submitted"]
