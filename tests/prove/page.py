"""docs/proof.md: what was proved, when, and by which test, made from the figures that the proofs handed in."""

import json
import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from tools.template.source import ROOT

from .breaking import Broken
from .figures import FOLDER

PAGE = ROOT / "docs" / "proof.md"
HEAD = """# The promises, proved

Made by `make prove` on {day}, Python {python}, {cores} cores; do not edit. `SEED={seed} make prove` repeats this run.
What is promised, in words: `docs/promises.md`. Every proof runs in `make test` too, in a shorter form.

| Promise | What was done | Figures | Seconds | Test |
|---|---|---|---|---|
"""
GUARDS = """
## Each guard, broken

In a scratch copy, one guard after the other was taken out, and the tests were run. A guard whose absence no test
notices fails the run.

| Guard | Broken in | Noticed by |
|---|---|---|
"""


BOUNDS = ("most", "longest", "medians", "different", "hashes_each")
"""Beginnings of the names of figures of which the greatest counts."""


def write(seed: str, broken: list[Broken]) -> None:
    """What is in the folder of figures, and `broken`, as the page."""
    head = HEAD.format(
        day=datetime.now(UTC).strftime("%-d %B %Y"), python=platform.python_version(), cores=os.cpu_count(), seed=seed
    )
    PAGE.write_text(head + "".join(_proofs(_handed_in())) + GUARDS + "".join(_guards(broken)), "utf-8")


def _handed_in() -> list[dict[str, Any]]:
    """One line a proof: what its parts handed in is added up, or the greatest counts where it is a bound."""
    lines: dict[tuple[str, str, str], dict[str, Any]] = {}
    for file in sorted(FOLDER.glob("*.json")):
        line = json.loads(file.read_text("utf-8"))
        line["test"] = line["test"].partition("[")[0]
        known = lines.setdefault((line["promise"], line["what"], line["test"]), line)
        if known is not line:
            known["seconds"] = round(known["seconds"] + line["seconds"], 1)
            known["figures"] = {name: _joined(name, known["figures"], line["figures"]) for name in line["figures"]}
    return sorted(lines.values(), key=lambda line: (int(line["promise"].removeprefix("P")), line["test"]))


def _joined(name: str, one: dict[str, Any], other: dict[str, Any]) -> Any:
    before, now = one.get(name, 0), other[name]
    if isinstance(now, str) or isinstance(before, str):
        return now
    return max(before, now) if name.startswith(BOUNDS) else before + now


def _proofs(lines: Iterable[dict[str, Any]]) -> Iterator[str]:
    for line in lines:
        figures = "; ".join(f"{name.replace('_', ' ')}: {_shown(value)}" for name, value in line["figures"].items())
        yield f"| {line['promise']} | {line['what']} | {figures} | {line['seconds']} | `{line['test']}` |\n"


def _guards(broken: list[Broken]) -> Iterator[str]:
    for each in broken:
        yield f"| {each.guard.name} ({each.guard.promise}) | `{each.guard.file}` | `{each.by}` |\n"


def _shown(value: float | str) -> str:
    return f"{value:,}" if isinstance(value, int | float) else value
