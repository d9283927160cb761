"""The calls that other contexts may make. All record on `work`; none commits.

As a whole it is the directory's port `Handover` and the port `FieldUsers` of forms; `context.py` puts it behind them.
"""

from collections.abc import Collection, Mapping
from typing import Any

from ..forms import api as forms
from ..kernel.unit_of_work import UnitOfWork
from . import form_view, wiring
from .domain import FieldUse
from .engine.run import Run
from .step_names import name_in as step_name

__all__ = [
    "FieldUse",
    "Run",
    "card",
    "count_open",
    "get_run",
    "hand_over",
    "last_decision",
    "step_name",
    "uses_of_fields",
]


def count_open(work: UnitOfWork, member_id: str) -> int:
    """How many to-dos he has open."""
    return wiring.lists().count_todos(work, member_id)


def hand_over(work: UnitOfWork, from_id: str, to_id: str) -> None:
    """His open to-dos become his successor's: the first few now, the rest once `directory.MemberDeactivated` is heard.

    Raises SuccessorIsInitiator, SuccessorInactive.
    """
    wiring.handover().hand_over(work, from_id, to_id)


def get_run(work: UnitOfWork, run_id: str) -> Run | None:
    """A run as it stands now. Show it only to those whom it `concerns`; its `card` is what their lists show of it."""
    return wiring.runs().get_run(work, run_id)


def card(work: UnitOfWork, run: Run, member_id: str, language: str) -> dict[str, Any]:
    """What lists show a member of it: `title`, `serial`, `form_name`, `initiator_name`, `summary`, in that language."""
    rights = forms.rights_to_copy(work, run.facts["form_id"], run.initiator, member_id)
    return form_view.spoken_card(run.card, language, rights)


def last_decision(work: UnitOfWork, run_id: str) -> Mapping[str, Any] | None:
    """Who ended a run, and in which words: an entry of its trail (`by`, `by_name`, `opinion`); None if nobody did."""
    return wiring.runs().last_decision(work, run_id)


def uses_of_fields(work: UnitOfWork, flow_id: str, field_ids: Collection[str]) -> list[FieldUse]:
    """Where the flow as it is in use needs one of these fields of its form."""
    return wiring.flows().uses_of_fields(work, flow_id, field_ids)
