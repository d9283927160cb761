"""The guards of `guards.yaml`. One that moved is an error that says so: a list that breaks nothing proves nothing."""

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Guard:
    """`old` becomes `new` in `file`, and one of `tests` must fail."""

    name: str
    promise: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


def guards() -> list[Guard]:
    found = yaml.safe_load(Path(__file__).with_name("guards.yaml").read_text("utf-8"))
    return [Guard(**{**each, "tests": tuple(each["tests"])}) for each in found]
