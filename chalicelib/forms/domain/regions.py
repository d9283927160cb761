"""The provinces, cities and districts of China by their codes of GB/T 2260, those that were abolished included.

`regions.json` says where it comes from and of which month it is; `python -m tools.regions` writes it.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

LEVELS = ("province", "city", "district")
_SIGNS = " \t/／>,，-"
_CODE = re.compile(r"[1-9][0-9]{5}(?![0-9])")
_PLACEHOLDERS = ("县", "省直辖县", "自治区直辖县级行政区划")
"""Names of the middle level that only hold districts of a province together."""


class Regions(NamedTuple):
    """Code -> name; `parents` are the codes in use that have others below them."""

    names: dict[str, str]
    abolished: dict[str, str]
    parents: frozenset[str]


@cache
def regions() -> Regions:
    """Read when it is first asked for: most requests have no region."""
    read = json.loads((Path(__file__).parent / "regions.json").read_text("utf-8"))
    above = frozenset(each for code in read["names"] for each in path_of(code)[:-1])
    return Regions(read["names"], read["abolished"], above)


def find_region(text: str) -> tuple[str, str]:
    """The code that the beginning of a text names (`上海市浦东新区`, `上海/浦东新区`, six digits), and the rest of it.

    "" if it names none. 省 and 市 may be missing.
    """
    rest, code = text.strip(), ""
    if _CODE.match(rest):
        return (rest[:6], rest[6:]) if rest[:6] in regions().names else ("", text)
    while rest:
        found = [(child, name) for child in _below()[code] for name in _called(child) if rest.startswith(name)]
        if not found:
            break
        code, name = max(found, key=lambda each: len(each[1]))
        rest = rest[len(name) :].lstrip(_SIGNS)
    return code, rest


@cache
def _below() -> dict[str, list[str]]:
    """Of each code ("" above the provinces) those that may be said after it; names of one level may be left out where
    it only holds others together.
    """
    found: dict[str, list[str]] = {"": []}
    for code in regions().names:
        found.setdefault(code, [])
        above = path_of(code)[:-1]
        for each in above:
            found.setdefault(each, []).append(code)
        if not above:
            found[""].append(code)
    return found


def _called(code: str) -> tuple[str, ...]:
    name = regions().names[code]
    short = name[:-1] if len(name) > 2 and name[-1] in "省市" else name
    return tuple(dict.fromkeys((name, short)))


def path_of(code: str) -> list[str]:
    """The codes from the province to `code`, six digits: `["310000", "310100", "310115"]`."""
    return list(dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00", code)))


def is_abolished(code: str) -> bool:
    return code in regions().abolished


def names_of_path(path: Sequence[str]) -> list[str]:
    """The names from the top, each once: a municipality is its own city. A code that nobody knows is its own name."""
    known = regions()
    named = [known.names.get(code) or known.abolished.get(code) or code for code in path]
    return [each for each in dict.fromkeys(named) if each not in _PLACEHOLDERS]
