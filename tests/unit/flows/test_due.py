"""Until when a decision is wanted: from the moment somebody is asked, and as long as the node says."""

from datetime import timedelta

from chalicelib.flows.engine.codec import from_doc, to_doc
from chalicelib.flows.service.effect_writer import todo_sort
from chalicelib.kernel.clock import to_text

from .builders import NOW, Play, approve, flow, people

TOMORROW = to_text(NOW + timedelta(hours=24))


def test_without_a_time_nothing_is_due() -> None:
    play = Play(flow(approve("head", people("head"))))
    assert play.run.tasks[0].due_at == ""


def test_all_who_are_asked_together_are_due_together() -> None:
    play = Play(flow(approve("pms", people("pm_a", "pm_b"), mode="all", due_hours=24)))
    assert [task.due_at for task in play.run.tasks] == [TOMORROW, TOMORROW]


def test_in_a_sequence_the_time_begins_with_ones_turn() -> None:
    play = Play(flow(approve("line", people("head", "director"), mode="sequence", due_hours=24)))
    assert [task.due_at for task in play.run.tasks] == [TOMORROW, ""]
    play.decide("head")
    assert [bool(task.due_at) for task in play.run.tasks] == [True, True]


def test_it_outlives_storing_and_ending() -> None:
    play = Play(flow(approve("head", people("head"), due_hours=24)))
    play.decide("head")
    assert from_doc(to_doc(play.run)).tasks[0].due_at == TOMORROW


def test_todos_are_listed_from_the_end_soonest_due_first_then_newest_first() -> None:
    def sort(opened: str, due: str) -> str:
        run = Play(flow(approve("head", people("head")))).run
        return todo_sort(run, run.tasks[0].opened(opened, due))

    soon = sort("2026-11-20T08:00:00.000Z", "2026-11-21T08:00:00.000Z")
    later = sort("2026-11-19T08:00:00.000Z", "2026-11-21T08:00:01.000Z")
    new = sort("2026-11-25T08:00:00.000Z", "")
    old = sort("2026-11-18T08:00:00.000Z", "")
    assert sorted([old, later, new, soon], reverse=True) == [soon, later, new, old]
