"""The tables of docs/cost.md, made of counts and prices. `python -m benchmarks.cost_page` writes them anew.

The words of the page are its own; a test compares its tables with what is counted now.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import months, prices
from .usage import Usage, bill

PAGE = Path(__file__).parents[1] / "docs" / "cost.md"
TABLE = re.compile(r"(<!-- (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
LISTED = ("sign_in", "create", "get", "list page of 20", "submit", "decide", "approval")


def count() -> dict[str, dict[str, Usage]]:
    """What `counts.py` says, in a process of its own, so that nothing that runs here is counted along."""
    command = [sys.executable, "-m", "benchmarks.counts"]
    said = subprocess.run(command, cwd=PAGE.parents[1], check=True, capture_output=True, text=True).stdout
    return {kind: {name: _usage(doc) for name, doc in each.items()} for kind, each in json.loads(said).items()}


def _usage(doc: dict[str, Any]) -> Usage:
    invoked = {function: (times, calls) for function, (times, calls) in doc["invoked"].items()}
    return Usage(**{**doc, "invoked": invoked})


def per_thousand(usage: Usage) -> float:
    return 1_000 * sum(bill(usage, months.memory_mb()).values())


def tables(counted: dict[str, Usage]) -> dict[str, str]:
    """By the name of their place in the page."""
    made = {
        "prices": _prices(),
        "operations": _operations(counted),
        "approval": _approval(counted["approval"]),
        "idle": _idle(counted),
        "months": _months(counted),
    }
    return {name: "".join(f"| {' | '.join(row)} |\n" for row in rows) for name, rows in made.items()}


def render(text: str, made: dict[str, str]) -> str:
    """The page with these tables in place of its own."""
    return TABLE.sub(lambda found: found[1] + made[found["name"]] + found[3], text)


def _head(*names: str) -> Iterator[tuple[str, ...]]:
    yield names
    yield ("---",) * len(names)


def _prices() -> Iterable[tuple[str, ...]]:
    yield from _head("what", "dollars", "for", "where it stands")
    for each in prices.ALL:
        yield each.unit, f"{each.dollars:.10f}".rstrip("0").rstrip("."), f"{each.per:,}", each.source


def _operations(counted: dict[str, Usage]) -> Iterable[tuple[str, ...]]:
    yield from _head(
        "operation", "invocations", "calls to AWS", "read units", "write units", "events", "messages", "transitions",
        "mails", "$ per 1,000",
    )  # fmt: skip
    for name in LISTED:
        used = counted[name]
        calls = sum(calls for _, calls in used.invoked.values())
        counts = (used.invocations, calls, used.read_units, used.write_units, used.events, used.messages)
        shown = [f"{number:g}" for number in (*counts, used.transitions, used.mails)]
        yield name, *shown, f"{per_thousand(used):.3f}"


def _approval(used: Usage) -> Iterable[tuple[str, ...]]:
    yield from _head("service", "$ per 1,000 approvals", "share")
    parts = bill(used, months.memory_mb())
    for part, dollars in sorted(parts.items(), key=lambda pair: -pair[1]):
        yield part, f"{1_000 * dollars:.3f}", f"{dollars / sum(parts.values()):.0%}"


def _idle(counted: dict[str, Usage]) -> Iterable[tuple[str, ...]]:
    yield from _head("what", "$ a month")
    parts = months.idle(counted, months.stack())
    for part, dollars in parts.items():
        yield part, f"{dollars:.2f}"
    yield "**together**", f"**{sum(parts.values()):.2f}**"


def _months(counted: dict[str, Usage]) -> Iterable[tuple[str, ...]]:
    yield from _head("of a month", *(f"{people:,} people" for people in months.COMPANIES))
    bills = [months.month(people, counted) for people in months.COMPANIES]
    for part in bills[0]:
        yield part, *(f"{each[part]:.2f}" for each in bills)
    totals = [sum(each.values()) for each in bills]
    yield "**together, above idle**", *(f"**{dollars:.2f}**" for dollars in totals)
    heads = zip(totals, months.COMPANIES, strict=True)
    yield "a person", *(f"{dollars / people:.3f}" for dollars, people in heads)


def main() -> None:
    PAGE.write_text(render(PAGE.read_text("utf-8"), tables(count()["whole"])), "utf-8")


if __name__ == "__main__":
    main()
