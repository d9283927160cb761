"""docs/proof.md: what was proved, when, and by which test, made from the figures that the proofs handed in."""

import json
import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from ..template.source import ROOT
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


def write(seed: str, broken: list[Broken]) -> None:
    """What is in the folder of figures, and `broken`, as the page."""
    head = HEAD.format(
        day=datetime.now(UTC).strftime("%-d %B %Y"), python=platform.python_version(), cores=os.cpu_count(), seed=seed
    )
    PAGE.write_text(head + "".join(_proofs(_handed_in())) + GUARDS + "".join(_guards(broken)), "utf-8")


def _handed_in() -> list[dict[str, Any]]:
    lines = [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
    return sorted(lines, key=lambda line: (int(line["promise"].removeprefix("P")), line["test"]))


def _proofs(lines: Iterable[dict[str, Any]]) -> Iterator[str]:
    for line in lines:
        figures = "; ".join(f"{name.replace('_', ' ')}: {_shown(value)}" for name, value in line["figures"].items())
        yield f"| {line['promise']} | {line['what']} | {figures} | {line['seconds']} | `{line['test']}` |\n"


def _guards(broken: list[Broken]) -> Iterator[str]:
    for each in broken:
        yield f"| {each.guard.name} ({each.guard.promise}) | `{each.guard.file}` | `{each.by}` |\n"


def _shown(value: float | str) -> str:
    return f"{value:,}" if isinstance(value, int | float) else value
