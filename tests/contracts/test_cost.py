"""docs/cost.md and docs/benchmarks.md say what the code uses now: counts, not clocks, so they cannot drift."""

import re

import pytest

from benchmarks import months
from benchmarks.cost_page import PAGE, count, render, tables
from benchmarks.usage import Usage, bill

BENCHMARKS = PAGE.with_name("benchmarks.md")
Counted = dict[str, dict[str, Usage]]


@pytest.fixture(scope="module")
def counted() -> Counted:
    return count()


def test_the_page_of_costs_says_what_is_counted_now(counted: Counted) -> None:
    """`python -m benchmarks.cost_page` writes it anew."""
    page = PAGE.read_text("utf-8")
    made = tables(counted["whole"])
    assert [name for name in made if f"<!-- {name} -->" not in page] == []
    assert render(page, made) == page


def test_the_page_of_figures_has_the_calls_and_units_of_now(counted: Counted) -> None:
    rows = re.findall(
        r"^\| ([a-z][\w ]+?) \| [\d,]+ \| (\d+) \| (\d+) \| (\d+) \|", BENCHMARKS.read_text("utf-8"), re.M
    )
    written = {
        (name.replace("sign in", "sign_in"), int(calls), int(read), int(write)) for name, calls, read, write in rows
    }
    now = {
        (name, used.invoked["api_handler"][1], used.read_units, used.write_units)
        for name, used in counted["answered"].items()
    }
    assert written == now


def test_what_runs_behind_is_in_the_bill(counted: Counted) -> None:
    approval = counted["whole"]["approval"]
    assert (approval.requests, approval.mails) == (3, 3)
    assert set(approval.invoked) == {"api_handler", "relay", "notify", "send_notices"}, "nothing of what finds no work"
    dollars = bill(approval, months.memory_mb())
    assert dollars.pop("Step Functions") == 0, "a run that waits for people has no execution"
    assert all(each > 0 for each in dollars.values())


def test_twice_the_use_is_twice_the_bill() -> None:
    once = Usage(1, {"api_handler": (1, 2), "relay": (1, 3)}, 1, 9, 22, 1, 2, 3, 1, 1)
    twice = Usage(2, {"api_handler": (2, 4), "relay": (2, 6)}, 2, 18, 44, 2, 4, 6, 2, 2)
    memory = {"api_handler": 1769, "relay": 512}
    assert bill(twice, memory) == pytest.approx({name: 2 * part for name, part in bill(once, memory).items()})


def test_less_memory_is_less_of_a_processor() -> None:
    """A quarter of the memory takes four times as long to compute, so computing costs the same."""
    computing = Usage(invoked={"relay": (1, 0)})
    assert computing.gb_seconds({"relay": 442}) == pytest.approx(computing.gb_seconds({"relay": 1768}), rel=0.01)


def test_the_idle_stack_is_what_the_template_makes() -> None:
    made = months.stack()
    assert (made.secrets, made.queues) == (2, 11)
    assert made.alarms > 3 * len(months.memory_mb())
